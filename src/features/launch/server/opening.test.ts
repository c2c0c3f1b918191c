import { createHash } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { agreeGroundRules } from './agree-ground-rules.ts';
import { openConsultation } from './open-consultation.ts';
import { exportRules, showRules } from './show-rules.ts';
import { stageOf } from '#features/consultations/rules.ts';
import { getConsultation } from '#features/consultations/server/queries.ts';
import { reviseConsultation } from '#features/consultations/server/revise-consultation.ts';
import { consultations, groundRules } from '#features/consultations/server/schema.ts';
import { countUnits } from '#features/electorate/server/queries.ts';
import { canonicalJson } from '#kernel/canonical.ts';
import { Conflict, Forbidden, NotFound } from '#kernel/errors.ts';
import { journal } from '#kernel/server/schema.ts';
import { polls } from '#features/polls/server/schema.ts';
import { aDraft, aDraftedConsultation, addPoll, openIt, DRAFTING } from '#tests/support/draft.ts';
import { at } from '#tests/support/world.ts';

const becauseOf = (said: string) => ({
	cause: { message: expect.stringContaining(said) as string }
});
const NAMES = { names: ['Marloes de Wit', 'Peter Kuipers'] } as const;

test('two different people agree, on a day that has come', async () => {
	const { school, council, slug } = await aDraftedConsultation();
	const agree = (names: [string, string], day?: string) =>
		agreeGroundRules(council, slug, { names, ...(day ? { day } : {}) });
	await expect(agree(['Marloes', ' marloes '])).rejects.toMatchObject({
		issues: { name2: 'ground-rules.same-name' }
	});
	await expect(agree(['Marloes', ''])).rejects.toMatchObject({
		issues: { name2: 'field.required' }
	});
	await expect(agree(['Marloes', 'Peter'], '2027-05-04')).rejects.toMatchObject({
		issues: { day: 'ground-rules.not-yet' }
	});
	await agree(['Marloes', 'Peter'], '2027-05-01');
	expect(await getConsultation(council.read, school.scope, slug)).toMatchObject({
		agreedBy: ['Marloes', 'Peter'],
		agreedOn: '2027-05-01',
		frozenAt: null,
		fingerprint: null
	});
});

test('opening freezes the rules with their polls, and the fingerprint is that of the exported bytes', async () => {
	const drafted = await aDraftedConsultation({ response: 'at-least', responseShare: '60%' });
	const { school, council, slug, id } = drafted;
	await openIt(drafted);

	const opened = await getConsultation(council.read, school.scope, slug);
	expect(opened).toMatchObject({ openedAt: DRAFTING, frozenAt: DRAFTING });
	expect(stageOf(opened, DRAFTING)).toBe('planned');
	const text = await exportRules(school.guest(), slug);
	expect(createHash('sha256').update(text, 'utf8').digest('hex')).toBe(opened.fingerprint);
	expect(text).toBe(canonicalJson(opened.rules));
	expect(opened.rules.polls).toEqual([
		{
			slug: 'tijden',
			question: 'Welke schooltijden wilt u?',
			method: 'single-choice',
			options: [
				{ id: 'a', label: 'Zo blijven', hint: '8.30 tot 15.15 uur' },
				{ id: 'b', label: 'Vijf gelijke dagen' },
				{ id: 'd', label: 'Geen voorkeur', noPreference: true }
			],
			settings: {}
		}
	]);
	expect(opened.rules.threshold).toMatchObject({ numerator: 60, denominator: 100 });
	expect(await countUnits(council.read, id)).toBe(2);
	expect((await showRules(school.guest(), slug)).fingerprint).toBe(opened.fingerprint);
});

test('nothing is opened as long as something is missing, and it says what', async () => {
	const drafted = await aDraftedConsultation(
		{ fixed: '', open: '', decider: '', decisionDay: '' },
		{ poll: false, households: {} }
	);
	const { council, slug, id, school } = drafted;
	await expect(openConsultation(council, slug)).rejects.toMatchObject({
		reason: 'open.incomplete',
		issues: {
			fixed: 'open.fixed',
			open: 'open.open',
			decider: 'open.decider',
			decisionDay: 'open.decision-day',
			polls: 'open.nothing-to-do',
			agree: 'open.not-agreed'
		}
	});
	expect((await getConsultation(council.read, school.scope, slug)).openedAt).toBeNull();
	expect(await countUnits(council.read, id)).toBe(0);
});

test('a poll that came after the agreement was not agreed on', async () => {
	const { school, council, slug, id } = await aDraftedConsultation({}, { poll: false });
	await agreeGroundRules(council, slug, NAMES);
	await addPoll(school, id);
	await expect(openConsultation(council, slug)).rejects.toMatchObject({
		issues: { agree: 'open.agreed-otherwise' }
	});
	await agreeGroundRules(council, slug, NAMES);
	await openConsultation(council, slug);
	expect((await getConsultation(council.read, school.scope, slug)).rules.polls).toHaveLength(1);
});

