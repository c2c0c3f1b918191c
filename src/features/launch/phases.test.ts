import { expect, test } from 'vitest';
import { phasesOf, type Course } from './phases.ts';
import { STAGES } from '#features/consultations/rules.ts';

const NOW = new Date('2027-05-21T10:00:00Z');
const evening = (day: string) => ({
	slug: day,
	title: 'Ouderavond',
	startsAt: new Date(`${day}T17:30:00Z`),
	endsAt: new Date(`${day}T19:00:00Z`)
});
const course: Course = {
	stage: 'open',
	draftedAt: new Date('2027-04-12T10:00:00Z'),
	opensAt: new Date('2027-05-10T06:00:00Z'),
	closesAt: new Date('2027-05-28T21:59:00Z'),
	decisionDay: '2027-06-24',
	answerDay: '2027-09-01',
	reportedAt: null,
	evenings: [evening('2027-05-20'), evening('2027-05-25')]
};
const at = (other: Partial<Course>, now = NOW) =>
	phasesOf({ ...course, ...other }, now).map(({ kind, state }) => `${kind}: ${state}`);

test('while it is open, evenings that were stand before it and those to come behind it', () => {
	expect(at({})).toEqual([
		'prepare: done',
		'evening: done',
		'take-part: now',
		'evening: next',
		'report: next',
		'decision: next',
		'answers: next'
	]);
});

test('at every stage there is at most one step that it is in, and nothing done comes after it', () => {
	for (const stage of STAGES) {
		const states = phasesOf({ ...course, stage, evenings: [] }, NOW).map(({ state }) => state);
		expect(states.filter((state) => state === 'now').length).toBeLessThanOrEqual(1);
		expect(states.join(' ')).toMatch(/^(done ?)*(now ?)?(next ?)*$/);
	}
});

test('a report is followed by the decision on its day, and then by the answers', () => {
	const reported = { stage: 'reported', evenings: [], reportedAt: NOW } as const;
	const now = (date: string) =>
		phasesOf({ ...course, ...reported }, new Date(date)).find(({ state }) => state === 'now')?.kind;
	expect(now('2027-06-24T12:00:00Z')).toBe('decision');
	expect(now('2027-06-25T12:00:00Z')).toBe('answers');
	expect(at({ stage: 'done', evenings: [] })).not.toContain('answers: now');
});

test('a day is that of the school: closing at 23.59 is that day, and not the next in UTC', () => {
	const [, , takePart] = phasesOf({ ...course, closesAt: new Date('2027-05-28T22:30:00Z') }, NOW);
	expect([takePart?.from, takePart?.to]).toEqual(['2027-05-10', '2027-05-29']);
});

test('a period that closes at midnight ends on the day before', () => {
	const [, , takePart] = phasesOf({ ...course, closesAt: new Date('2027-05-28T22:00:00Z') }, NOW);
	expect(takePart?.to).toBe('2027-05-28');
});

test('what is not known yet has no day', () => {
	const draft = phasesOf({ ...course, stage: 'draft', decisionDay: '', evenings: [] }, NOW);
	expect(draft.map(({ from }) => from)).toEqual([
		'2027-04-12',
		'2027-05-10',
		null,
		null,
		'2027-09-01'
	]);
});
