import { and, eq } from 'drizzle-orm';
import { getUnlocked } from './queries.ts';
import { helpdesks } from './schema.ts';
import { requirePerson, type Context } from '#kernel/server/context.ts';

/** Ends a helpdesk on the tablet itself, at the end of the evening. */
export async function closeHelpdesk(ctx: Context, token: string): Promise<void> {
	await ctx.write(async (tx) => {
		const { row } = await getUnlocked(tx, ctx, token);
		await tx.delete(helpdesks).where(eq(helpdesks.id, row.id));
	});
}

/** Ends one of the actor's helpdesks from elsewhere, for a tablet that was left behind. */
export async function endHelpdesk(ctx: Context, helpdeskId: string): Promise<void> {
	const helperId = requirePerson(ctx);
	await ctx.write((tx) =>
		tx.delete(helpdesks).where(and(eq(helpdesks.id, helpdeskId), eq(helpdesks.helperId, helperId)))
	);
}

/** Ends all of them, with every session of the actor. */
export async function endHelpdesks(ctx: Context): Promise<void> {
	const helperId = requirePerson(ctx);
	await ctx.write((tx) => tx.delete(helpdesks).where(eq(helpdesks.helperId, helperId)));
}