test('every poll is as secret as the rules, also one that was made before the rules changed', async () => {
	const drafted = await aDraftedConsultation();
	const { school, council, slug } = drafted;
	await reviseConsultation(council, slug, aDraft({ secrecy: 'confidential' }));
	await openIt(drafted);
	const rows = await school.store.read.select({ secrecy: polls.secrecy }).from(polls);
	expect(rows).toEqual([{ secrecy: 'confidential' }]);
});

test('opening twice at the same moment opens once', async () => {
	const { school, council, slug, id } = await aDraftedConsultation();
	await agreeGroundRules(council, slug, NAMES);
	const both = await Promise.allSettled([
		openConsultation(council, slug),
		openConsultation(council, slug)
	]);
	expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
	expect(both.find((it) => it.status === 'rejected')?.reason).toEqual(
		new Conflict('consultation.fixed')
	);
	const lines = await school.store.read
		.select({ what: journal.what })
		.from(journal)
		.where(eq(journal.what, 'consultation.opened'));
	expect(lines).toHaveLength(1);
	expect(await countUnits(council.read, id)).toBe(2);
});

test('a consultation opens by the hand of council or coordinator only, and not once it is over', async () => {
	const drafted = await aDraftedConsultation();
	const { school, council, slug } = drafted;
	await agreeGroundRules(council, slug, NAMES);
	await expect(openConsultation(await school.a('moderator'), slug)).rejects.toThrow(Forbidden);
	for (const other of [await school.a('parent'), await school.a('decider')])
		await expect(openConsultation(other, slug)).rejects.toThrow(NotFound);
	const late = at(council, new Date('2027-05-28T21:59:00Z'));
	await expect(openConsultation(late, slug)).rejects.toMatchObject({
		issues: { closesDay: 'open.period-over' }
	});
	await openConsultation(await school.a('coordinator', DRAFTING), slug);
	expect((await getConsultation(council.read, school.scope, slug)).openedAt).toEqual(DRAFTING);
});

test('frozen is frozen: every command that changes rules refuses', async () => {
	const drafted = await aDraftedConsultation();
	const { school, council, slug } = drafted;
	await openIt(drafted);
	const before = await exportRules(school.guest(), slug);
	const fixed = new Conflict('consultation.fixed');
	await expect(reviseConsultation(council, slug, aDraft({ unit: 'parent' }))).rejects.toThrow(
		fixed
	);
	await expect(agreeGroundRules(council, slug, NAMES)).rejects.toThrow(fixed);
	await expect(openConsultation(council, slug)).rejects.toThrow(fixed);
	expect(await exportRules(school.guest(), slug)).toBe(before);
});

const other = { ...NAMES };
test.each<[string, Partial<typeof groundRules.$inferInsert>]>([
	['rules', { rules: {} as never }],
	['agreedBy', { agreedBy: [...other.names].toReversed() }],
	['agreedOn', { agreedOn: '2027-05-02' }],
	['frozenAt', { frozenAt: null }],
	['text', { text: '{}' }],
	['hash', { hash: 'f'.repeat(64) }]
])('frozen is frozen: the database refuses another %s', async (_, values) => {
	const drafted = await aDraftedConsultation();
	const { school, id } = drafted;
	await openIt(drafted);
	const change = school.store.write((tx) =>
		tx.update(groundRules).set(values).where(eq(groundRules.consultationId, id))
	);
	await expect(change).rejects.toMatchObject(becauseOf('ground rules are frozen'));
	const remove = school.store.write((tx) =>
		tx.delete(groundRules).where(eq(groundRules.consultationId, id))
	);
	await expect(remove).rejects.toMatchObject(becauseOf('ground rules are frozen'));
});

test.each<[string, Partial<typeof polls.$inferInsert>]>([
	['question', { question: 'Iets anders?' }],
	['method', { method: 'several-choices' }],
	['options', { options: [{ id: 'a', label: 'Zo blijven' }] }],
	['settings', { settings: { most: 3 } }],
	['secrecy', { secrecy: 'named' }]
])('frozen is frozen: the database refuses another %s of a poll', async (_, values) => {
	const drafted = await aDraftedConsultation();
	const { school, id } = drafted;
	await openIt(drafted);
	const [before] = await school.store.read.select().from(polls);
	const change = school.store.write((tx) =>
		tx.update(polls).set(values).where(eq(polls.consultationId, id))
	);
	await expect(change).rejects.toMatchObject(becauseOf('poll is fixed'));
	await expect(addPoll(school, id)).rejects.toMatchObject(becauseOf('poll is fixed'));
	expect(await school.store.read.select().from(polls)).toEqual([before]);
});

test('a draft has no export, and nobody but its makers knows of its rules', async () => {
	const { school, council, slug } = await aDraftedConsultation();
	await expect(exportRules(council, slug)).rejects.toThrow(NotFound);
	await expect(showRules(school.guest(), slug)).rejects.toThrow(NotFound);
	expect((await showRules(council, slug)).rules.polls).toHaveLength(1);
	const rows = await school.store.read.select({ id: consultations.id }).from(consultations);
	expect(rows).toHaveLength(1);
});
