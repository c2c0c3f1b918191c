import { and, eq } from 'drizzle-orm';
import { sessions } from './schema.ts';
import { requirePerson, type Context } from '#kernel/server/context.ts';

/** Signs the actor out on one device. What is gone already, or of somebody else, stays as it is. */
export async function endSession(ctx: Context, sessionId: string): Promise<void> {
	const personId = requirePerson(ctx);
	await ctx.write((tx) =>
		tx.delete(sessions).where(and(eq(sessions.id, sessionId), eq(sessions.personId, personId)))
	);
}
