import { asc, eq, inArray, isNotNull } from 'drizzle-orm';
import { consultations } from '#features/consultations/server/schema.ts';
import { electorate, participationCodes } from '#features/electorate/server/schema.ts';
import { hashPassword } from '#features/factors/server/hash-password.ts';
import { passwords } from '#features/factors/server/schema.ts';
import { newCode } from '#features/people/code.ts';
import { memberships, people } from '#features/people/server/schema.ts';
import { openServices } from '../../src/services.server.ts';

/** Codes that let nobody in, by what is the matter with them. */
export type WrongCodes = {
	readonly unknown: readonly string[];
	readonly blocked: readonly string[];
	readonly replaced: readonly string[];
	/** Of a consultation whose count is closed. */
	readonly over: readonly string[];
	/** Of somebody who is nothing here any more. */
	readonly left: readonly string[];
};

export type WaysIn = {
	readonly codes: WrongCodes;
	/** Addresses of one parent each, with a password or without, of two parents each, and of nobody. */
	readonly addresses: {
		readonly unknown: readonly string[];
		readonly known: readonly string[];
		readonly shared: readonly string[];
		readonly withPassword: readonly string[];
	};
};

const KINDS = ['blocked', 'replaced', 'over', 'left'] as const;

/**
 * Gives the parents of a filled database, whose count is closed by it, codes of every kind and
 * addresses, `count` of each. It takes eight parents for each of these.
 */
export async function fillWaysIn(databaseUrl: string, count: number): Promise<WaysIn> {
	const { store, seal } = await openServices({
		...{ databaseUrl, authToken: '', secretKey: '', clock: '', secure: false },
		secondFactor: 'offered'
	});
	const some = (make: (n: number) => string) => Array.from({ length: count }, (_, n) => make(n));
	const codes = { unknown: some(newCode), blocked: some(newCode), replaced: some(newCode) };
	const all = { ...codes, over: some(newCode), left: some(newCode) };
	const addresses = {
		unknown: some((n) => `ouder${String(n)}@onbekend.example`),
		known: some((n) => `ouder${String(n)}@bekend.example`),
		shared: some((n) => `ouder${String(n)}@gezin.example`),
		withPassword: some((n) => `ouder${String(n)}@geheim.example`)
	};
	const hash = await hashPassword('vier paarse fietsen');
	await store.write(async (tx) => {
		await tx.update(consultations).set({ countedAt: new Date() });
		const rights = await tx
			.select()
			.from(electorate)
			.where(isNotNull(electorate.personId))
			.orderBy(asc(electorate.id))
			.limit(8 * count);
		const mine = (nth: number) => rights.slice(nth * count, (nth + 1) * count);
		for (const [nth, kind] of KINDS.entries()) {
			const status = kind === 'blocked' || kind === 'replaced' ? kind : 'issued';
			for (const [n, { id: rightId, consultationId, personId }] of mine(nth).entries())
				await tx.insert(participationCodes).values({
					...{ id: seal(all[kind][n] ?? ''), consultationId, rightId, status },
					personId: personId ?? ''
				});
		}
		const gone = mine(KINDS.indexOf('left')).map(({ personId }) => personId ?? '');
		await tx.delete(memberships).where(inArray(memberships.personId, gone));
		const { known, shared, withPassword } = addresses;
		for (const [nth, emails] of [known, shared, shared, withPassword].entries())
			for (const [n, { personId }] of mine(4 + nth).entries()) {
				const email = emails[n] ?? null;
				await tx
					.update(people)
					.set({ email })
					.where(eq(people.id, personId ?? ''));
				if (emails === withPassword)
					await tx.insert(passwords).values({ personId: personId ?? '', hash });
			}
	});
	await store.close();
	return { codes: all, addresses };
}
