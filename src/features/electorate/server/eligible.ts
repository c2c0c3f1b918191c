import { and, asc, eq, like, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import { countedUnder, groupBy, type Place } from '../units.ts';
import { householdMembers, households, memberships } from '#features/people/server/schema.ts';
import { scopes } from '#features/scopes/server/schema.ts';
import type { Reader } from '#kernel/server/db.ts';

/** Somebody whose answer counts once: a household or a parent, and where it is counted. */
export type Unit = {
	readonly householdId: string | null;
	readonly personId: string | null;
	readonly scopeId: string;
};

const isActiveParent = and(eq(memberships.role, 'parent'), eq(memberships.status, 'active'));
const within = (scope: Place) => like(scopes.path, `${scope.path}%`);

const places = alias(scopes, 'place');

async function householdsIn(db: Reader, scope: Place): Promise<Unit[]> {
	const rows = await db
		.selectDistinct({ householdId: households.id, scopeId: households.scopeId })
		.from(households)
		.innerJoin(householdMembers, eq(householdMembers.householdId, households.id))
		.innerJoin(scopes, eq(scopes.id, households.scopeId))
		// a family of which everybody left the school is none of its families any more
		.innerJoin(memberships, eq(memberships.personId, householdMembers.personId))
		.innerJoin(places, eq(places.id, memberships.scopeId))
		.where(
			and(
				within(scope),
				isActiveParent,
				sql`substr(${places.path}, 1, length(${scopes.path})) = ${scopes.path}`
			)
		)
		.orderBy(asc(households.id));
	return rows.map((row) => ({ ...row, personId: null }));
}

async function parentsIn(db: Reader, scope: Place): Promise<Unit[]> {
	const rows = await db
		.select({ personId: memberships.personId, id: scopes.id, path: scopes.path })
		.from(memberships)
		.innerJoin(scopes, eq(scopes.id, memberships.scopeId))
		.where(and(isActiveParent, within(scope)))
		.orderBy(asc(memberships.personId), asc(scopes.path));
	return [...groupBy(rows, ({ personId }) => personId)].map(([personId, places]) => ({
		householdId: null,
		personId,
		scopeId: countedUnder(places, scope.id)
	}));
}

/**
 * Who can take part in a consultation of this scope: every household with a parent, or every
 * parent, of the scope and all below it. Each is in the list once.
 */
export const eligibleUnits = (
	db: Reader,
	scope: Place,
	unit: 'household' | 'parent'
): Promise<Unit[]> => (unit === 'household' ? householdsIn(db, scope) : parentsIn(db, scope));
