import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { consultations } from '#features/consultations/server/schema.ts';
import { enterCode } from '#features/electorate/server/enter-code.ts';
import { participationCodes } from '#features/electorate/server/schema.ts';
import { enterPassword } from '#features/factors/server/enter-password.ts';
import { setPassword } from '#features/factors/server/set-password.ts';
import { insertSignInCode } from '#features/people/server/make-sign-in-code.ts';
import { memberships, people } from '#features/people/server/schema.ts';
import { HOME } from '#features/scopes/server/queries.ts';
import { askMail } from '#features/sign-in/server/ask-mail.ts';
import { AppError } from '#kernel/errors.ts';
import { newToken } from '#kernel/ids.ts';
import { requirePerson, type Context } from '#kernel/server/context.ts';
import { aConsultation } from './support/consultation.ts';
import { traceStatements } from './support/trace.ts';
import { minutesLater } from './support/world.ts';

const PASSWORD = 'vier paarse fietsen';

/** What SQLite is asked in one go, and what comes of it. */
async function doing(trace: ReturnType<typeof traceStatements>, work: () => Promise<unknown>) {
	let answer = 'in';
	const asked = await trace.during(() =>
		work().catch((error: unknown) => {
			answer = error instanceof AppError ? error.reason : String(error);
		})
	);
	return { answer, asked };
}

test('for a code that is wrong in whatever way the database is asked the same, and the same is answered', async () => {
	const trace = traceStatements();
	const { school, families, consultationId } = await aConsultation({ families: 6 });
	const guest: Context = { ...school.guest(), scope: HOME };
	const [blocked, replaced, gone, closed] = families.map(({ code, personId }) => ({
		code,
		personId
	}));
	const { write } = school.store;
	const late = 'KMNPQRST';
	await write(async (tx) => {
		const is = (status: 'blocked' | 'replaced', code = '') =>
			tx
				.update(participationCodes)
				.set({ status })
				.where(eq(participationCodes.id, guest.seal(code)));
		await is('blocked', blocked?.code);
		await is('replaced', replaced?.code);
		await tx.delete(memberships).where(eq(memberships.personId, gone?.personId ?? ''));
		const long = { seal: guest.seal, now: minutesLater(-91 * 24 * 60) };
		const [someone = ''] = families.slice(5).map(({ personId }) => personId);
		await insertSignInCode(tx, long, { personId: someone, code: late, returnTo: '/' });
	});
	const enter = (code = '') => doing(trace, () => enterCode(guest, code));
	const unknown = await enter('2222-3333');
	expect(unknown.answer).toBe('code.unknown');
	expect(unknown.asked.length).toBeGreaterThan(5);
	for (const code of [blocked?.code, replaced?.code, gone?.code, late])
		expect(await enter(code)).toEqual(unknown);

	await write((tx) =>
		tx
			.update(consultations)
			.set({ countedAt: guest.now })
			.where(eq(consultations.id, consultationId))
	);
	expect(await enter(closed?.code)).toEqual(unknown);
});

/** Addresses of one parent, of two with a password each, of one without, and of nobody. */
async function addresses() {
	const trace = traceStatements();
	const { school } = await aConsultation({ families: 1 });
	for (const [email, password] of [
		['jeroen@example.org', PASSWORD],
		['gezin@example.org', 'een tuin vol uilen'],
		['gezin@example.org', 'drie natte laarzen'],
		['zonder@example.org', null]
	] as const) {
		const ctx = await school.a('parent');
		await school.store.write((tx) =>
			tx
				.update(people)
				.set({ email })
				.where(eq(people.id, requirePerson(ctx)))
		);
		if (password) await setPassword(ctx, password);
	}
	const known = ['jeroen@example.org', 'gezin@example.org', 'zonder@example.org'];
	return { trace, guest: school.guest(), known, unknown: 'niemand@example.org' };
}

test('for an address that nobody has the database is asked what it is for one that somebody has', async () => {
	const { trace, guest, known, unknown } = await addresses();
	const ask = (email: string) => doing(trace, () => askMail(guest, { email }, newToken()));
	const nobody = await ask(unknown);
	expect(nobody.answer).toBe('in');
	for (const email of known) expect(await ask(email)).toEqual(nobody);

	const enter = (email: string) => doing(trace, () => enterPassword(guest, email, 'iets anders'));
	const wrong = await enter(unknown);
	expect(wrong.answer).toBe('password.wrong');
	for (const email of known) expect(await enter(email)).toEqual(wrong);
});
