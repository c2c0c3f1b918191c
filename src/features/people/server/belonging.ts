import { and, eq, notInArray } from 'drizzle-orm';
import { rolesIn } from './queries.ts';
import { memberships } from './schema.ts';
import { ancestry } from '#features/scopes/rules.ts';
import { scopes } from '#features/scopes/server/schema.ts';
import { requirePerson, type Context, type Scope } from '#kernel/server/context.ts';
import type { Reader } from '#kernel/server/db.ts';
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
	for (const scope of places) {
		const there = { ...ctx, scope, roles: await rolesIn(db, actorId, scope) };
		if (!can(there, 'person.invite', { scopeId: scope.id })) return false;
	}
	return true;
}

/**
 * Whether somebody is something at a place that is neither this one nor above it. Those in charge
 * there are not in charge here, and may have seen how this person signs in.
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
	return elsewhere !== undefined;
}
