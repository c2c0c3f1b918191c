import { eq } from 'drizzle-orm';
import { insertScope } from '#features/scopes/server/create-scope.ts';
import { scopes } from '#features/scopes/server/schema.ts';
import { slugFrom } from '#features/scopes/slug.ts';
import type { Scope } from '#kernel/server/context.ts';
import type { Writer } from '#kernel/server/db.ts';

/**
 * Makes a group of a school. Where its address is taken, or its name has no letter that an address
 * can have, it gets a number: "Groep 3/4" and "Groep 3-4" are two.
 */
export async function insertGroup(tx: Writer, school: Scope, name: string): Promise<Scope> {
	const own = slugFrom(name) || 'groep';
	for (let nth = 1; ; nth++) {
		const slug = slugFrom(
			`${school.slug}-`.slice(0, 20) + own.slice(0, 16) + (nth > 1 ? `-${String(nth)}` : '')
		);
		const taken = await tx.select({ id: scopes.id }).from(scopes).where(eq(scopes.slug, slug));
		if (taken.length === 0)
			return insertScope(tx, school, { kind: 'group', name, slug, place: '' });
	}
}
