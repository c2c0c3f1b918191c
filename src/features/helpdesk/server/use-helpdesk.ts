import { findHelpdesk, getUnlocked } from './queries.ts';
import { stayUnlocked } from './stay-unlocked.ts';
import type { Context } from '#kernel/server/context.ts';

/** Keeps a helpdesk unlocked while it is used. Throws Conflict when it is locked, or over. */
export async function useHelpdesk(ctx: Context, token: string): Promise<void> {
	await ctx.write(async (tx) => {
		const { row } = await getUnlocked(tx, ctx, token);
		await stayUnlocked(tx, ctx, row.id);
	});
}

/** Whether the pages of a helpdesk open now. */
export async function isUnlocked(ctx: Context, token: string): Promise<boolean> {
	const helpdesk = await findHelpdesk(ctx.read, ctx, token);
	const until = helpdesk?.row.unlockedUntil;
	return until != null && until > ctx.now;
}
