import { eq } from 'drizzle-orm';
import { findHelpdesk } from './queries.ts';
import { helpdesks } from './schema.ts';
import type { Context } from '#kernel/server/context.ts';
import { sha256 } from '#kernel/server/hash.ts';

/**
 * Locks a helpdesk, and says what its locked screen shows; null when it is over. One that is over
 * is forgotten, so that it does not come back when its helper gets their role again.
 */
export async function lockHelpdesk(ctx: Context, token: string) {
	if (token === '') return null;
	return ctx.write(async (tx) => {
		const helpdesk = await findHelpdesk(tx, ctx, token);
		if (!helpdesk) {
			await tx.delete(helpdesks).where(eq(helpdesks.id, sha256(token)));
			return null;
		}
		const { row, ctx: there } = helpdesk;
		if (row.unlockedUntil)
			await tx.update(helpdesks).set({ unlockedUntil: null }).where(eq(helpdesks.id, row.id));
		return { school: there.scope.name, locale: row.locale };
	});
}
