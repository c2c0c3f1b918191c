import { and, eq, or, sql } from 'drizzle-orm';
import { scopes } from '#features/scopes/server/schema.ts';
import type { Role, Scope } from '#kernel/server/context.ts';
import type { Reader } from '#kernel/server/db.ts';
import { prepared } from '#kernel/server/prepared.ts';
import { memberships, people } from './schema.ts';

const given = prepared((db: Reader) =>
	db
		.select({ role: memberships.role })
		.from(memberships)
		.innerJoin(scopes, eq(scopes.id, memberships.scopeId))
		.where(
			and(
				eq(memberships.personId, sql.placeholder('personId')),
				or(
					// here, or higher up
					sql`substr(${sql.placeholder('path')}, 1, length(${scopes.path})) = ${scopes.path}`,
					// a parent below
					and(
						eq(memberships.role, 'parent'),
						sql`substr(${scopes.path}, 1, length(${sql.placeholder('path')})) = ${sql.placeholder('path')}`
					)
				)
			)
		)
		.prepare()
);

/**
 * The roles a person has in a scope: those given there and those given higher up. Being a parent
 * also counts upwards: a parent of a group is one of the school, and of the alliance.
 */
export async function rolesIn(
	db: Reader,
	personId: string,
	{ path }: Pick<Scope, 'path'>
): Promise<ReadonlySet<Role>> {
	const rows = await given(db).all({ personId, path });
	return new Set(rows.map((row) => row.role));
}

export type Person = typeof people.$inferSelect;

const byId = prepared((db: Reader) =>
	db
		.select()
		.from(people)
		.where(eq(people.id, sql.placeholder('id')))
		.prepare()
);

export async function findPerson(db: Reader, personId: string): Promise<Person | undefined> {
	return byId(db).get({ id: personId });
}

/** Every role a person has anywhere: for how long a session lasts, not for what they may do. */
export async function allRolesOf(db: Reader, personId: string): Promise<ReadonlySet<Role>> {
	const rows = await db
		.select({ role: memberships.role })
		.from(memberships)
		.where(eq(memberships.personId, personId));
	return new Set(rows.map((row) => row.role));
}
