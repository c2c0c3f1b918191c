import { and, eq } from 'drizzle-orm';
import { assertRecordable } from '../rules.ts';
import { getKnownEvening } from './known-evening.ts';
import { handCounts } from './schema.ts';
import { NotFound } from '#kernel/errors.ts';
import { type Context, requirePerson } from '#kernel/server/context.ts';
import { record } from '#kernel/server/journal.ts';
import { authorize } from '#policy/authorize.ts';

/** Removes a show of hands that was typed wrongly; it can be entered anew. */
export async function removeHands(
	ctx: Context,
	consultationSlug: string,
	eveningSlug: string,
	id: string
): Promise<void> {
	requirePerson(ctx);
	await ctx.write(async (tx) => {
		const { consultation, evening } = await getKnownEvening(tx, ctx, consultationSlug, eveningSlug);
		authorize(ctx, 'evening.record', consultation);
		assertRecordable(consultation, evening, ctx.now);

		const removed = await tx
			.delete(handCounts)
			.where(and(eq(handCounts.id, id), eq(handCounts.eveningId, evening.id)));
		if (removed.rowsAffected === 0) throw new NotFound('not-found');
		await record(tx, ctx, 'hands.removed', { kind: 'evening', id: evening.id });
	});
}
