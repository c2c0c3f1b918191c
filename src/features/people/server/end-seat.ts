import { and, eq, isNull } from 'drizzle-orm';
import { seatIdInput } from '../input.ts';
import { stateOf } from '../seats.ts';
import { getBody } from './bodies.ts';
import { seats } from './schema.ts';
import { Conflict, NotFound } from '#kernel/errors.ts';
import { parse } from '#kernel/parse.ts';
import { requirePerson, type Context } from '#kernel/server/context.ts';
import type { Writer } from '#kernel/server/db.ts';
import { requireFresh } from '#kernel/server/fresh.ts';
import { record } from '#kernel/server/journal.ts';
import { dayOf } from '#kernel/time.ts';
import { authorize } from '#policy/authorize.ts';

/** Ends a seat in a body of this place before its term. From the next request it gives no right. */
export async function endSeat(ctx: Context, bodyId: string, input: unknown): Promise<void> {
	requirePerson(ctx);
	await ctx.write(async (tx) => {
		authorize(ctx, 'body.appoint', { scopeId: ctx.scope.id });
		requireFresh(ctx);
		const body = await getBody(tx, ctx.scope, bodyId);
		const { seat: id } = parse(seatIdInput, input);
		const [seat] = await tx
			.select()
			.from(seats)
			.where(and(eq(seats.id, id), eq(seats.bodyId, body.id)));
		if (!seat) throw new NotFound('not-found');
		await end(tx, ctx, seat);
		await record(tx, ctx, 'seat.ended', { kind: 'seat', id });
	});
}

/** A seat that did not end yet, ends now. A step of ending one and of laying one down. */
export async function end(
	tx: Writer,
	{ now }: Pick<Context, 'now'>,
	seat: typeof seats.$inferSelect
): Promise<void> {
	if (stateOf(seat, dayOf(now)) === 'past') throw new Conflict('seat.past');
	await tx
		.update(seats)
		.set({ endedAt: now })
		.where(and(eq(seats.id, seat.id), isNull(seats.endedAt)));
}
