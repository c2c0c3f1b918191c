import { expect, test } from 'vitest';
import { auditPoll } from './audit-poll.ts';
import { castBallot } from './cast-ballot.ts';
import { confirmCount } from './confirm-count.ts';
import { enterSlip } from './enter-slip.ts';
import { getPoll } from './queries.ts';
import { slipForms } from './schema.ts';
import { showSlips } from './show-slips.ts';
import { strikeSlip } from './strike-slip.ts';
import type { Secrecy } from '#features/consultations/ground-rules.ts';
import type { Context } from '#kernel/server/context.ts';
import { aConsultation, CLOSES } from '#tests/support/consultation.ts';
import { at, minutesLater } from '#tests/support/world.ts';

const NAMES = ['schooltijden', 'schooltijden'] as const;

async function aDesk(secrecy: Secrecy = 'secret') {
	const it = await aConsultation({ secrecy });
	const { read } = it.school.store;
	const counter = await it.school.a('moderator');
	const shown = (ctx: Context = counter) => showSlips(ctx, 'schooltijden', null);
	/** A page as it came to this person, on which the fields are filled in. */
	const page = async (code: string, more: Record<string, string> = {}, by = counter) => {
		const form = new FormData();
		const { page: given } = await shown(by);
		const fields = { page: given, channel: 'paper', code, choice: 'a', receivedOn: '2027-05-12' };
		for (const [name, value] of Object.entries({ ...fields, ...more })) form.set(name, value);
		return form;
	};
	const enter = (form: FormData, by = counter) => enterSlip(by, ...NAMES, form);
	/** How many slips became a ballot, what became of the others, and whether the books agree. */
	const books = async () => {
		const { outcomes, refused } = await shown();
		const poll = await getPoll(read, it.school.scope, ...NAMES);
		expect((await auditPoll(read, poll)).reconciliation.holds).toBe(true);
		return [outcomes[0]?.count, refused.map(({ outcome }) => outcome).toSorted()];
	};
	const [one, two] = it.families;
	if (!one || !two) throw new Error('too few families');
	return { ...it, read, counter, page, enter, books, shown, one, two };
}

test.each(['secret', 'confidential', 'named'] as const)(
	'in a %s poll a form that is sent twice is one slip, and both answers say that it was counted',
	async (secrecy) => {
		const { page, enter, books, one, two } = await aDesk(secrecy);
		const form = await page(one.code);
		expect([await enter(form), await enter(form), await enter(form)]).toEqual(
			Array(3).fill('counted')
		);
		const blank = await page(two.code, { mark: 'blank' });
		expect(await Promise.all([enter(blank), enter(blank)])).toEqual(['blank', 'blank']);
		expect(await books()).toEqual([2, []]);
	}
);

test('a slip that is refused is listed once when its form is sent twice', async () => {
	const { page, enter, books, one, two } = await aDesk();
	const vote = new FormData();
	vote.set('choice', 'b');
	await castBallot(one.ctx, ...NAMES, vote);
	for (const [form, outcome] of [
		[await page(one.code), 'double'],
		[await page('2222-2222'), 'unknown'],
		[await page(two.code, { mark: 'invalid' }), 'invalid']
	] as const)
		expect(await Promise.all([enter(form), enter(form)])).toEqual([outcome, outcome]);
	expect(await books()).toEqual([0, ['double', 'invalid', 'unknown']]);
});

test('a form on which anything was changed is another slip, and so is a new page', async () => {
	const { page, enter, books, one, two } = await aDesk();
	const mistyped = await page('2222-2222');
	expect(await enter(mistyped)).toBe('unknown');
	mistyped.set('code', one.code);
	expect(await enter(mistyped)).toBe('counted');
	mistyped.set('choice', 'b');
	expect(await enter(mistyped)).toBe('double');
	expect(await enter(await page(one.code))).toBe('double');
	expect(await enter(await page(two.code))).toBe('counted');
	expect(await books()).toEqual([2, ['double', 'double', 'unknown']]);
});

test('a form is that of who sent it: from somebody else it is another slip', async () => {
	const { school, page, enter, one } = await aDesk();
	const form = await page(one.code);
	const other = await school.a('moderator');
	expect([await enter(form), await enter(form, other)]).toEqual(['counted', 'double']);
});

test('a slip that was struck is entered anew when its form comes again', async () => {
	const { counter, page, enter, books, shown } = await aDesk();
	const form = await page('2222-2222');
	await enter(form);
	await strikeSlip(counter, ...NAMES, (await shown()).refused[0]?.id ?? '');
	expect(await books()).toEqual([0, []]);
	expect(await enter(form)).toBe('unknown');
	expect(await books()).toEqual([0, ['unknown']]);
});

test('of forms only the last of each person is kept, without code, choice or time, until the count', async () => {
	const { school, families, read, page, enter, counter, consultationId } = await aDesk();
	const other = await school.a('council');
	for (const { code } of families) await enter(await page(code));
	const rows = await read.select().from(slipForms);
	expect(rows).toEqual([
		{
			consultationId,
			personId: counter.actor.kind === 'person' ? counter.actor.personId : '',
			seal: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
			refusal: null
		}
	]);
	const after = minutesLater(60, CLOSES);
	await confirmCount(at(counter, after), 'schooltijden');
	await confirmCount(at(other, after), 'schooltijden');
	expect(await read.select().from(slipForms)).toEqual([]);
});
