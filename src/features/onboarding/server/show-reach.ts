import { inArray } from 'drizzle-orm';
import { behind, reachOf, shownParts } from '../reach.ts';
import { countAll, countParts } from './counts.ts';
import { scopes } from '#features/scopes/server/schema.ts';
import type { Context } from '#kernel/server/context.ts';
import { dayOf } from '#kernel/time.ts';
import { authorize, can } from '#policy/authorize.ts';

/**
 * How many parents of a place were invited, came in and took part; by group or school, and by how
 * they can be reached. Numbers only: nothing here leads to who is behind.
 */
export async function showReach(ctx: Context) {
	const { read, scope } = ctx;
	authorize(ctx, 'reach.see', { scopeId: scope.id });
	const { counts, first, uninvited, onPaper } = await countAll(read, scope.path);
	const parts = shownParts(await countParts(read, scope.path, 'part'));
	const names = await namesOf(ctx, parts.flatMap(({ ids }) => ids).filter(Boolean));
	const byName = new Intl.Collator(ctx.locale, { numeric: true });
	const named = parts
		.map(({ ids, ...part }) => ({
			...part,
			ids,
			// '' is the place itself: parents who are in none of its parts
			names: ids
				.map((id) => (id === '' ? null : (names.get(id) ?? null)))
				.toSorted((a, b) => byName.compare(a ?? '', b ?? ''))
		}))
		.toSorted((a, b) => byName.compare(a.names.join(), b.names.join()));
	const late = new Set(behind(parts).map(({ ids }) => ids.join()));
	return {
		here: { slug: scope.slug, name: scope.name },
		reach: reachOf(counts, first, dayOf(ctx.now)),
		parts: named,
		channels: shownParts(await countParts(read, scope.path, 'channel')),
		behind: named.filter(({ ids }) => late.has(ids.join())),
		uninvited,
		onPaper,
		may: { invite: can(ctx, 'person.invite', { scopeId: scope.id }) }
	};
}

async function namesOf({ read }: Context, ids: readonly string[]) {
	const rows = await read
		.select({ id: scopes.id, name: scopes.name })
		.from(scopes)
		.where(inArray(scopes.id, [...ids]));
	return new Map(rows.map(({ id, name }) => [id, name]));
}
