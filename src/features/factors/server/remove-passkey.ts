import { and, eq } from 'drizzle-orm';
import { keepFactors } from './keep-factors.ts';
import { passkeys } from './schema.ts';
import { requirePerson, type Context } from '#kernel/server/context.ts';
import { requireFresh } from '#kernel/server/fresh.ts';
import { record } from '#kernel/server/journal.ts';

/** Takes a passkey of the actor away: it opens nothing any more. Their other sessions end. */
export async function removePasskey(ctx: Context, passkeyId: string): Promise<void> {
	const personId = requirePerson(ctx);
	await ctx.write(async (tx) => {
		requireFresh(ctx);
		const removed = await tx
			.delete(passkeys)
			.where(and(eq(passkeys.id, passkeyId), eq(passkeys.personId, personId)));
		if (removed.rowsAffected === 0) return;
		await keepFactors(tx, ctx, personId, 'passkey-removed');
		await record(tx, ctx, 'factor.removed', { kind: 'person', id: personId });
	});
}
