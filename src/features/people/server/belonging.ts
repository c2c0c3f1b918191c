import { and, eq, notLike } from 'drizzle-orm';
import { scopes } from '#features/scopes/server/schema.ts';
import type { Scope } from '#kernel/server/context.ts';
import type { Reader } from '#kernel/server/db.ts';
import { memberships } from './schema.ts';

/**
 * Whether all that a person is, they are here or below. Only then may those in charge here be given
 * a way to sign in as them: a code or link shown at one school must not open another.
 */
export async function belongsHere(db: Reader, personId: string, { path }: Scope): Promise<boolean> {
	const [elsewhere] = await db
		.select({ scopeId: memberships.scopeId })
		.from(memberships)
		.innerJoin(scopes, eq(scopes.id, memberships.scopeId))
		.where(and(eq(memberships.personId, personId), notLike(scopes.path, `${path}%`)))
		.limit(1);
	return elsewhere === undefined;
}
