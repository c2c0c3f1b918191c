import { and, asc, eq, sql, type SQL } from 'drizzle-orm';
import { withoutRights } from '#features/people/server/only-parents.ts';
import { memberships, people } from '#features/people/server/schema.ts';
import { withinPath } from '#features/scopes/server/queries.ts';
import { scopes } from '#features/scopes/server/schema.ts';
import type { Context } from '#kernel/server/context.ts';
import type { Reader } from '#kernel/server/db.ts';
import { dayOf } from '#kernel/time.ts';

/** How the helpdesk knows a parent: no address, no number, nothing of what they did. */
export type Parent = {
	readonly id: string;
	readonly name: string | null;
	/** "Groep 3, Groep 5"; empty when no group is known. */
	readonly groups: string;
};

type There = Pick<Context, 'scope' | 'now'>;

/**
 * The parents of a school who can be helped, in the order of their names: those who are one now, and
 * have rights over others nowhere. Everybody else signs in in their own way.
 */
export async function findParents(
	db: Reader,
	{ scope: { path }, now }: There,
	which: readonly SQL[],
	limit: number
): Promise<Parent[]> {
	const name = sql<string>`coalesce(${people.name}, '')`;
	const groups = sql<string>`coalesce((
		select group_concat(its.name, ', ') from (
			select distinct scope.name as name from membership
			join scope on scope.id = membership.scope_id
			where membership.person_id = ${people.id} and membership.role = 'parent'
				and membership.status = 'active' and scope.kind = 'group'
				and ${withinPath(path)}
			order by 1) as its), '')`;
	return db
		.selectDistinct({ id: people.id, name: people.name, groups })
		.from(scopes)
		.innerJoin(memberships, eq(memberships.scopeId, scopes.id))
		.innerJoin(people, eq(people.id, memberships.personId))
		.where(
			and(
				withinPath(path),
				eq(memberships.role, 'parent'),
				eq(memberships.status, 'active'),
				withoutRights(db, dayOf(now)),
				...which
			)
		)
		.orderBy(name, asc(people.id))
		.limit(limit);
}

/** One of them, by id; undefined for whoever cannot be helped here. */
export async function findParent(
	db: Reader,
	there: There,
	personId: string
): Promise<Parent | undefined> {
	const [parent] = await findParents(db, there, [eq(people.id, personId)], 1);
	return parent;
}
