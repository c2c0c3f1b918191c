import { lt, sql } from 'drizzle-orm';
import type { Reason } from '#i18n/reasons.ts';
import { TooMany } from '#kernel/errors.ts';
import type { Context } from './context.ts';
import type { Writer } from './db.ts';
import { given, prepared } from './prepared.ts';
import { throttles } from './schema.ts';
import { dayOf } from '#kernel/time.ts';

const DAY = 24 * 60 * 60_000;

export type Limit = {
	readonly times: number;
	/** How long a window is; a day is one on the calendar of the school. */
	readonly minutes: number | 'day';
	/** What whoever passes it is told, where that is more than to wait a while. */
	readonly reason?: Reason;
};

const counting = prepared((tx: Writer) =>
	tx
		.insert(throttles)
		.values({ ...given('key', 'window', 'expiresAt'), count: 1 })
		.onConflictDoUpdate({
			target: [throttles.key, throttles.window],
			set: { count: sql`${throttles.count} + 1` }
		})
		.returning({ count: throttles.count })
		.prepare()
);

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
	limit: Limit
): Promise<void> {
	const count = await ctx.write((tx) => countOne(tx, ctx, what, limit));
	if (count > limit.times) throw new TooMany(limit.reason ?? 'too-many');
}

/**
 * Counts a change of this kind in the transaction that makes it, so only when it is made, and
 * refuses it when there were as many in this window as there may be.
 */
export async function countChange(
	tx: Writer,
	ctx: Pick<Context, 'now' | 'seal'>,
	what: string,
	limit: Limit
): Promise<void> {
	if ((await countOne(tx, ctx, what, limit)) > limit.times)
		throw new TooMany(limit.reason ?? 'too-many');
}

async function countOne(
	tx: Writer,
	{ now, seal }: Pick<Context, 'now' | 'seal'>,
	what: string,
	{ minutes }: Limit
): Promise<number> {
	const { window, expiresAt } = windowOf(now, minutes);
	const [row] = await counting(tx).all({ key: seal(what), window, expiresAt });
	return row?.count ?? 0;
}

/** The number of the window that is now, and when nothing is to be known of it any more. */
function windowOf(now: Date, minutes: Limit['minutes']): { window: number; expiresAt: Date } {
	if (minutes === 'day') {
		const window = Date.parse(dayOf(now)) / DAY;
		// it ends by our clock, not by that of UTC
		return { window, expiresAt: new Date((window + 2) * DAY) };
	}
	const length = minutes * 60_000;
	const window = Math.floor(now.getTime() / length);
	return { window, expiresAt: new Date((window + 1) * length) };
}

/** Forgets windows that are over. */
export async function forgetTries(tx: Writer, now: Date): Promise<void> {
	await tx.delete(throttles).where(lt(throttles.expiresAt, now));
}
