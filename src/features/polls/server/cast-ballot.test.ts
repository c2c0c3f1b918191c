import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { castBallot } from './cast-ballot.ts';
import { getPoll } from './queries.ts';
import { knownBallots, participations, secretBallots } from './schema.ts';
import { showPoll } from './show-poll.ts';
import { householdMembers } from '#features/people/server/schema.ts';
import { electorate } from '#features/electorate/server/schema.ts';
import { journal, outbox, throttles } from '#kernel/server/schema.ts';
import { Conflict, Invalid, NotFound, SignInRequired } from '#kernel/errors.ts';
import { aConsultation, CLOSES, type Consulted } from '#tests/support/consultation.ts';
import { at } from '#tests/support/world.ts';

const ticking = (...choices: string[]) => {
	const form = new FormData();
	for (const choice of choices) form.append('choice', choice);
	return form;
};
const vote = (ctx: Parameters<typeof castBallot>[0], ...choices: string[]) =>
	castBallot(ctx, 'schooltijden', 'schooltijden', ticking(...choices));
const boxOf = async ({ school }: Consulted) =>
	(await school.store.read.select().from(secretBallots)).map(({ choice }) => choice);
const first = ({ families }: Consulted, index = 0) => {
	const family = families[index];
	if (!family) throw new Error('no such family');
	return family;
};

test('a parent votes once: the ballot is in the box and the family is marked', async () => {
	const it = await aConsultation();
	await vote(first(it).ctx, 'b');
	expect(await boxOf(it)).toEqual([{ choice: 'b' }]);
	expect(await it.school.store.read.select().from(participations)).toEqual([
		{ pollId: it.pollId, rightId: first(it).rightId, day: '2027-05-12' }
	]);
});

test('fifty equal submissions at the same moment are one ballot', async () => {
	const it = await aConsultation();
	const { ctx } = first(it);
	const all = await Promise.allSettled(Array.from({ length: 50 }, () => vote(ctx, 'a')));
	expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
	expect(await boxOf(it)).toHaveLength(1);
});

test('a vote that comes too late is not counted, and does not use up the right to vote', async () => {
	const it = await aConsultation();
	const { ctx } = first(it);
	await expect(vote(at(ctx, CLOSES), 'a')).rejects.toThrow(new Conflict('consultation.closed'));
	expect(await it.school.store.read.select().from(participations)).toEqual([]);
	await vote(ctx, 'a');
	expect(await boxOf(it)).toHaveLength(1);
});

test('the first ballot of a family stands, whoever of them casts it', async () => {
	const it = await aConsultation();
	const [one, other] = [first(it), first(it, 1)];
	await it.school.store.write(async (tx) => {
		const [right] = await tx
			.select()
			.from(electorate)
			.where(sql`id = ${one.rightId}`);
		await tx.delete(householdMembers).where(sql`person_id = ${other.personId}`);
		await tx
			.insert(householdMembers)
			.values({ householdId: right?.householdId ?? '', personId: other.personId });
	});
	await vote(one.ctx, 'a');
	await expect(vote(other.ctx, 'b')).rejects.toThrow(new Conflict('poll.already-voted'));
	expect(await boxOf(it)).toEqual([{ choice: 'a' }]);
});

test('a named answer can be changed until the closing, and replaces what was there', async () => {
	const it = await aConsultation({ secrecy: 'named', unit: 'parent' });
	const { ctx } = first(it);
	await vote(ctx, 'a');
	await vote(ctx, 'c');
	const ballots = await it.school.store.read.select().from(knownBallots);
	expect(ballots.map(({ choice }) => choice)).toEqual([{ choice: 'c' }]);
	expect((await showPoll(ctx, 'schooltijden', 'schooltijden')).mine.choice).toEqual({
		choice: 'c'
	});
});

test('one parent of a household does not see what the other chose', async () => {
	for (const secrecy of ['confidential', 'named'] as const) {
		const it = await aConsultation({ secrecy });
		const { ctx } = first(it);
		await vote(ctx, 'a');
		const { mine } = await showPoll(ctx, 'schooltijden', 'schooltijden');
		expect(mine).toMatchObject({ taken: true, choice: null });
	}
});

test('a ballot without a choice, or with a strange one, is sent back and nothing is written', async () => {
	const it = await aConsultation();
	const { ctx } = first(it);
	await expect(vote(ctx)).rejects.toThrow(Invalid);
	await expect(vote(ctx, 'z')).rejects.toThrow(Invalid);
	expect(await it.school.store.read.select().from(participations)).toEqual([]);
});

test('who has no right here cannot vote: a guest, a stranger, a parent of another school', async () => {
	const it = await aConsultation();
	await expect(vote(it.school.guest(), 'a')).rejects.toThrow(SignInRequired);
	await expect(vote(await it.school.a('parent'), 'a')).rejects.toThrow(
		new Conflict('poll.no-right')
	);
	const elsewhere = await it.school.anotherSchool();
	await expect(vote(await elsewhere.a('parent'), 'a')).rejects.toThrow(NotFound);
});

test('a secret vote leaves nothing in the journal, the outbox or the throttles', async () => {
	const it = await aConsultation();
	await vote(first(it).ctx, 'b');
	for (const table of [journal, outbox, throttles])
		expect(await it.school.store.read.select().from(table)).toEqual([]);
});

test('no page of a poll carries a number per option before the count is closed', async () => {
	const it = await aConsultation();
	for (const { ctx } of it.families) await vote(ctx, 'b');
	for (const ctx of [it.school.guest(), first(it).ctx, await it.school.a('moderator')]) {
		for (const now of [ctx.now, CLOSES]) {
			const shown = await showPoll(at(ctx, now), 'schooltijden', 'schooltijden');
			expect(shown.result).toBeNull();
			expect(shown.mine.choice).toBeNull();
		}
	}
});

test('the options of a poll cannot be changed once its consultation has opened', async () => {
	const it = await aConsultation();
	const poll = await getPoll(it.school.store.read, it.school.scope, 'schooltijden', 'schooltijden');
	const change = it.school.store.write((tx) =>
		tx.run(sql`update poll set options = '[]' where id = ${poll.id}`)
	);
	await expect(change).rejects.toThrow();
});
