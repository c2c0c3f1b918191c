import { desc, eq } from 'drizzle-orm';
import { stateOf } from '../seats.ts';
import { getBody } from './bodies.ts';
import { describe, ON_A_PAGE, peoplePage } from './find-people.ts';
import { people, seats } from './schema.ts';
import type { Context } from '#kernel/server/context.ts';
import { dayOf } from '#kernel/time.ts';
import { authorize } from '#policy/authorize.ts';

/**
 * A council or other body of this place: who sits in it, who did, and people who were looked for to
 * be given a seat. Who is in a network is not asked for.
 */
export async function showBody(ctx: Context, bodyId: string, query: URLSearchParams) {
	const { read, scope } = ctx;
	authorize(ctx, 'body.appoint', { scopeId: scope.id });
	const body = await getBody(read, scope, bodyId);
	const today = dayOf(ctx.now);
	const here = { slug: scope.slug, name: scope.name };
	const sought = (query.get('q') ?? '').slice(0, 80);
	if (body.kind === 'network')
		return { here, body, today, sought, seats: [], found: null, more: false };
	const rows = await read
		.select({
			id: seats.id,
			personId: seats.personId,
			name: people.name,
			...{ section: seats.section, function: seats.function },
			...{ fromOn: seats.fromOn, untilOn: seats.untilOn, endedAt: seats.endedAt }
		})
		.from(seats)
		.innerJoin(people, eq(people.id, seats.personId))
		.where(eq(seats.bodyId, body.id))
		.orderBy(desc(seats.fromOn), people.name);
	const page = sought.trim() === '' ? [] : await peoplePage(read, scope.path, sought, null);
	const found = await describe(read, scope.path, page.slice(0, ON_A_PAGE));
	return {
		...{ here, body, today, sought },
		seats: rows.map((it) => ({ ...it, state: stateOf(it, today) })),
		/** Null before somebody was looked for. */
		found:
			sought.trim() === ''
				? null
				: found.filter(({ held }) => held.some(({ status }) => status === 'active')),
		more: page.length > ON_A_PAGE
	};
}
