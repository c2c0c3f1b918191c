import { and, asc, eq, inArray, isNotNull } from 'drizzle-orm';
import { passkeys, passwords, recoveryCodes, totps } from './schema.ts';
import { memberships, people } from '#features/people/server/schema.ts';
import { ancestry } from '#features/scopes/rules.ts';
import { scopes } from '#features/scopes/server/schema.ts';
import type { Reader } from '#kernel/server/db.ts';

/** The app of a person, also one that they have not used yet. */
export async function findTotp(db: Reader, personId: string) {
	const [row] = await db.select().from(totps).where(eq(totps.personId, personId));
	return row;
}

export async function hasFactor(db: Reader, personId: string): Promise<boolean> {
	const used = and(eq(totps.personId, personId), isNotNull(totps.confirmedAt));
	const keys = await db.$count(passkeys, eq(passkeys.personId, personId));
	return keys + (await db.$count(totps, used)) > 0;
}

export const countRecoveryCodes = (db: Reader, personId: string): Promise<number> =>
	db.$count(recoveryCodes, eq(recoveryCodes.personId, personId));

export const listPasskeys = (db: Reader, personId: string) =>
	db
		.select({
			id: passkeys.id,
			name: passkeys.name,
			addedOn: passkeys.addedOn,
			transports: passkeys.transports
		})
		.from(passkeys)
		.where(eq(passkeys.personId, personId))
		.orderBy(asc(passkeys.addedOn), asc(passkeys.name), asc(passkeys.id));

/** The hash of the password of a person, if they have one. */
export async function findPassword(db: Reader, personId: string): Promise<string | undefined> {
	const [row] = await db
		.select({ hash: passwords.hash })
		.from(passwords)
		.where(eq(passwords.personId, personId));
	return row?.hash;
}

/** Everybody with a password who has this address. */
export const listPasswords = (db: Reader, email: string) =>
	db
		.select({ personId: passwords.personId, hash: passwords.hash })
		.from(passwords)
		.innerJoin(people, eq(people.id, passwords.personId))
		.where(eq(people.email, email));

/** The names of the places where a person is something, and of those above them. */
export async function listPlaceNames(db: Reader, personId: string): Promise<string[]> {
	const own = await db
		.selectDistinct({ path: scopes.path })
		.from(memberships)
		.innerJoin(scopes, eq(scopes.id, memberships.scopeId))
		.where(eq(memberships.personId, personId));
	const ids = [...new Set(own.flatMap(ancestry))];
	const places = await db.select({ name: scopes.name }).from(scopes).where(inArray(scopes.id, ids));
	return places.map(({ name }) => name);
}
