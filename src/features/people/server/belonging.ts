import { and, eq, notInArray } from 'drizzle-orm';
import { rolesIn } from './queries.ts';
import { stateOf } from '../seats.ts';
import { memberships, seats } from './schema.ts';
import { ancestry } from '#features/scopes/rules.ts';
import { bodies, scopes } from '#features/scopes/server/schema.ts';
import { requirePerson, type Context, type Scope } from '#kernel/server/context.ts';
import type { Reader } from '#kernel/server/db.ts';
import { dayOf } from '#kernel/time.ts';
import { can } from '#policy/authorize.ts';

/**
 * Whether the actor is in charge wherever this person is something. Only then may the actor be given
 * a way to sign in as them: a code or link shown at one school must not open another.
 */
export async function isInChargeOf(db: Reader, ctx: Context, personId: string): Promise<boolean> {
	const actorId = requirePerson(ctx);
	const places = await db
		.selectDistinct({
			id: scopes.id,
			path: scopes.path,
			kind: scopes.kind,
			slug: scopes.slug,
			name: scopes.name
		})
		.from(memberships)
		.innerJoin(scopes, eq(scopes.id, memberships.scopeId))
		.where(and(eq(memberships.personId, personId), eq(memberships.status, 'active')));
	const sits = await seatsOf(db, personId);
	const today = dayOf(ctx.now);
	const alsoAt = sits.filter(({ term }) => stateOf(term, today) !== 'past');
	for (const scope of [...places, ...alsoAt.map((it) => it.scope)]) {
		const there = { ...ctx, scope, roles: await rolesIn(db, actorId, scope) };
		if (!can(there, 'person.invite', { scopeId: scope.id })) return false;
	}
	return true;
}

/** Where somebody sits in a body, or did. */
const seatsOf = (db: Reader, personId: string) =>
	db
		.select({
			scope: {
				...{ id: scopes.id, path: scopes.path, kind: scopes.kind },
				...{ slug: scopes.slug, name: scopes.name }
			},
			term: { fromOn: seats.fromOn, untilOn: seats.untilOn, endedAt: seats.endedAt }
		})
		.from(seats)
		.innerJoin(bodies, eq(bodies.id, seats.bodyId))
		.innerJoin(scopes, eq(scopes.id, bodies.scopeId))
		.where(eq(seats.personId, personId));

/**
 * Whether somebody is something at a place that is neither this one nor above it. Those in charge
 * there are not in charge here, and may have seen how this person signs in; also where they sat in
 * a council until it ended.
 */
export async function isElsewhere(db: Reader, personId: string, scope: Scope): Promise<boolean> {
	const [elsewhere] = await db
		.select({ scopeId: memberships.scopeId })
		.from(memberships)
		.where(
			and(
				eq(memberships.personId, personId),
				eq(memberships.status, 'active'),
				notInArray(memberships.scopeId, ancestry(scope))
			)
		)
		.limit(1);
	if (elsewhere !== undefined) return true;
	const above = ancestry(scope);
	return (await seatsOf(db, personId)).some((it) => !above.includes(it.scope.id));
}
