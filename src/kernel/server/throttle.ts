import { lt, sql } from 'drizzle-orm';
import { TooMany } from '#kernel/errors.ts';
import type { Context } from './context.ts';
import type { Writer } from './db.ts';
import { throttles } from './schema.ts';

export type Limit = { readonly times: number; readonly minutes: number };

/**
 * Counts one try of `what` and refuses when the limit of this window is passed. Counted in the
 * database, so that all processes agree; the key is sealed, so that no address is stored.
 *
 * Throws TooMany. The count itself stands, also for a try that is refused: call it in a write of
 * its own, not inside the transaction that the refusal would undo.
 */
export async function countTry(
	ctx: Pick<Context, 'write' | 'now' | 'seal'>,
	what: string,
	{ times, minutes }: Limit
): Promise<void> {
	const length = minutes * 60_000;
	const window = Math.floor(ctx.now.getTime() / length);
	const count = await ctx.write(async (tx) => {
		const [row] = await tx
			.insert(throttles)
			.values({
				key: ctx.seal(what),
				window,
				count: 1,
				expiresAt: new Date((window + 1) * length)
			})
			.onConflictDoUpdate({
				target: [throttles.key, throttles.window],
				set: { count: sql`${throttles.count} + 1` }
			})
			.returning({ count: throttles.count });
		return row?.count ?? 0;
	});
	if (count > times) throw new TooMany('too-many');
}

/** Forgets windows that are over. */
export async function forgetTries(tx: Writer, now: Date): Promise<void> {
	await tx.delete(throttles).where(lt(throttles.expiresAt, now));
}
