import { expect, test } from 'vitest';
import { correctConsultation } from './correct-consultation.ts';
import { extendConsultation } from './extend-consultation.ts';
import { resumeConsultation } from './resume-consultation.ts';
import { exportRules } from './show-rules.ts';
import { suspendConsultation } from './suspend-consultation.ts';
import { withdrawConsultation } from './withdraw-consultation.ts';
import { stageOf } from '#features/consultations/rules.ts';
import { changesOf, getConsultation } from '#features/consultations/server/queries.ts';
import { Conflict, Forbidden, NotFound } from '#kernel/errors.ts';
import { aDraftedConsultation, openIt, type Drafted } from '#tests/support/draft.ts';
import { at } from '#tests/support/world.ts';

const DURING = new Date('2027-05-20T10:00:00Z');
const AFTER = new Date('2027-05-28T21:59:00Z');
const REASON = 'De brieven kwamen twee dagen te laat.';
const later = { day: '2027-06-04', time: '23.59', reason: REASON };

async function opened(): Promise<Drafted> {
	const drafted = await aDraftedConsultation();
	await openIt(drafted);
	return { ...drafted, council: at(drafted.council, DURING) };
}
const now = ({ school, slug, council }: Drafted) =>
	getConsultation(council.read, school.scope, slug);

test('a closing moves later in the open, and the frozen rules stay as they are', async () => {
	const it = await opened();
	const before = await exportRules(it.school.guest(), it.slug);
	await extendConsultation(it.council, it.slug, later);
	await extendConsultation(it.council, it.slug, { ...later, day: '2027-06-08', time: '8:00' });

	const moved = await now(it);
	expect(moved.closesAt).toEqual(new Date('2027-06-08T06:00:00Z'));
	expect(moved.rules.closesAt).toBe('2027-05-28T21:59:00.000Z');
	expect(await exportRules(it.school.guest(), it.slug)).toBe(before);
	expect(await changesOf(it.council.read, it.id)).toMatchObject([
		{ before: '2027-06-04T21:59:00.000Z', after: '2027-06-08T06:00:00.000Z' },
		{
			kind: 'closes-later',
			field: 'closesAt',
			before: '2027-05-28T21:59:00.000Z',
			after: '2027-06-04T21:59:00.000Z',
			reason: REASON
		}
	]);
});

test.each([
	[{ ...later, day: '2027-05-28', time: '23:59' }, { day: 'extend.not-later' }],
	[{ ...later, day: '2027-05-20' }, { day: 'extend.not-later' }],
	[{ ...later, day: '2027-06-24' }, { day: 'extend.after-decision' }],
	[{ ...later, reason: 'Zomaar.' }, { reason: 'reason.too-short' }],
	[{ ...later, day: '31 mei' }, { day: 'field.day' }]
])('a closing does not move by %j', async (wrong, issues) => {
	const it = await opened();
	await expect(extendConsultation(it.council, it.slug, wrong)).rejects.toMatchObject({ issues });
	expect((await now(it)).closesAt).toEqual(AFTER);
});

test('a closing does not move to or past the day on which parents were promised the answers', async () => {
	const it = await aDraftedConsultation({ answerDay: '2027-06-10' });
	await openIt(it);
	const council = at(it.council, DURING);
	const extend = (day: string) => extendConsultation(council, it.slug, { ...later, day });
	for (const day of ['2027-06-10', '2027-06-11'])
		await expect(extend(day)).rejects.toMatchObject({ issues: { day: 'extend.after-answer' } });
	expect((await now(it)).closesAt).toEqual(AFTER);
	await extend('2027-06-09');
	expect((await now(it)).closesAt).toEqual(new Date('2027-06-09T21:59:00Z'));
});

test('a closing moves while the clock runs: not of a draft, a stopped or a closed consultation', async () => {
	const draft = await aDraftedConsultation();
	const tooLate = new Conflict('extend.too-late');
	await expect(extendConsultation(draft.council, draft.slug, later)).rejects.toThrow(tooLate);
	const it = await opened();
	await expect(extendConsultation(at(it.council, AFTER), it.slug, later)).rejects.toThrow(tooLate);
	await suspendConsultation(it.council, it.slug, { reason: REASON });
	await expect(extendConsultation(it.council, it.slug, later)).rejects.toThrow(tooLate);
});

