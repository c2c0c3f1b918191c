import { and, eq } from 'drizzle-orm';
import { seatIdInput } from '../input.ts';
import { end } from './end-seat.ts';
import { seats } from './schema.ts';
import { bodies, scopes } from '#features/scopes/server/schema.ts';
import { NotFound } from '#kernel/errors.ts';
import { parse } from '#kernel/parse.ts';
import { requirePerson, type Context } from '#kernel/server/context.ts';
import { record } from '#kernel/server/journal.ts';

/** Gives one's own seat up. It stays in the history of the body, and gives no right any more. */
export async function layDownSeat(ctx: Context, input: unknown): Promise<void> {
	const personId = requirePerson(ctx);
	await ctx.write(async (tx) => {
		const { seat: id } = parse(seatIdInput, input);
		const [own] = await tx
			.select({
				seat: seats,
				scope: {
					...{ id: scopes.id, path: scopes.path, kind: scopes.kind },
					...{ slug: scopes.slug, name: scopes.name }
				}
			})
			.from(seats)
			.innerJoin(bodies, eq(bodies.id, seats.bodyId))
			.innerJoin(scopes, eq(scopes.id, bodies.scopeId))
			.where(and(eq(seats.id, id), eq(seats.personId, personId)));
		if (!own) throw new NotFound('not-found');
		await end(tx, ctx, own.seat);
		await record(tx, { ...ctx, scope: own.scope }, 'seat.laid-down', { kind: 'seat', id });
	});
}
