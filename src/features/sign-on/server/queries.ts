import { eq } from 'drizzle-orm';
import type { Account } from './provider.ts';
import { providerAccounts } from './schema.ts';
import { sessionKind } from '#features/people/rules.ts';
import { grantsOn, type Held } from '#features/people/seats.ts';
import { heldFrom } from '#features/people/server/held.ts';
import { people } from '#features/people/server/schema.ts';
import type { Context } from '#kernel/server/context.ts';
import type { Reader } from '#kernel/server/db.ts';
import { dayOf } from '#kernel/time.ts';

/** Under what an account at a provider is kept. */
export const sealOf = (
	{ seal }: Pick<Context, 'seal'>,
	{ issuer, subject }: Pick<Account, 'issuer' | 'subject'>
): string => seal(`provider-account/${JSON.stringify([issuer, subject])}`);

/** Whose account this is, if it was linked. */
export async function findOwner(
	db: Reader,
	ctx: Pick<Context, 'seal'>,
	account: Pick<Account, 'issuer' | 'subject'>
): Promise<string | undefined> {
	const [row] = await db
		.select({ personId: providerAccounts.personId })
		.from(providerAccounts)
		.where(eq(providerAccounts.id, sealOf(ctx, account)));
	return row?.personId;
}

export const listAccounts = (db: Reader, personId: string) =>
	db
		.select({ issuer: providerAccounts.issuer, linkedOn: providerAccounts.linkedOn })
		.from(providerAccounts)
		.where(eq(providerAccounts.personId, personId))
		.orderBy(providerAccounts.issuer);

/** Whether somebody has a desk today: what they were made and a seat in a council count, as at the door. */
const isAtWork = (held: readonly Held[], now: Date): boolean =>
	sessionKind(grantsOn(held, dayOf(now)).map(({ role }) => role)) === 'desk';

/** Everybody with this address who works here. */
export async function listStaffAt(db: Reader, email: string, now: Date): Promise<string[]> {
	const rows = await db
		.select({ id: people.id, ...heldFrom(db, people.id) })
		.from(people)
		.where(eq(people.email, email))
		.orderBy(people.id);
	return rows.filter(({ made, seated }) => isAtWork([...made, ...seated], now)).map(({ id }) => id);
}

export async function works(db: Reader, personId: string, now: Date): Promise<boolean> {
	const [row] = await db
		.select(heldFrom(db, people.id))
		.from(people)
		.where(eq(people.id, personId));
	return row !== undefined && isAtWork([...row.made, ...row.seated], now);
}
