import { and, eq, inArray, sql } from 'drizzle-orm';
import { rolesAt } from '../rules.ts';
import { COUNCILS } from '../seats.ts';
import { bodies, scopes } from '#features/scopes/server/schema.ts';
import type { Role, Scope } from '#kernel/server/context.ts';
import type { Reader } from '#kernel/server/db.ts';
import { prepared } from '#kernel/server/prepared.ts';
import { memberships, people, seats } from './schema.ts';

const given = prepared((db: Reader) =>
	db
		.select({ role: memberships.role, status: memberships.status, path: scopes.path })
		.from(memberships)
		.innerJoin(scopes, eq(scopes.id, memberships.scopeId))
		.where(eq(memberships.personId, sql.placeholder('personId')))
		.prepare()
);

/** The roles a person was given in a scope: see `rolesAt`. Seats, which end by the calendar, are not in it. */
export async function rolesIn(
	db: Reader,
	personId: string,
	scope: Pick<Scope, 'path'>
): Promise<ReadonlySet<Role>> {
	const grants = await given(db).all({ personId });
	return rolesAt(
		grants.filter(({ status }) => status === 'active'),
		scope
	);
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

const seated = prepared((db: Reader) =>
	db
		.select({ role: sql<Role>`'council'` })
		.from(seats)
		.innerJoin(bodies, eq(bodies.id, seats.bodyId))
		.where(and(eq(seats.personId, sql.placeholder('personId')), inArray(bodies.kind, COUNCILS)))
		.limit(1)
		.prepare()
);

/** Every role a person has or had anywhere: for how long a session lasts, not for what they may do. */
export async function allRolesOf(db: Reader, personId: string): Promise<ReadonlySet<Role>> {
	const rows = await given(db).all({ personId });
	const sits = await seated(db).all({ personId });
	return new Set([...rows, ...sits].map(({ role }) => role));
}
