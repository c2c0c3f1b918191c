import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { handsFrom } from '../input.ts';
import { handCountsOf } from './queries.ts';
import { recordAttendance } from './record-attendance.ts';
import { recordHands } from './record-hands.ts';
import { removeHands } from './remove-hands.ts';
import {
	knownBallots,
	participations,
	polls,
	secretBallots,
	slips,
	tallies
} from '#features/polls/server/schema.ts';
import { consultations } from '#features/consultations/server/schema.ts';
import { Conflict, NotFound } from '#kernel/errors.ts';
import { aConsultation } from '#tests/support/consultation.ts';
import { at, minutesLater } from '#tests/support/world.ts';

const EVENING = minutesLater(60 * 24 * 8);
const hands = (...counts: (number | string)[]) => ({
	question: 'Kunt u leven met plan B?',
	answers: ['ja', 'nee', 'weet niet'].map((label, n) => ({ label, count: counts[n] ?? '' }))
});

async function anEvening() {
	const consulted = await aConsultation();
	const { school, eveningId } = consulted;
	const moderator = await school.a('moderator', EVENING);
	return {
		...consulted,
		moderator,
		raise: (input: unknown, now = EVENING) =>
			recordHands(at(moderator, now), 'schooltijden', 'avond', input),
		counted: () => handCountsOf(school.store.read, eveningId)
	};
}

test('a show of hands keeps the question and the answers that have a number', async () => {
	const { raise, counted } = await anEvening();
	await raise(hands(14, '5', 4));
	await raise(hands(3, 0), minutesLater(5, EVENING));
	expect(await counted()).toMatchObject([
		{
			question: 'Kunt u leven met plan B?',
			answers: [
				{ label: 'ja', count: 14 },
				{ label: 'nee', count: 5 },
				{ label: 'weet niet', count: 4 }
			]
		},
		{
			answers: [
				{ label: 'ja', count: 3 },
				{ label: 'nee', count: 0 }
			]
		}
	]);
});

test('no more hands than people: not when counting hands, and not when counting people', async () => {
	const { raise, counted, moderator } = await anEvening();
	const attend = (attendance: number) =>
		recordAttendance(moderator, 'schooltijden', 'avond', { attendance });
	await attend(22);
	await expect(raise(hands(14, 5, 4))).rejects.toMatchObject({
		issues: { answers: 'evening.more-than-there' }
	});
	await attend(23);
	await raise(hands(14, 5, 4));
	await expect(attend(22)).rejects.toMatchObject({
		issues: { attendance: 'evening.fewer-than-counted' }
	});
	expect(await counted()).toHaveLength(1);
});

test.each([
	[hands(14), { answers: 'evening.hands-need-answers' }],
	[hands('veel', 2), { 'answers.0.count': 'field.number' }],
	[{ ...hands(1, 2), question: '' }, { question: 'field.required' }],
	[
		{
			question: 'Ja?',
			answers: [
				{ label: 'ja', count: 1 },
				{ label: 'Ja', count: 2 }
			]
		},
		{ answers: 'evening.same-answer' }
	],
	[{ question: 'Ja?', answers: [{ label: '', count: 1 }] }, { 'answers.0.label': 'field.required' }]
])('a show of hands like %j is refused beside its field', async (input, issues) => {
	const { raise, counted } = await anEvening();
	await expect(raise(input)).rejects.toMatchObject({ issues });
	expect(await counted()).toEqual([]);
});

test('a form with rows of answers becomes one show of hands', () => {
	const form = new FormData();
	form.set('question', 'Ja?');
	form.set('answers.0.label', 'ja');
	form.set('answers.0.count', '3');
	form.set('answers.1.label', '');
	form.set('answers.1.count', '');
	expect(handsFrom(form)).toEqual({
		question: 'Ja?',
		answers: [
			{ label: 'ja', count: '3' },
			{ label: '', count: '' }
		]
	});
});

test('what was typed wrongly is removed and entered anew, until the report', async () => {
	const { raise, counted, moderator, school } = await anEvening();
	const { id } = await raise(hands(14, 5, 4));
	await removeHands(moderator, 'schooltijden', 'avond', id);
	expect(await counted()).toEqual([]);
	await expect(removeHands(moderator, 'schooltijden', 'avond', id)).rejects.toThrow(NotFound);

	const again = await raise(hands(14, 5, 4));
	await school.store.write((tx) => tx.update(consultations).set({ reportedAt: EVENING }));
	await expect(removeHands(moderator, 'schooltijden', 'avond', again.id)).rejects.toThrow(Conflict);
	await expect(raise(hands(1, 2, 3))).rejects.toThrow(Conflict);
});

test('a show of hands never changes a number of a poll', async () => {
	const { raise, school, pollId, families } = await anEvening();
	const { read, write } = school.store;
	const rightId = families[0]?.rightId ?? '';
	await write(async (tx) => {
		await tx.insert(participations).values({ pollId, rightId, day: '2027-05-12' });
		await tx.insert(secretBallots).values({ pollId, id: 'one', channel: 'online', choice: 'a' });
	});
	const box = async () =>
		Promise.all(
			[polls, participations, secretBallots, knownBallots, slips, tallies].map((table) =>
				read.select().from(table)
			)
		);
	const before = await box();
	await raise(hands(14, 5, 4));
	expect(await box()).toEqual(before);
	expect(before.flat()).toHaveLength(3);
});

test('nothing that counts ballots knows of a show of hands', () => {
	const counting = globSync('src/features/{polls,electorate}/**/*.ts');
	const knowing = counting.filter((file) =>
		/handCount|hand_count|features\/evenings/.test(readFileSync(file, 'utf8'))
	);
	expect(counting.length).toBeGreaterThan(10);
	expect(knowing).toEqual([]);
});
