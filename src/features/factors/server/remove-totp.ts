import { eq } from 'drizzle-orm';
import { keepFactors } from './keep-factors.ts';
import { totps } from './schema.ts';
import { requirePerson, type Context } from '#kernel/server/context.ts';
import { requireFresh } from '#kernel/server/fresh.ts';
import { record } from '#kernel/server/journal.ts';

/** Takes the actor's app away. Their other sessions end. */
export async function removeTotp(ctx: Context): Promise<void> {
	const personId = requirePerson(ctx);
	await ctx.write(async (tx) => {
		requireFresh(ctx);
		const removed = await tx.delete(totps).where(eq(totps.personId, personId));
		if (removed.rowsAffected === 0) return;
		await keepFactors(tx, ctx, personId, 'app-removed');
		await record(tx, ctx, 'factor.removed', { kind: 'person', id: personId });
	});
}
