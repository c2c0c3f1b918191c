import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { addsUp, holdsTheContract, type Trial } from './contract.ts';
import type { PollShape } from './method.ts';
import { singleChoice, type SingleChoice } from './single-choice.ts';

const poll: PollShape = {
	options: [
		{ id: 'a', label: 'Zo blijven' },
		{ id: 'b', label: 'Vijf gelijke dagen' },
		{ id: 'c', label: 'Vrije woensdagmiddag' },
		{ id: 'd', label: 'Geen voorkeur', noPreference: true }
	],
	settings: {}
};

const trial: Trial<SingleChoice> = {
	poll,
	ballot: fc.record({ choice: fc.constantFrom('a', 'b', 'c', 'd', null) }),
	oracle(ballots) {
		const counts: Record<string, number> = { a: 0, b: 0, c: 0, d: 0 };
		for (const id of Object.keys(counts)) {
			counts[id] = ballots.filter((ballot) => ballot.choice === id).length;
		}
		return { blank: ballots.filter((ballot) => ballot.choice === null).length, counts };
	}
};

function form(...choices: string[]): FormData {
	const data = new FormData();
	for (const choice of choices) data.append('choice', choice);
	return data;
}

/** What comes of a form: the ballot, or the reasons why there is none. */
function handedIn(data: FormData) {
	const result = v.safeParse(singleChoice.ballot(poll), singleChoice.read(data));
	return result.success ? result.output : result.issues.map((issue) => issue.message);
}

const box = (counts: Record<string, number>, blank = 0): SingleChoice[] => [
	...Object.entries(counts).flatMap(([choice, count]) =>
		Array.from({ length: count }, () => ({ choice }))
	),
	...Array.from({ length: blank }, () => ({ choice: null }))
];

describe('single choice', () => {
	holdsTheContract(singleChoice, trial);
	addsUp(singleChoice, trial);

	test('takes the one option that is marked', () => {
		expect(handedIn(form('b'))).toEqual({ choice: 'b' });
	});

	test('takes blank when somebody says so', () => {
		expect(handedIn(form('blank'))).toEqual({ choice: null });
	});

	test.each([
		['nothing', form(), 'ballot.choose-one'],
		['an empty field', form(''), 'ballot.choose-one'],
		['two marks', form('a', 'b'), 'ballot.choose-one'],
		['blank and a mark', form('blank', 'a'), 'ballot.choose-one'],
		['an option that is not there', form('e'), 'ballot.unknown-option'],
		['the label instead of the option', form('Zo blijven'), 'ballot.unknown-option']
	])('refuses %s', (_, data, reason) => {
		expect(handedIn(data)).toEqual([reason]);
	});

	test.each([undefined, null, 'a', [], { keuze: 'a' }])('refuses %j for a ballot', (it) => {
		const result = v.safeParse(singleChoice.ballot(poll), it);
		expect(result.issues?.map((issue) => issue.message)).toEqual(['ballot.choose-one']);
	});

	test('keeps nothing of a ballot but the choice', () => {
		const choice = v.parse(singleChoice.ballot(poll), { choice: 'a', from: 'Jeroen' });
		expect(choice).toEqual({ choice: 'a' });
	});

	test('has no settings', () => {
		expect(v.is(singleChoice.settings, { maximum: 2 })).toBe(false);
	});

	test('counts the school hours of De Merelmolen: 102 ballots, 98 with a preference', () => {
		const tally = singleChoice.count(box({ a: 29, b: 58, c: 11, d: 4 }), poll);
		expect(tally).toEqual({
			ballots: 102,
			blank: 0,
			noPreference: 4,
			preference: 98,
			options: [
				{ id: 'a', count: 29, share: '29/102', shareOfPreference: '29/98' },
				{ id: 'b', count: 58, share: '29/51', shareOfPreference: '29/49' },
				{ id: 'c', count: 11, share: '11/102', shareOfPreference: '11/98' },
				{ id: 'd', count: 4, share: '2/51', shareOfPreference: null }
			],
			order: [
				{ place: 1, options: ['b'] },
				{ place: 2, options: ['a'] },
				{ place: 3, options: ['c'] }
			]
		});
	});

	test('counts the contribution: 89 ballots', () => {
		const tally = singleChoice.count(box({ a: 41, b: 33, c: 12, d: 3 }), poll);
		expect(tally).toMatchObject({ ballots: 89, noPreference: 3, preference: 86 });
	});

	test('counts a blank ballot as a ballot, but for nothing and nobody', () => {
		const tally = singleChoice.count(box({ a: 1, d: 1 }, 2), poll);
		expect(tally).toMatchObject({ ballots: 4, blank: 2, noPreference: 1, preference: 1 });
		expect(tally.options[0]).toMatchObject({ share: '1/4', shareOfPreference: '1' });
	});

	test('lets equals share a place, and skips the next', () => {
		const { order } = singleChoice.count(box({ a: 3, b: 3, c: 1, d: 9 }), poll);
		expect(order).toEqual([
			{ place: 1, options: ['a', 'b'] },
			{ place: 3, options: ['c'] }
		]);
	});

	test('has no share of the preference when nobody has one', () => {
		const { options } = singleChoice.count(box({ d: 2 }), poll);
		expect(options.map((it) => it.shareOfPreference)).toEqual([null, null, null, null]);
	});
});
