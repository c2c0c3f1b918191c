import { and, asc, count, desc, eq, isNotNull, sql, type AnyColumn, type SQL } from 'drizzle-orm';
import { consultations } from '#features/consultations/server/schema.ts';
import { householdMembers } from '#features/people/server/schema.ts';
import { scopes } from '#features/scopes/server/schema.ts';
import type { Reader } from '#kernel/server/db.ts';
import { prepared } from '#kernel/server/prepared.ts';
import { electorate, participationCodes } from './schema.ts';

/** How many people belong to a household: who shares a right is asked for last. */
export const membersOf = (householdId: AnyColumn) =>
	sql<number>`(select count(*) from household_member as other where other.household_id = ${householdId})`;

/**
 * The right of the person who is given as `personId`, as a column beside a consultation: their own,
 * or that of a household they belong to; null when they have none.
 *
 * Whoever belongs to two households has one right here: that of the household with the fewest
 * members, so that a right somebody else can use is left to them.
 */
export function rightFrom(db: Reader): SQL<string | null> {
	const ofConsultation = eq(electorate.consultationId, consultations.id);
	const personId = sql.placeholder('personId');
	const own = db
		.select({ id: electorate.id })
		.from(electorate)
		.where(and(ofConsultation, eq(electorate.personId, personId)));
	const shared = db
		.select({ id: electorate.id })
		.from(householdMembers)
		// a cross join keeps this order: from the person; else SQLite walks through the whole electorate
		.crossJoin(electorate)
		.where(
			and(
				ofConsultation,
				eq(electorate.householdId, householdMembers.householdId),
				eq(householdMembers.personId, personId)
			)
		)
		.orderBy(membersOf(electorate.householdId), asc(electorate.id))
		.limit(1);
	return sql`coalesce(${own}, ${shared})`;
}

const rightOf = prepared((db: Reader) =>
	db
		.select({ id: rightFrom(db) })
		.from(consultations)
		.where(eq(consultations.id, sql.placeholder('consultationId')))
		.prepare()
);

/** The right of a person in a consultation; see `rightFrom`. */
export async function findRight(
	db: Reader,
	consultationId: string,
	personId: string
): Promise<{ id: string } | undefined> {
	const { id } = (await rightOf(db).get({ consultationId, personId })) ?? {};
	return id ? { id } : undefined;
}

/** How many units can take part. */
export const countUnits = (db: Reader, consultationId: string): Promise<number> =>
	db.$count(electorate, eq(electorate.consultationId, consultationId));

/** How many units are counted under each school or group, by name. */
export const unitsByScope = (db: Reader, consultationId: string) =>
	db
		.select({ scopeId: electorate.scopeId, name: scopes.name, units: count() })
		.from(electorate)
		.innerJoin(scopes, eq(scopes.id, electorate.scopeId))
		.where(eq(electorate.consultationId, consultationId))
		.groupBy(electorate.scopeId)
		.orderBy(asc(scopes.name));

/** The rights that were added by hand, by day and reason: how many, never whose. The latest first. */
export const lateRights = (db: Reader, consultationId: string) =>
	db
		.select({
			day: electorate.addedOn,
			reason: sql<string>`${electorate.lateReason}`,
			n: count()
		})
		.from(electorate)
		.where(and(eq(electorate.consultationId, consultationId), isNotNull(electorate.lateReason)))
		.groupBy(electorate.addedOn, electorate.lateReason)
		.orderBy(desc(electorate.addedOn), asc(electorate.lateReason));

/** A participation code by its seal, whatever became of it. */
export async function findCode(db: Reader, sealed: string) {
	const [code] = await db
		.select({
			consultationId: participationCodes.consultationId,
			rightId: participationCodes.rightId,
			personId: participationCodes.personId,
			status: participationCodes.status
		})
		.from(participationCodes)
		.where(eq(participationCodes.id, sealed));
	return code;
}

export type CodeCounts = {
	readonly issued: number;
	readonly blocked: number;
	readonly replaced: number;
};

/** How many codes there are of each kind. `issued` are those that still open. */
export async function countCodes(db: Reader, consultationId: string): Promise<CodeCounts> {
	const rows = await db
		.select({ status: participationCodes.status, n: count() })
		.from(participationCodes)
		.where(eq(participationCodes.consultationId, consultationId))
		.groupBy(participationCodes.status);
	const of = (status: keyof CodeCounts) => rows.find((row) => row.status === status)?.n ?? 0;
	return { issued: of('issued'), blocked: of('blocked'), replaced: of('replaced') };
}
