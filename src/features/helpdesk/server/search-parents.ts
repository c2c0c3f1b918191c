import { sql } from 'drizzle-orm';
import { soughtInput } from '../input.ts';
import { MOST_FOUND } from '../rules.ts';
import { findParents } from './parents.ts';
import { getUnlocked } from './queries.ts';
import { stayUnlocked } from './stay-unlocked.ts';
import { people } from '#features/people/server/schema.ts';
import { patternsFor } from '#features/scopes/fold.ts';
import { parse } from '#kernel/parse.ts';
import type { Context } from '#kernel/server/context.ts';
import { authorize } from '#policy/authorize.ts';

/**
 * The parents whose name has these words in it, ten at most. It writes nothing but that the helpdesk
 * was used.
 *
 * Input: `{ name }`.
 */
export async function searchParents(ctx: Context, token: string, input: unknown) {
	return ctx.write(async (tx) => {
		const { row, ctx: there } = await getUnlocked(tx, ctx, token);
		authorize(there, 'person.find', { scopeId: there.scope.id });
		await stayUnlocked(tx, ctx, row.id);
		const { name: sought } = parse(soughtInput, input);
		const name = sql`coalesce(${people.name}, '')`;
		const which = patternsFor(sought).map((pattern) => sql`${name} glob ${pattern}`);
		const found = await findParents(tx, there, which, MOST_FOUND + 1);
		return { sought, found: found.slice(0, MOST_FOUND), more: found.length > MOST_FOUND };
	});
}
