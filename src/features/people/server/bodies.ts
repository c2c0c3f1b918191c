import { and, eq, inArray } from 'drizzle-orm';
import { COUNCILS, stateOf } from '../seats.ts';
import { seats } from './schema.ts';
import { bodies } from '#features/scopes/server/schema.ts';
import { NotFound } from '#kernel/errors.ts';
import type { Scope } from '#kernel/server/context.ts';
import type { Reader } from '#kernel/server/db.ts';
import type { Day } from '#kernel/time.ts';

/** A body of this place. */
export async function getBody(db: Reader, scope: Pick<Scope, 'id'>, bodyId: string) {
	const [body] = await db
		.select({ id: bodies.id, name: bodies.name, kind: bodies.kind })
		.from(bodies)
		.where(and(eq(bodies.id, bodyId), eq(bodies.scopeId, scope.id)));
	if (!body) throw new NotFound('not-found');
	return body;
}

/** The councils of this place in which somebody sits on a day, by name. */
export async function councilsOf(
	db: Reader,
	personId: string,
	scope: Pick<Scope, 'id'>,
	today: Day
): Promise<string[]> {
	const rows = await db
		.select({
			name: bodies.name,
			...{ fromOn: seats.fromOn, untilOn: seats.untilOn, endedAt: seats.endedAt }
		})
		.from(seats)
		.innerJoin(bodies, eq(bodies.id, seats.bodyId))
		.where(
			and(
				eq(seats.personId, personId),
				eq(bodies.scopeId, scope.id),
				inArray(bodies.kind, COUNCILS)
			)
		)
		.orderBy(bodies.name);
	return rows.filter((it) => stateOf(it, today) === 'now').map(({ name }) => name);
}
