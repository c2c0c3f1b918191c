import { expect, test } from 'vitest';
import { isDecidedSoon, missingFor, type Preparation } from './guards.ts';
import { rulesFrom } from '#features/consultations/draft.ts';
import { draftInput } from '#features/consultations/input.ts';
import type { GroundRules } from '#features/consultations/ground-rules.ts';
import { parse } from '#kernel/parse.ts';
import { aDraft } from '#tests/support/draft.ts';

const NOW = new Date('2027-05-03T10:00:00Z');
const ready: Preparation = {
	rules: rulesFrom(parse(draftInput, aDraft())),
	introduction: 'Een idee.',
	motive: 'Nu.',
	facts: ['Een feit.'],
	contact: 'Marloes',
	panels: 0,
	polls: 1,
	units: 2,
	agreed: 'yes'
};
const ruled = (rules: Partial<GroundRules>) => ({ rules: { ...ready.rules, ...rules } });
const reasonsFor = (other: Partial<Preparation>, now = NOW) =>
	missingFor({ ...ready, ...other }, now).map(({ reason }) => reason);

test('a consultation with everything can be opened', () => {
	expect(reasonsFor({})).toEqual([]);
	expect(reasonsFor({ polls: 0, panels: 1, units: 0 })).toEqual([]);
});

test.each<[Partial<Preparation>, string]>([
	[{ introduction: '' }, 'open.introduction'],
	[{ motive: '' }, 'open.motive'],
	[{ facts: [] }, 'open.facts'],
	[ruled({ fixed: [] }), 'open.fixed'],
	[ruled({ open: [] }), 'open.open'],
	[ruled({ decider: '' }), 'open.decider'],
	[ruled({ decisionDay: '' }), 'open.decision-day'],
	[ruled({ answerDay: '' }), 'open.answer-day'],
	[ruled({ weight: '' }), 'open.weight'],
	[{ contact: '' }, 'open.contact'],
	[ruled({ decisionDay: '2027-05-28' }), 'open.decision-too-early'],
	[ruled({ answerDay: '2027-05-28' }), 'open.answer-too-early'],
	[ruled({ threshold: { kind: 'threshold', about: 'response' } }), 'open.threshold'],
	[{ polls: 0 }, 'open.nothing-to-do'],
	[{ units: 0 }, 'open.nobody'],
	[{ agreed: 'no' }, 'open.not-agreed'],
	[{ agreed: 'otherwise' }, 'open.agreed-otherwise']
])('%j stands in the way: %s', (other, reason) => {
	expect(reasonsFor(other)).toEqual([reason]);
});

test('a period may have begun, but not be over', () => {
	expect(reasonsFor({}, new Date('2027-05-28T21:58:00Z'))).toEqual([]);
	expect(reasonsFor({}, new Date('2027-05-28T21:59:00Z'))).toEqual(['open.period-over']);
});

test('a decision within two weeks of the closing is soon', () => {
	const decided = (decisionDay: string) => isDecidedSoon({ ...ready.rules, decisionDay });
	expect([decided('2027-06-10'), decided('2027-06-11'), decided('')]).toEqual([true, false, false]);
});
