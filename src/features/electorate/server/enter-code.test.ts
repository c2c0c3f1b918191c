import { eq } from 'drizzle-orm';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { enterCode } from './enter-code.ts';
import { listRights } from './list-rights.ts';
import { participationCodes } from './schema.ts';
import { consultations } from '#features/consultations/server/schema.ts';
import { printedCode } from '#features/people/code.ts';
import { insertSignInCode } from '#features/people/server/make-sign-in-code.ts';
import { Conflict, TooMany } from '#kernel/errors.ts';
import { personOf, type Context } from '#kernel/server/context.ts';
import { HOME } from '#features/scopes/server/queries.ts';
import { throttles } from '#kernel/server/schema.ts';
import { aConsultation, CLOSES } from '#tests/support/consultation.ts';
import { at, minutesLater } from '#tests/support/world.ts';

const UNKNOWN = new Conflict('code.unknown');
const WAIT = new TooMany('code.wait');
const WRONG = '2222-3333';

async function aDoor() {
	const it = await aConsultation();
	const guest: Context = { ...it.school.guest(), scope: HOME };
	const [family] = it.families;
	if (!family) throw new Error('no family');
	return { ...it, guest, family };
}

const refusals = async (tries: readonly Promise<unknown>[]) =>
	(await Promise.allSettled(tries)).map((it) =>
		it.status === 'rejected' ? (it.reason as unknown) : it
	);

test('the code of a letter leads its parent to the consultation, however it is typed', async () => {
	const { guest, family } = await aDoor();
	const returnTo = '/vuurvogel/consultations/schooltijden';
	const entry = { personId: family.personId, returnTo, asParent: true };
	for (const typed of [family.code, printedCode(family.code), ` ${family.code.toLowerCase()} `])
		expect(await enterCode(guest, typed)).toEqual(entry);
});

test('a code lets in until the count is closed: after the closing one can still read with it', async () => {
	const { guest, family, school, consultationId } = await aDoor();
	const enter = (now: Date) => enterCode(at(guest, now), family.code);
	await expect(enter(CLOSES)).resolves.toMatchObject({ personId: family.personId });

	await school.store.write((tx) =>
		tx.update(consultations).set({ countedAt: CLOSES }).where(eq(consultations.id, consultationId))
	);
	await expect(enter(CLOSES)).rejects.toEqual(UNKNOWN);
});

test('a code that is unknown, mistyped, blocked, replaced or too old gets the same answer', async () => {
	const { guest, families, school } = await aDoor();
	const [blocked, replaced, staff] = families;
	if (!blocked || !replaced || !staff) throw new Error('too few families');
	const set = (code: string, status: 'blocked' | 'replaced') =>
		school.store.write((tx) =>
			tx
				.update(participationCodes)
				.set({ status })
				.where(eq(participationCodes.id, guest.seal(code)))
		);
	await set(blocked.code, 'blocked');
	await set(replaced.code, 'replaced');
	const old = at(guest, minutesLater(-90 * 24 * 60));
	const code = { personId: staff.personId, code: 'HANNEKE2', returnTo: '/vuurvogel/desk' };
	await school.store.write((tx) => insertSignInCode(tx, old, code));

	const typed = [WRONG, '0O1I-LLLL', '', 'x'.repeat(5000), blocked.code, replaced.code, 'HANNEKE2'];
	const answers = await refusals(typed.map((text) => enterCode(guest, text)));
	expect(answers).toEqual(typed.map(() => UNKNOWN));
	await expect(enterCode(at(guest, minutesLater(-1)), 'hanneke2')).resolves.toEqual({
		personId: staff.personId,
		returnTo: '/vuurvogel/desk',
		asParent: false
	});
});

test('after sixty wrong codes an address waits, with a right code as with a wrong one, and a neighbour does not', async () => {
	const { guest, family } = await aDoor();
	const tries = Array.from({ length: 60 }, () => enterCode(guest, WRONG));
	expect(await refusals(tries)).toEqual(tries.map(() => UNKNOWN));

	for (const typed of [family.code, WRONG]) {
		await expect(enterCode(guest, typed)).rejects.toEqual(WAIT);
	}
	const neighbour = { ...guest, address: '198.51.100.3' };
	await expect(enterCode(neighbour, family.code)).resolves.toMatchObject({
		personId: family.personId
	});
	await expect(enterCode(at(guest, minutesLater(15)), family.code)).resolves.toMatchObject({
		personId: family.personId
	});
});

test('while many guess, who has a right code and a clean address still comes in', async () => {
	const { guest, family } = await aDoor();
	const from = (n: number): Context => ({ ...guest, address: `203.0.113.${String(n)}` });
	const wrong = (ctx: Context, times: number) =>
		refusals(Array.from({ length: times }, () => enterCode(ctx, WRONG)));
	for (let n = 0; n < 5; n++) expect(await wrong(from(n), 60)).toEqual(Array(60).fill(UNKNOWN));

	// three hundred in all: from now on there is room for three mistakes
	const newcomer = from(100);
	expect(await wrong(newcomer, 2)).toEqual([UNKNOWN, UNKNOWN]);
	await expect(enterCode(newcomer, family.code)).resolves.toMatchObject({
		personId: family.personId
	});
	expect(await wrong(newcomer, 2)).toEqual([UNKNOWN, WAIT]);
	await expect(enterCode(newcomer, family.code)).rejects.toEqual(WAIT);
	await expect(enterCode(from(101), family.code)).resolves.toBeTruthy();
	await expect(enterCode(at(newcomer, minutesLater(15)), family.code)).resolves.toBeTruthy();
});

