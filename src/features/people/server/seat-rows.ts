import { alias } from 'drizzle-orm/sqlite-core';
import { isCouncil, type Held } from '../seats.ts';
import { seats } from './schema.ts';
import type { BodyKind } from '#features/scopes/rules.ts';
import { bodies, scopes } from '#features/scopes/server/schema.ts';
import type { Role } from '#kernel/server/context.ts';

/** The body of a seat, and the place of that body, in a query that has other places too. */
export const seatBodies = alias(bodies, 'seat_body_of');
export const seatScopes = alias(scopes, 'seat_scope_of');

export const seatFields = {
	seatPath: seatScopes.path,
	seatKind: seatBodies.kind,
	fromOn: seats.fromOn,
	untilOn: seats.untilOn,
	endedAt: seats.endedAt
};

type Row = {
	readonly role: Role | null;
	readonly path: string | null;
	readonly seatPath: string | null;
	readonly seatKind: BodyKind | null;
	readonly fromOn: string | null;
	readonly untilOn: string | null;
	readonly endedAt: Date | null;
};

/** What the rows of a query say that somebody is: in each a role, a seat, both or neither. */
export function heldIn(rows: readonly Row[]): Held[] {
	return rows.flatMap(({ role, path, seatPath, seatKind, fromOn, untilOn, endedAt }): Held[] => [
		...(role && path ? [{ role, path }] : []),
		...(seatPath && seatKind && fromOn && isCouncil(seatKind)
			? [{ role: 'council' as const, path: seatPath, seat: { fromOn, untilOn, endedAt } }]
			: [])
	]);
}
