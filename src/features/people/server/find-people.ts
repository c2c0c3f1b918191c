import { and, asc, eq, inArray, sql, type SQL } from 'drizzle-orm';
import type { HeldRole } from '../standing.ts';
import { householdMembers, households, memberships, people } from './schema.ts';
import { patternsFor } from '#features/scopes/fold.ts';
import { withinPath } from '#features/scopes/server/queries.ts';
import { scopes } from '#features/scopes/server/schema.ts';
import type { Context } from '#kernel/server/context.ts';
import type { Reader } from '#kernel/server/db.ts';
import { authorize } from '#policy/authorize.ts';

/** How many stand on a page. */
export const ON_A_PAGE = 25;

/** Where a page ends, so that the next can begin there: a name and an id. */
export type Place = { readonly name: string; readonly id: string };

const shownName = sql<string>`coalesce(${people.name}, '')`;

/**
 * The ids of the people of a place and all below it, in the order of their names, from after one of
 * them. Each word that was sought must be in their name or in the key of their household.
 */
export function peoplePage(db: Reader, path: string, sought: string, after: Place | null) {
	const isFound = (pattern: string): SQL => sql`(${shownName} glob ${pattern} or exists (
		select 1 from ${householdMembers}
		join ${households} on ${households.id} = ${householdMembers.householdId}
		where ${householdMembers.personId} = ${people.id} and ${households.key} glob ${pattern}))`;
	return db
		.selectDistinct({ id: people.id, name: shownName })
		.from(scopes)
		.innerJoin(memberships, eq(memberships.scopeId, scopes.id))
		.innerJoin(people, eq(people.id, memberships.personId))
		.where(
			and(
				withinPath(path),
				after ? sql`(${shownName}, ${people.id}) > (${after.name}, ${after.id})` : undefined,
				...patternsFor(sought).map(isFound)
			)
		)
		.orderBy(shownName, asc(people.id))
		.limit(ON_A_PAGE + 1);
}

export type FoundPerson = {
	readonly id: string;
	readonly name: string | null;
	readonly keys: readonly string[];
	readonly held: readonly HeldRole[];
};

/** A page of the people of this place who were looked for: never an address or a telephone number. */
export async function findPeople(ctx: Context, query: URLSearchParams) {
	const { read, scope } = ctx;
	authorize(ctx, 'person.find', { scopeId: scope.id });
	const sought = (query.get('q') ?? '').slice(0, 80);
	const id = query.get('after');
	const after = id === null ? null : { name: query.get('name') ?? '', id };
	const rows = await peoplePage(read, scope.path, sought, after);
	const page = rows.slice(0, ON_A_PAGE);
	const last = rows.length > ON_A_PAGE ? page.at(-1) : undefined;
	return {
		here: { slug: scope.slug, name: scope.name },
		sought,
		first: after === null,
		found: await describe(read, scope.path, page),
		next: last ? String(new URLSearchParams({ q: sought, name: last.name, after: last.id })) : null
	};
}

/** How people are known in a place: their households there, and what they are in it. */
export async function describe(
	db: Reader,
	path: string,
	known: readonly { readonly id: string; readonly name: string | null }[]
): Promise<FoundPerson[]> {
	const ids = known.map(({ id }) => id);
	const held = await db
		.select({
			personId: memberships.personId,
			place: scopes.name,
			role: memberships.role,
			status: memberships.status
		})
		.from(memberships)
		.innerJoin(scopes, eq(scopes.id, memberships.scopeId))
		.where(and(inArray(memberships.personId, ids), withinPath(path)))
		.orderBy(asc(scopes.path), asc(memberships.role));
	const keys = await db
		.select({ personId: householdMembers.personId, key: households.key })
		.from(householdMembers)
		.innerJoin(households, eq(households.id, householdMembers.householdId))
		.innerJoin(scopes, eq(scopes.id, households.scopeId))
		.where(and(inArray(householdMembers.personId, ids), withinPath(path)));
	return known.map(({ id, name }) => ({
		id,
		name: name || null,
		keys: keys.filter(({ personId }) => personId === id).map(({ key }) => key),
		held: held
			.filter(({ personId }) => personId === id)
			.map(({ place, role, status }) => ({ place, role, status }))
	}));
}
