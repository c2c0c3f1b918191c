import { and, eq, inArray, sql, type AnyColumn, type SQL } from 'drizzle-orm';
import { COUNCILS, type Held } from '../seats.ts';
import { memberships, seats } from './schema.ts';
import { bodies, scopes } from '#features/scopes/server/schema.ts';
import type { Role } from '#kernel/server/context.ts';
import type { Reader } from '#kernel/server/db.ts';
import type { Day } from '#kernel/time.ts';

type Made = readonly [role: Role, path: string];
type Seated = readonly [path: string, fromOn: Day, untilOn: Day | null, endedAt: number | null];

const madeIn = (text: unknown): Held[] =>
	(JSON.parse(String(text)) as Made[]).map(([role, path]) => ({ role, path }));

const seatedIn = (text: unknown): Held[] =>
	(JSON.parse(String(text)) as Seated[]).map(([path, fromOn, untilOn, endedAt]) => ({
		role: 'council',
		path,
		seat: { fromOn, untilOn, endedAt: endedAt === null ? null : new Date(endedAt) }
	}));

/**
 * What a person was made and the seats they have, as two columns beside whatever names them: each a
 * list, so that the query stays one row however much somebody is.
 */
export function heldFrom(
	db: Reader,
	personId: AnyColumn
): { made: SQL<Held[]>; seated: SQL<Held[]> } {
	const made = db
		.select({ list: sql`json_group_array(json_array(${memberships.role}, ${scopes.path}))` })
		.from(memberships)
		.innerJoin(scopes, eq(scopes.id, memberships.scopeId))
		.where(and(eq(memberships.personId, personId), eq(memberships.status, 'active')));
	const { fromOn, untilOn, endedAt } = seats;
	const seated = db
		.select({
			list: sql`json_group_array(json_array(${scopes.path}, ${fromOn}, ${untilOn}, ${endedAt}))`
		})
		.from(seats)
		.innerJoin(bodies, eq(bodies.id, seats.bodyId))
		.innerJoin(scopes, eq(scopes.id, bodies.scopeId))
		.where(and(eq(seats.personId, personId), inArray(bodies.kind, COUNCILS)));
	return {
		made: sql`${made}`.mapWith(madeIn),
		seated: sql`${seated}`.mapWith(seatedIn)
	};
}
