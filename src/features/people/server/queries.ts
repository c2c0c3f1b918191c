import { and, eq, inArray, like, or, sql } from 'drizzle-orm';
import { ancestry } from '#features/scopes/rules.ts';
import { scopes } from '#features/scopes/server/schema.ts';
import type { Role, Scope } from '#kernel/server/context.ts';
import type { Reader } from '#kernel/server/db.ts';
import { memberships, people } from './schema.ts';

/**
 * The roles a person has in a scope: those given there and those given higher up. Being a parent
 * also counts upwards: a parent of a group is one of the school, and of the alliance.
 */
export async function rolesIn(
	db: Reader,
	personId: string,
	scope: Scope
): Promise<ReadonlySet<Role>> {
	const rows = await db
		.select({ role: memberships.role })
		.from(memberships)
		.innerJoin(scopes, eq(scopes.id, memberships.scopeId))
		.where(
			and(
				eq(memberships.personId, personId),
				or(
					inArray(memberships.scopeId, ancestry(scope)),
					and(eq(memberships.role, 'parent'), like(scopes.path, sql`${scope.path} || '%'`))
				)
			)
		);
	return new Set(rows.map((row) => row.role));
}

export type Person = typeof people.$inferSelect;

export async function findPerson(db: Reader, personId: string): Promise<Person | undefined> {
	const [person] = await db.select().from(people).where(eq(people.id, personId));
	return person;
}

/** Every role a person has anywhere: for how long a session lasts, not for what they may do. */
export async function allRolesOf(db: Reader, personId: string): Promise<ReadonlySet<Role>> {
	const rows = await db
		.select({ role: memberships.role })
		.from(memberships)
		.where(eq(memberships.personId, personId));
	return new Set(rows.map((row) => row.role));
}
