import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { addsUp, holdsTheContract, type Trial } from './contract.ts';
import type { PollShape } from './method.ts';
import { severalChoices, type SeveralChoices } from './several-choices.ts';

const options = [
	{ id: 'a', label: 'Vaste contactpersoon' },
	{ id: 'b', label: 'Minder lang wachten' },
	{ id: 'c', label: 'Gewone taal' },
	{ id: 'e', label: 'Rustige plek' },
	{ id: 'd', label: 'Geen voorkeur', noPreference: true }
];
const poll: PollShape = { options, settings: { minimum: 2, maximum: 3 } };

const trial: Trial<SeveralChoices> = {
	poll,
	ballot: fc
		.oneof(
			{ weight: 8, arbitrary: fc.subarray(['a', 'b', 'c', 'e'], { minLength: 2, maxLength: 3 }) },
			fc.constantFrom([], ['d'])
		)
		.map((choices) => ({ choices })),
	oracle(ballots) {
		const counts: Record<string, number> = { a: 0, b: 0, c: 0, e: 0, d: 0 };
		let blank = 0;
		for (const { choices } of ballots) {
			if (choices[0] === undefined) blank += 1;
			for (const id of choices) counts[id] = (counts[id] ?? 0) + 1;
		}
		return { blank, counts };
	}
};

function handedIn(choices: readonly string[], shape = poll) {
	const data = new FormData();
	for (const choice of choices) data.append('choice', choice);
	const result = v.safeParse(severalChoices.ballot(shape), severalChoices.read(data));
	return result.success ? result.output.choices : result.issues.map((issue) => issue.message);
}

/** A box of this many people in which every option is ticked by so many of them, turn by turn. */
function box(people: number, counts: readonly number[]): SeveralChoices[] {
	const ticked = Array.from({ length: people }, (): string[] => []);
	let turn = 0;
	for (const [index, count] of counts.entries()) {
		for (let n = 0; n < count; n += 1) ticked[turn++ % people]?.push(options[index]?.id ?? '');
	}
	return ticked.map((choices) => ({ choices }));
}

describe('several choices', () => {
	holdsTheContract(severalChoices, trial);
	addsUp(severalChoices, trial);

	test('takes a set of options, in the order of the poll and each once', () => {
		expect(handedIn(['c', 'a'])).toEqual(['a', 'c']);
		expect(handedIn(['c', 'a', 'c'])).toEqual(['a', 'c']);
	});

	test('takes blank when somebody says so, and "geen voorkeur", whatever the minimum', () => {
		expect(handedIn(['blank'])).toEqual([]);
		expect(handedIn(['d'])).toEqual(['d']);
	});

	test.each([
		['nothing', [], 'ballot.choose-some'],
		['an empty field', [''], 'ballot.choose-some'],
		['fewer than the minimum', ['a'], 'ballot.too-few'],
		['the same one twice for two', ['a', 'a'], 'ballot.too-few'],
		['more than the maximum', ['a', 'b', 'c', 'e'], 'ballot.too-many'],
		['blank beside an option', ['a', 'blank'], 'ballot.blank-alone'],
		['"geen voorkeur" beside an option', ['a', 'd'], 'ballot.no-preference-alone'],
		['an option that is not there', ['a', 'x'], 'ballot.unknown-option']
	])('refuses %s', (_, choices, reason) => {
		expect(handedIn(choices)).toEqual([reason]);
	});

	test.each([undefined, null, 'a', { choices: 'a' }])('refuses %j for a ballot', (it) => {
		const result = v.safeParse(severalChoices.ballot(poll), it);
		expect(result.issues?.map((issue) => issue.message)).toEqual(['ballot.choose-some']);
	});

	test('asks for one at least and allows all where nothing is set', () => {
		const free = { options, settings: {} };
		expect(handedIn(['a', 'b', 'c', 'e'], free)).toEqual(['a', 'b', 'c', 'e']);
		expect(handedIn(['a'], free)).toEqual(['a']);
		expect(handedIn([], free)).toEqual(['ballot.choose-some']);
	});

	test.each([
		[{ minimum: 3, maximum: 2 }, 'poll.minimum-above-maximum'],
		[{ maximum: 0 }, 'poll.settings'],
		[{ minimum: 1.5 }, 'poll.settings'],
		[{ most: 3 }, 'poll.settings']
	])('refuses the settings %j', (settings, reason) => {
		const result = v.safeParse(severalChoices.settings, settings);
		expect(result.issues?.[0].message).toBe(reason);
	});

	test('gives shares of the people, not of the crosses: 10 people, 25 ticks', () => {
		const tally = severalChoices.count(box(10, [9, 8, 5, 3]), { options, settings: {} });
		expect(tally).toMatchObject({ ballots: 10, ticks: 25 });
		expect(tally.options.map(({ share }) => share)).toEqual(['9/10', '4/5', '1/2', '3/10', '0']);
	});

	test('counts the support plan: 812 choices of 312 parents', () => {
		const wishes = [201, 188, 142, 131, 87, 63];
		const plan = {
			options: wishes.map((_, index) => 'abcefg'.charAt(index)).map((id) => ({ id, label: id })),
			settings: { maximum: 3 }
		};
		const ballots = Array.from({ length: 312 }, (): string[] => []);
		let turn = 0;
		for (const [index, count] of wishes.entries()) {
			for (let n = 0; n < count; n += 1) ballots[turn++ % 312]?.push('abcefg'.charAt(index));
		}
		const valid = ballots.map((choices) => v.parse(severalChoices.ballot(plan), { choices }));
		const tally = severalChoices.count(valid, plan);
		expect(tally).toMatchObject({ ballots: 312, blank: 0, ticks: 812 });
		expect(tally.options.map(({ count }) => count)).toEqual(wishes);
	});

	test('counts a person who leaves it blank, without ticks', () => {
		const tally = severalChoices.count([{ choices: [] }, { choices: ['a', 'b'] }], poll);
		expect(tally).toMatchObject({ ballots: 2, blank: 1, preference: 1, ticks: 2 });
		expect(tally.options[0]).toMatchObject({ share: '1/2', shareOfPreference: '1' });
	});
});
