import { eq } from 'drizzle-orm';
import { assertNotFixed } from '../rules.ts';
import { getKnownEvening } from './known-evening.ts';
import { writtenDownIn } from './queries.ts';
import { evenings, eveningTables } from './schema.ts';
import { Conflict } from '#kernel/errors.ts';
import { type Context, requirePerson } from '#kernel/server/context.ts';
import { record } from '#kernel/server/journal.ts';
import { authorize } from '#policy/authorize.ts';

/**
 * Takes away an evening that was planned by mistake, with its tables, as long as nothing was written
 * down of it: also when it has begun. Its address can be used again. A second time it is not there.
 */
export async function removeEvening(
	ctx: Context,
	consultationSlug: string,
	eveningSlug: string
): Promise<void> {
	requirePerson(ctx);
	await ctx.write(async (tx) => {
		const { consultation, evening } = await getKnownEvening(tx, ctx, consultationSlug, eveningSlug);
		authorize(ctx, 'evening.plan', consultation);
		assertNotFixed(consultation, ctx.now);
		const written = await writtenDownIn(tx, [evening]);
		if (written.has(evening.id)) throw new Conflict('evening.recorded');

		await tx.delete(eveningTables).where(eq(eveningTables.eveningId, evening.id));
		await tx.delete(evenings).where(eq(evenings.id, evening.id));
		await record(tx, ctx, 'evening.removed', { kind: 'evening', id: evening.id });
	});
}
