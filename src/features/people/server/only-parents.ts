import {
	and,
	eq,
	exists,
	gte,
	inArray,
	isNull,
	ne,
	not,
	or,
	sql,
	type Placeholder,
	type SQLWrapper
} from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import { COUNCILS } from '../seats.ts';
import { memberships, people, seats } from './schema.ts';
import { bodies } from '#features/scopes/server/schema.ts';
import type { Reader } from '#kernel/server/db.ts';
import type { Day } from '#kernel/time.ts';

const others = alias(memberships, 'other');

/** For a query over seats and their bodies: the seats in a council that are held today or will be. */
export const isInCouncil = (today: Day | Placeholder) =>
	and(
		inArray(bodies.kind, COUNCILS),
		isNull(seats.endedAt),
		or(isNull(seats.untilOn), gte(seats.untilOn, today))
	);

/**
 * That somebody has rights over others anywhere: a role besides that of a parent, or a seat in a
 * council, also one whose term is still to begin.
 */
const hasRights = (db: Reader, personId: SQLWrapper, today: Day) =>
	or(
		exists(
			db
				.select({ one: sql`1` })
				.from(others)
				.where(
					and(eq(others.personId, personId), eq(others.status, 'active'), ne(others.role, 'parent'))
				)
		),
		exists(
			db
				.select({ one: sql`1` })
				.from(seats)
				.innerJoin(bodies, eq(bodies.id, seats.bodyId))
				.where(and(eq(seats.personId, personId), isInCouncil(today)))
		)
	) ?? sql`false`;

/** For a query over people: those who have no rights over others anywhere. */
export const withoutRights = (db: Reader, today: Day) => not(hasRights(db, people.id, today));

/** Whether somebody has no rights over others anywhere. */
export async function isWithoutRights(db: Reader, personId: string, today: Day): Promise<boolean> {
	const those = and(eq(people.id, personId), withoutRights(db, today));
	return (await db.$count(people, those)) > 0;
}
