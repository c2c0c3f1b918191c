import { and, asc, desc, eq, gt, sql } from 'drizzle-orm';
import { sessions } from './schema.ts';
import { requirePerson, type Context } from '#kernel/server/context.ts';

/** Where the actor is signed in: on what, and since what day. */
export async function showSessions(ctx: Context) {
	const personId = requirePerson(ctx);
	const rows = await ctx.read
		.select({ id: sessions.id, device: sessions.device, beganOn: sessions.beganOn })
		.from(sessions)
		// by the clock of the machine, as sessions live
		.where(and(eq(sessions.personId, personId), gt(sessions.expiresAt, sql`unixepoch() * 1000`)))
		.orderBy(desc(sessions.beganOn), asc(sessions.device), asc(sessions.id));
	return rows.map((row) => ({ ...row, here: row.id === ctx.session?.id }));
}