test('a typing error is mended with what stood there before and after in full', async () => {
	const it = await opened();
	const before = await exportRules(it.school.guest(), it.slug);
	const mend = (input: object) => correctConsultation(it.council, it.slug, input);
	await mend({ field: 'title', text: 'Welke schooltijden passen u?', reason: 'Tikfout' });
	await mend({ field: 'facts', text: 'Nu: 8.30 uur.\nIdee: samen eten.', reason: 'Tikfout' });

	const mended = await now(it);
	expect([mended.title, mended.facts]).toEqual([
		'Welke schooltijden passen u?',
		['Nu: 8.30 uur.', 'Idee: samen eten.']
	]);
	expect(mended.rules.title).toBe('Welke schooltijden passen bij ons?');
	expect(await exportRules(it.school.guest(), it.slug)).toBe(before);
	const changes = await changesOf(it.council.read, it.id);
	expect(changes).toContainEqual({
		kind: 'typing-error',
		field: 'title',
		before: 'Welke schooltijden passen bij ons?',
		after: 'Welke schooltijden passen u?',
		reason: 'Tikfout',
		at: DURING
	});
	expect(changes).toHaveLength(2);
});

test.each([
	[{ field: 'question', text: 'Iets anders?', reason: 'Tikfout' }, { field: 'field.choose' }],
	[{ field: 'title', text: '', reason: 'Tikfout' }, { text: 'field.required' }],
	[
		{ field: 'motive', text: 'Wij hebben te weinig overblijfouders.', reason: 'Tikfout' },
		{ text: 'correct.same' }
	],
	[{ field: 'title', text: 'Andere titel', reason: '' }, { reason: 'field.required' }]
])('%j is no typing error', async (wrong, issues) => {
	const it = await opened();
	await expect(correctConsultation(it.council, it.slug, wrong)).rejects.toMatchObject({ issues });
	expect(await changesOf(it.council.read, it.id)).toEqual([]);
});

test('a consultation is stopped and goes on, with reasons for everybody to read', async () => {
	const it = await opened();
	await expect(suspendConsultation(it.council, it.slug, { reason: 'Even.' })).rejects.toMatchObject(
		{ issues: { reason: 'reason.too-short' } }
	);
	await suspendConsultation(it.council, it.slug, { reason: REASON });
	expect(stageOf(await now(it), DURING)).toBe('suspended');
	expect((await now(it)).stopReason).toBe(REASON);
	await expect(suspendConsultation(it.council, it.slug, { reason: REASON })).rejects.toThrow(
		new Conflict('stop.not-open')
	);
	const goesOn = 'De brieven zijn er nu. U kunt weer meedoen.';
	await resumeConsultation(it.council, it.slug, { reason: goesOn });
	expect(stageOf(await now(it), DURING)).toBe('open');
	expect((await now(it)).stopReason).toBe(goesOn);
	await expect(resumeConsultation(it.council, it.slug, { reason: REASON })).rejects.toThrow(
		new Conflict('stop.not-suspended')
	);
});

test('what is withdrawn stays withdrawn; a draft and what was counted are not', async () => {
	const draft = await aDraftedConsultation();
	const refused = new Conflict('stop.not-withdrawable');
	const reason = { reason: REASON };
	await expect(withdrawConsultation(draft.council, draft.slug, reason)).rejects.toThrow(refused);
	const it = await opened();
	await withdrawConsultation(it.council, it.slug, reason);
	expect(stageOf(await now(it), DURING)).toBe('withdrawn');
	await expect(withdrawConsultation(it.council, it.slug, reason)).rejects.toThrow(refused);
	await expect(resumeConsultation(it.council, it.slug, reason)).rejects.toThrow(
		new Conflict('stop.not-suspended')
	);
});

test('changes are for those who organise, of this school', async () => {
	const it = await opened();
	const parent = await it.school.a('parent', DURING);
	const elsewhere = await (await it.school.anotherSchool()).a('council', DURING);
	for (const change of [
		(ctx = parent) => extendConsultation(ctx, it.slug, later),
		(ctx = parent) =>
			correctConsultation(ctx, it.slug, { field: 'title', text: 'Anders', reason: 'Tikfout' }),
		(ctx = parent) => suspendConsultation(ctx, it.slug, { reason: REASON }),
		(ctx = parent) => withdrawConsultation(ctx, it.slug, { reason: REASON })
	]) {
		await expect(change()).rejects.toThrow(Forbidden);
		await expect(change(elsewhere)).rejects.toThrow(NotFound);
	}
	expect(await changesOf(it.council.read, it.id)).toEqual([]);
});
