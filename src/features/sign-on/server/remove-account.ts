import { and, eq } from 'drizzle-orm';
import { providerAccounts } from './schema.ts';
import { keepFactors } from '#features/factors/server/keep-factors.ts';
import { requirePerson, type Context } from '#kernel/server/context.ts';
import { requireFresh } from '#kernel/server/fresh.ts';
import { record } from '#kernel/server/journal.ts';

/** Unlinks the actor's account at a provider: it lets nobody in any more. Their other sessions end. */
export async function removeAccount(ctx: Context, issuer: string): Promise<void> {
	const personId = requirePerson(ctx);
	await ctx.write(async (tx) => {
		requireFresh(ctx);
		const removed = await tx
			.delete(providerAccounts)
			.where(and(eq(providerAccounts.personId, personId), eq(providerAccounts.issuer, issuer)));
		if (removed.rowsAffected === 0) return;
		await keepFactors(tx, ctx, personId, 'account-removed');
		await record(tx, ctx, 'account.unlinked', { kind: 'person', id: personId });
	});
}

/** Unlinks all accounts of somebody, for whoever keeps the server; see `resetFactors`. */
export async function forgetAccounts(ctx: Pick<Context, 'write'>, personId: string): Promise<void> {
	await ctx.write((tx) =>
		tx.delete(providerAccounts).where(eq(providerAccounts.personId, personId))
	);
}