test('a whole network of the new kind counts as one address', async () => {
	const { guest, family } = await aDoor();
	const from = (n: number): Context => ({ ...guest, address: `2001:db8::${n.toString(16)}` });
	await refusals(Array.from({ length: 60 }, (_, n) => enterCode(from(n), WRONG)));
	await expect(enterCode(from(999), family.code)).rejects.toEqual(WAIT);
	const next = { ...guest, address: '2001:db8:0:1::1' };
	await expect(enterCode(next, family.code)).resolves.toBeTruthy();
});

/** The n-th network of one provider: a /64 of its own, all of them in the same /48. */
const inRange = (n: number) => `2001:db8:0:${n.toString(16)}::1`;

test('a range of networks counts as one too: whoever holds it has no more tries with every next one', async () => {
	const { guest, family } = await aDoor();
	const from = (address: string): Context => ({ ...guest, address });
	const wrong = (address: string, times: number) =>
		refusals(Array.from({ length: times }, () => enterCode(from(address), WRONG)));
	for (let n = 0; n < 8; n++) expect(await wrong(inRange(n), 30)).toEqual(Array(30).fill(UNKNOWN));

	expect(await wrong(inRange(100), 1)).toEqual([WAIT]);
	await expect(enterCode(from(inRange(101)), family.code)).rejects.toEqual(WAIT);
	// what happens in one range makes nobody else careful
	expect(await wrong('2001:db8:1::1', 60)).toEqual(Array(60).fill(UNKNOWN));
	await expect(enterCode(from('2001:db8:2::1'), family.code)).resolves.toBeTruthy();
	const later = at(from(inRange(0)), minutesLater(15));
	await expect(enterCode(later, family.code)).resolves.toBeTruthy();
});

test('while many guess, a range has room for some who mistype, and not for one who guesses', async () => {
	const { guest, family } = await aDoor();
	const from = (address: string): Context => ({ ...guest, address });
	const wrong = (address: string, times: number) =>
		refusals(Array.from({ length: times }, () => enterCode(from(address), WRONG)));
	for (let n = 0; n < 5; n++) await wrong(`203.0.113.${String(n)}`, 60);

	const answers = [];
	for (let n = 0; n < 30; n++) answers.push(...(await wrong(inRange(n), 3)));
	expect(answers.slice(0, 60)).toEqual(Array(60).fill(UNKNOWN));
	expect(answers.slice(60)).toEqual(Array(30).fill(WAIT));
	await expect(enterCode(from(inRange(100)), family.code)).rejects.toEqual(WAIT);
	await expect(enterCode(from('2001:db8:1::1'), family.code)).resolves.toBeTruthy();
});

test('of however many addresses, in whatever order, no more codes are looked up than is said', async () => {
	const { guest, family } = await aDoor();
	let window = 0;
	const order = fc.array(fc.integer({ min: 0, max: 11 }), { minLength: 380, maxLength: 700 });
	await fc.assert(
		fc.asyncProperty(order, async (addresses) => {
			const now = minutesLater(15 * window++);
			const from = (n: number) => ({ ...at(guest, now), address: `203.0.113.${String(n)}` });
			const answers = await refusals(addresses.map((n) => enterCode(from(n), WRONG)));
			const tried = answers.filter((it) => it instanceof Conflict).length;
			const each = [...Map.groupBy(addresses, (n) => n).values()].map(({ length }) => length);
			const k = each.length;
			expect(tried).toBeLessThanOrEqual(Math.min(60 * k, 300 + 3 * k));
			const wanted = each.reduce((sum, tries) => sum + Math.min(60, tries), 0);
			expect(tried).toBeGreaterThanOrEqual(Math.min(300, wanted));
			await expect(enterCode(from(200), family.code)).resolves.toBeTruthy();
		}),
		{ numRuns: 6 }
	);
});

test('right codes cost nothing: a hundred parents at the school come in from its one address', async () => {
	const { guest, family, school } = await aDoor();
	const tries = Array.from({ length: 100 }, () => enterCode(guest, family.code));
	const entries = await Promise.all(tries);
	expect(entries.filter(({ personId }) => personId === family.personId)).toHaveLength(100);
	expect(await school.store.read.$count(throttles)).toBe(0);
});

test('no address is kept with the wrong tries', async () => {
	const { guest, school } = await aDoor();
	await refusals([enterCode(guest, WRONG)]);
	const rows = await school.store.read.select().from(throttles);
	expect(rows).toHaveLength(2);
	expect(JSON.stringify(rows)).not.toContain(guest.address);
});

test('somebody sees the consultations in which they or their household have a right', async () => {
	const { school, families } = await aDoor();
	const ctx = families[1]?.ctx ?? school.guest();
	const own = await listRights(school.store.read, personOf(ctx) ?? '', ctx.now);
	expect(own).toEqual([
		{
			href: '/vuurvogel/consultations/schooltijden',
			title: 'Welke schooltijden passen bij ons?',
			place: 'De Vuurvogel',
			stage: 'open',
			closesAt: CLOSES
		}
	]);
	const stranger = await school.a('parent');
	expect(await listRights(school.store.read, personOf(stranger) ?? '', ctx.now)).toEqual([]);
});
