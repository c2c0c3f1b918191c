import fc from 'fast-check';
import { eq, sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { auditPoll } from './audit-poll.ts';
import { castBallot } from './cast-ballot.ts';
import { confirmCount } from './confirm-count.ts';
import { enterSlip } from './enter-slip.ts';
import { closedTally, getPoll } from './queries.ts';
import { showCount } from './show-count.ts';
import { showPoll } from './show-poll.ts';
import { showSlips } from './show-slips.ts';
import { slipCounts, slips } from './schema.ts';
import { participationCodes } from '#features/electorate/server/schema.ts';
import { Conflict, Forbidden, Invalid } from '#kernel/errors.ts';
import type { Context } from '#kernel/server/context.ts';
import { aConsultation, CLOSES, type Consulted, type Family } from '#tests/support/consultation.ts';
import { at, minutesLater } from '#tests/support/world.ts';

const NAMES = ['schooltijden', 'schooltijden'] as const;
const AFTER = minutesLater(60, CLOSES);

const form = (fields: Record<string, string>) => {
	const made = new FormData();
	for (const [name, value] of Object.entries(fields)) made.append(name, value);
	return made;
};
const slip = (code: string, choice: string, more: Record<string, string> = {}) =>
	form({ channel: 'paper', code, choice, receivedOn: '2027-05-12', ...more });
const pollOf = ({ school }: Consulted) => getPoll(school.store.read, school.scope, ...NAMES);
const audit = async (it: Consulted) => auditPoll(it.school.store.read, await pollOf(it));
const family = ({ families }: Consulted, index: number): Family => {
	const found = families[index];
	if (!found) throw new Error('no such family');
	return found;
};

test('a slip counts like a click: one ballot on paper, the family marked, no code kept', async () => {
	const it = await aConsultation();
	const counter = await it.school.a('moderator');
	expect(await enterSlip(counter, ...NAMES, slip(family(it, 0).code, 'a'))).toBe('counted');
	const { tally, byChannel, holds } = await audit(it);
	expect([tally.ballots, byChannel.paper?.ballots, holds]).toEqual([1, 1, true]);
	expect(await it.school.store.read.select().from(slips)).toEqual([]);
	expect(await it.school.store.read.select().from(slipCounts)).toMatchObject([
		{ channel: 'paper', counted: 1 }
	]);
});

test('a code that was used online is refused on paper, and listed by its first half', async () => {
	const it = await aConsultation();
	const counter = await it.school.a('moderator');
	const { ctx, code } = family(it, 0);
	await castBallot(ctx, ...NAMES, form({ choice: 'b' }));
	const typed = `${code.slice(0, 4).toLowerCase()} ${code.slice(4)}`;
	expect(await enterSlip(counter, ...NAMES, slip(typed, 'a'))).toBe('double');
	expect((await showSlips(counter, 'schooltijden', null)).refused).toMatchObject([
		{ code: `${code.slice(0, 4)}-••••`, outcome: 'double' }
	]);
	const { tally, holds } = await audit(it);
	expect([tally.options.map(({ count }) => count), holds]).toEqual([[0, 1, 0, 0], true]);
});

test('unknown, late, invalid and blank slips each become what they are, and the books still agree', async () => {
	const it = await aConsultation();
	const counter = at(await it.school.a('council'), minutesLater(24 * 60, CLOSES));
	const enter = (code: string, more: Record<string, string>) =>
		enterSlip(counter, ...NAMES, slip(code, 'a', more));
	const closing = { receivedOn: '2027-05-28' };
	expect(await enter('2222-2222', closing)).toBe('unknown');
	expect(await enter(family(it, 1).code, { receivedOn: '2027-05-29' })).toBe('late');
	expect(await enter(family(it, 2).code, { ...closing, mark: 'invalid' })).toBe('invalid');
	expect(await enter(family(it, 3).code, { ...closing, mark: 'blank' })).toBe('blank');
	// what was invalid did not use up the right
	expect(await enter(family(it, 2).code, closing)).toBe('counted');
	const { tally, reconciliation } = await audit(it);
	expect([tally.ballots, tally.blank, reconciliation.holds]).toEqual([2, 1, true]);
});

test('slips are entered from the opening until three school days after the closing', async () => {
	const it = await aConsultation();
	const counter = await it.school.a('moderator');
	const tooLate = at(counter, minutesLater(6 * 24 * 60, CLOSES));
	await expect(enterSlip(tooLate, ...NAMES, slip(family(it, 0).code, 'a'))).rejects.toThrow(
		new Conflict('slip.entry-over')
	);
	await expect(
		enterSlip(counter, ...NAMES, slip(family(it, 0).code, 'a', { receivedOn: '2027-05-13' }))
	).rejects.toThrow(Invalid);
	await expect(
		enterSlip(family(it, 0).ctx, ...NAMES, slip(family(it, 0).code, 'a'))
	).rejects.toThrow(Forbidden);
});

test('a named answer on paper gives way to a later one online, and the books still agree', async () => {
	const it = await aConsultation({ secrecy: 'named' });
	const counter = await it.school.a('moderator');
	const { ctx, code } = family(it, 0);
	expect(await enterSlip(counter, ...NAMES, slip(code, 'a'))).toBe('counted');
	await castBallot(ctx, ...NAMES, form({ choice: 'b' }));
	expect(await enterSlip(counter, ...NAMES, slip(code, 'c'))).toBe('counted');
	const { tally, reconciliation } = await audit(it);
	expect([tally.options.map(({ count }) => count), reconciliation.holds]).toEqual([
		[0, 0, 1, 0],
		true
	]);
});

test('a named answer on paper of an earlier day does not replace a later one online', async () => {
	const it = await aConsultation({ secrecy: 'named' });
	const counter = await it.school.a('moderator');
	const { ctx, code } = family(it, 0);
	await castBallot(ctx, ...NAMES, form({ choice: 'b' }));
	const entered = slip(code, 'a', { receivedOn: '2027-05-11' });
	expect(await enterSlip(counter, ...NAMES, entered)).toBe('double');
	const { tally, holds } = await audit(it);
	expect([tally.options.map(({ count }) => count), holds]).toEqual([[0, 1, 0, 0], true]);
});

test('answers come in only by the ways that the ground rules name', async () => {
	const it = await aConsultation();
	const counter = await it.school.a('moderator');
	const byPhone = slip(family(it, 0).code, 'a', { channel: 'phone' });
	await expect(enterSlip(counter, ...NAMES, byPhone)).rejects.toThrow(
		new Conflict('poll.not-by-this-channel')
	);
	expect((await audit(it)).tally.ballots).toBe(0);
});

async function close(it: Consulted): Promise<Context> {
	const one = at(await it.school.a('moderator'), AFTER);
	const other = at(await it.school.a('council'), AFTER);
	await confirmCount(one, 'schooltijden');
	await confirmCount(other, 'schooltijden');
	return one;
}

test('only two different people close a count, and then it stands and the codes are gone', async () => {
	const it = await aConsultation();
	for (const { ctx } of it.families) await castBallot(ctx, ...NAMES, form({ choice: 'b' }));
	const one = await it.school.a('moderator');
	await expect(confirmCount(one, 'schooltijden')).rejects.toThrow(
		new Conflict('consultation.not-closed')
	);
	expect(await confirmCount(at(one, AFTER), 'schooltijden')).toBe('confirmed');
	expect(await confirmCount(at(one, AFTER), 'schooltijden')).toBe('confirmed');
	expect((await showPoll(at(one, AFTER), ...NAMES)).result).toBeNull();
	expect(await confirmCount(at(await it.school.a('council'), AFTER), 'schooltijden')).toBe(
		'closed'
	);

	expect((await closedTally(it.school.store.read, it.pollId))?.codes).toEqual({
		issued: 6,
		used: 6,
		unused: 0,
		blocked: 0,
		replaced: 0
	});
	expect(await it.school.store.read.select().from(participationCodes)).toEqual([]);
	const shown = (await showPoll(at(it.school.guest(), AFTER), ...NAMES)).result;
	expect(shown?.tally?.options.map(({ count }) => count)).toEqual([0, 6, 0, 0]);
	const change = it.school.store.write((tx) => tx.run(sql`update tally set closed_on = 'x'`));
	await expect(change).rejects.toThrow();
});

test('a slip that comes in after somebody confirmed makes them look again', async () => {
	const it = await aConsultation();
	const one = at(await it.school.a('moderator'), AFTER);
	const other = at(await it.school.a('council'), AFTER);
	expect(await confirmCount(one, 'schooltijden')).toBe('confirmed');
	await enterSlip(one, ...NAMES, slip(family(it, 0).code, 'a'));
	expect(await confirmCount(other, 'schooltijden')).toBe('confirmed');
	expect((await showCount(one, 'schooltijden')).mine).toBe(false);
	expect(await confirmCount(one, 'schooltijden')).toBe('closed');
});

test('when the count is closed no code is left, not even of a slip that was refused', async () => {
	const it = await aConsultation();
	const counter = await it.school.a('moderator');
	await enterSlip(counter, ...NAMES, slip('2222-2222', 'a'));
	await enterSlip(counter, ...NAMES, slip(family(it, 0).code, 'a', { mark: 'invalid' }));
	await close(it);
	const left = await it.school.store.read.select().from(slips);
	expect(left.map(({ code }) => code)).toEqual([null, null]);
	expect((await audit(it)).reconciliation.holds).toBe(true);
});

test('a result of fewer than five ballots is not shown', async () => {
	const it = await aConsultation();
	for (const { ctx } of it.families.slice(0, 4))
		await castBallot(ctx, ...NAMES, form({ choice: 'b' }));
	const counter = await close(it);
	expect((await showPoll(counter, ...NAMES)).result).toMatchObject({
		tally: null,
		split: null,
		verdict: null,
		response: { part: 4, whole: 6 }
	});
});

test('the books of an open box are closed: nobody sees what came in between two looks', async () => {
	const it = await aConsultation({ method: 'several-choices' });
	const counter = await it.school.a('moderator');
	await castBallot(family(it, 0).ctx, ...NAMES, form({ choice: 'a' }));
	await enterSlip(counter, ...NAMES, slip(family(it, 1).code, '', { mark: 'blank' }));
	expect((await showCount(counter, 'schooltijden')).polls).toEqual([]);
	const { outcomes } = await showSlips(counter, 'schooltijden', null);
	expect(outcomes.map(({ outcome }) => outcome)).not.toContain('blank');
	expect((await showCount(at(counter, AFTER), 'schooltijden')).polls).toHaveLength(1);
});

test('one ballot taken from the box, and the count cannot be closed', async () => {
	const it = await aConsultation();
	for (const { ctx } of it.families) await castBallot(ctx, ...NAMES, form({ choice: 'b' }));
	await it.school.store.write((tx) =>
		tx.run(sql`delete from secret_ballot where id = (select min(id) from secret_ballot)`)
	);
	const counter = at(await it.school.a('moderator'), AFTER);
	await expect(confirmCount(counter, 'schooltijden')).rejects.toThrow(
		new Conflict('count.not-reconciled')
	);
	expect((await showCount(counter, 'schooltijden')).may.confirm).toBe(false);
});

test('whatever comes in by whatever way, and in whatever order, the books agree', async () => {
	const act = fc.record({
		family: fc.integer({ min: 0, max: 5 }),
		by: fc.constantFrom('online', 'paper', 'evening', 'blank', 'invalid', 'unknown'),
		choice: fc.constantFrom('a', 'b', 'c', 'd')
	});
	await fc.assert(
		fc.asyncProperty(
			fc.constantFrom('secret' as const, 'named' as const),
			fc.array(act, { maxLength: 25 }),
			async (secrecy, acts) => {
				const it = await aConsultation({ secrecy });
				const counter = await it.school.a('moderator');
				for (const { family: index, by, choice } of acts) {
					const { ctx, code } = family(it, index);
					const channel = by === 'evening' ? 'evening' : 'paper';
					const mark = by === 'blank' || by === 'invalid' ? { mark: by } : {};
					const work =
						by === 'online'
							? castBallot(ctx, ...NAMES, form({ choice }))
							: enterSlip(
									counter,
									...NAMES,
									slip(by === 'unknown' ? '2222-2222' : code, choice, { channel, ...mark })
								);
					await work.catch((error: unknown) => {
						if (!(error instanceof Conflict)) throw error;
					});
				}
				const { holds, tally } = await audit(it);
				const voters = new Set(
					acts.filter(({ by }) => by !== 'invalid' && by !== 'unknown').map((it) => it.family)
				);
				expect([holds, tally.ballots]).toEqual([true, voters.size]);
			}
		),
		{ numRuns: 30 }
	);
}, 60_000);

test('a code that was replaced is no code any more', async () => {
	const it = await aConsultation();
	const counter = await it.school.a('moderator');
	const { code, ctx } = family(it, 0);
	await it.school.store.write((tx) =>
		tx
			.update(participationCodes)
			.set({ status: 'replaced' })
			.where(eq(participationCodes.id, ctx.seal(code)))
	);
	expect(await enterSlip(counter, ...NAMES, slip(code, 'a'))).toBe('unknown');
});
