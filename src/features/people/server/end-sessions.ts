import { eq } from 'drizzle-orm';
import { sessions } from './schema.ts';
import { requirePerson, type Context } from '#kernel/server/context.ts';

/** Signs the actor out on every device, this one too. */
export async function endSessions(ctx: Context): Promise<void> {
	const personId = requirePerson(ctx);
	await ctx.write((tx) => tx.delete(sessions).where(eq(sessions.personId, personId)));
}
