import { and, asc, count, desc, eq, isNotNull, sql, type AnyColumn } from 'drizzle-orm';
import { householdMembers } from '#features/people/server/schema.ts';
import { scopes } from '#features/scopes/server/schema.ts';
import type { Reader } from '#kernel/server/db.ts';
import { prepared } from '#kernel/server/prepared.ts';
import { electorate, participationCodes } from './schema.ts';

/** How many people belong to a household: who shares a right is asked for last. */
export const membersOf = (householdId: AnyColumn) =>
	sql<number>`(select count(*) from household_member as other where other.household_id = ${householdId})`;

const ofConsultation = eq(electorate.consultationId, sql.placeholder('consultationId'));
const ownRight = prepared((db: Reader) =>
	db
		.select({ id: electorate.id })
		.from(electorate)
		.where(and(ofConsultation, eq(electorate.personId, sql.placeholder('personId'))))
		.prepare()
);
const sharedRight = prepared((db: Reader) =>
	db
		.select({ id: electorate.id })
		.from(householdMembers)
		// a cross join keeps this order: from the person; else SQLite walks through the whole electorate
		.crossJoin(electorate)
		.where(
			and(
				ofConsultation,
				eq(electorate.householdId, householdMembers.householdId),
				eq(householdMembers.personId, sql.placeholder('personId'))
			)
		)
		.orderBy(membersOf(electorate.householdId), asc(electorate.id))
		.limit(1)
		.prepare()
);

/**
 * The right of a person: their own, or that of a household they belong to.
 *
 * Whoever belongs to two households has one right here: that of the household with the fewest
 * members, so that a right somebody else can use is left to them.
 */
export async function findRight(
	db: Reader,
	consultationId: string,
	personId: string
): Promise<{ id: string } | undefined> {
	const own = await ownRight(db).get({ consultationId, personId });
	return own ?? (await sharedRight(db).get({ consultationId, personId }));
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
