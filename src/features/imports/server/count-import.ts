import { and, count, countDistinct, eq, isNotNull, notInArray, sql } from 'drizzle-orm';
import { importRows, type Counts } from './schema.ts';
import {
	householdMembers,
	households,
	memberships,
	people
} from '#features/people/server/schema.ts';
import type { Scope } from '#kernel/server/context.ts';
import type { Reader } from '#kernel/server/db.ts';

type Found = Omit<Counts, 'rows' | 'issues'>;

/** What a staged list comes to, once it was compared with the school. */
export async function countsOf(db: Reader, scope: Scope, runId: string): Promise<Found> {
	const ours = eq(importRows.runId, runId);
	const countOf = (act: 'new' | 'changed') =>
		db.$count(importRows, and(ours, eq(importRows.act, act)));
	const there = db
		.select({ id: households.id })
		.from(households)
		.where(eq(households.scopeId, scope.id));
	const [total] = await db
		.select({
			households: countDistinct(importRows.key),
			parents: countDistinct(importRows.personId)
		})
		.from(importRows)
		.where(ours);
	const [fresh] = await db
		.select({ households: countDistinct(importRows.householdId) })
		.from(importRows)
		.where(and(ours, notInArray(importRows.householdId, there)));
	const [placed] = await db.select({ pairs: count() }).from(
		db
			.selectDistinct({ personId: importRows.personId, group: importRows.groupName })
			.from(importRows)
			.leftJoin(
				memberships,
				and(
					eq(memberships.scopeId, importRows.groupId),
					eq(memberships.personId, importRows.personId),
					eq(memberships.role, 'parent')
				)
			)
			.where(
				and(
					ours,
					isNotNull(importRows.groupName),
					sql`${memberships.personId} is null`,
					isFree(scope.path)
				)
			)
			.as('pairs')
	);
	return {
		households: total?.households ?? 0,
		parents: total?.parents ?? 0,
		newHouseholds: fresh?.households ?? 0,
		newParents: await countOf('new'),
		changed: await countOf('changed'),
		placed: placed?.pairs ?? 0,
		missing: await countMissing(db, scope, runId)
	};
}

/** A list lets nobody in who was blocked or has no access: that is lifted by hand, with a reason. */
export const isFree = (path: string) => sql`not exists (
	select 1 from membership as held join scope on scope.id = held.scope_id
	where held.person_id = import_row.person_id and held.role = 'parent'
		and held.status in ('blocked', 'no-access') and scope.path like ${`${path}%`})`;

/** Looked up person by person, by an index: the list and the school may both be long. */
const isMissing = ({ id, path }: Scope, runId: string) =>
	and(
		eq(households.scopeId, id),
		sql`not exists (
			select 1 from import_row as listed
			where listed.run_id = ${runId} and listed.person_id = ${people.id})`,
		sql`exists (
			select 1 from membership as held join scope on scope.id = held.scope_id
			where held.person_id = ${people.id} and held.role = 'parent' and held.status = 'active'
				and scope.path like ${`${path}%`})`
	);

async function countMissing(db: Reader, scope: Scope, runId: string): Promise<number> {
	const [found] = await db
		.select({ people: countDistinct(people.id) })
		.from(households)
		.innerJoin(householdMembers, eq(householdMembers.householdId, households.id))
		.innerJoin(people, eq(people.id, householdMembers.personId))
		.where(isMissing(scope, runId));
	return found?.people ?? 0;
}

/** The first parents of the school's households who are not in the list. */
export async function missingFrom(db: Reader, scope: Scope, runId: string, most: number) {
	return db
		.select({ key: households.key, name: people.name })
		.from(households)
		.innerJoin(householdMembers, eq(householdMembers.householdId, households.id))
		.innerJoin(people, eq(people.id, householdMembers.personId))
		.where(isMissing(scope, runId))
		.orderBy(households.key, people.name)
		.limit(most);
}
