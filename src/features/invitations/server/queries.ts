import { and, eq, notExists, sql } from 'drizzle-orm';
import { invitations } from './schema.ts';
import type { Consultation } from '#features/consultations/server/queries.ts';
import { reachedHolders } from '#features/electorate/server/holders.ts';
import type { Scope } from '#kernel/server/context.ts';
import type { Reader } from '#kernel/server/db.ts';

type Counted = Pick<Consultation, 'id' | 'rules'>;

function uninvited(db: Reader, scope: Scope, consultation: Counted) {
	const holder = reachedHolders(db, scope, consultation);
	const had = db
		.select({ one: sql`1` })
		.from(invitations)
		.where(
			and(
				eq(invitations.consultationId, consultation.id),
				// named in full: a bare name would be that of an invitation itself
				sql`${invitations.personId} = holder.person_id`
			)
		);
	return db.select({ personId: holder.personId }).from(holder).where(notExists(had));
}

/** Who can take part, is reached by mail, and had none for this consultation. */
export async function listUninvited(
	db: Reader,
	scope: Scope,
	consultation: Counted
): Promise<string[]> {
	const rows = await uninvited(db, scope, consultation);
	return rows.map(({ personId }) => personId);
}

/** How many of them there are. */
export const countUninvited = (db: Reader, scope: Scope, consultation: Counted): Promise<number> =>
	db.$count(uninvited(db, scope, consultation).as('uninvited'));

/** How many were mailed. */
export const countInvited = (db: Reader, consultationId: string): Promise<number> =>
	db.$count(invitations, eq(invitations.consultationId, consultationId));
