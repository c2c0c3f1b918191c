import { and, eq, inArray, lt, ne } from 'drizzle-orm';
import { importRows, importRuns } from './schema.ts';
import { defineJob, enqueue } from '#kernel/server/outbox.ts';
import type { Writer } from '#kernel/server/db.ts';

/** Empties the write-ahead log, so that rows that were deleted are nowhere on the disk. */
export const forgetRows = defineJob<Record<string, never>>('imports/forget');

export const askToForget = (tx: Writer, key: string, now: Date): Promise<void> =>
	enqueue(tx, forgetRows, { key, payload: {}, dueAt: now });

const DAY_MS = 24 * 60 * 60_000;

/** Lists that nobody finished within a day are forgotten. */
export async function forgetUnfinished(tx: Writer, now: Date): Promise<void> {
	const old = await tx
		.update(importRuns)
		.set({ state: 'cancelled', issues: null })
		.where(
			and(
				lt(importRuns.beganAt, new Date(now.getTime() - DAY_MS)),
				inArray(importRuns.state, ['reading', 'ready', 'applying', 'failed'])
			)
		)
		.returning({ id: importRuns.id });
	for (const { id } of old) {
		await tx.delete(importRows).where(eq(importRows.runId, id));
		await askToForget(tx, id, now);
	}
	// who brought in what, and when, is in the journal
	await tx
		.delete(importRuns)
		.where(
			and(
				lt(importRuns.beganAt, new Date(now.getTime() - 30 * DAY_MS)),
				ne(importRuns.state, 'ready')
			)
		);
}

/**
 * After a start nobody is reading or applying any more what was under way before it. A list that was
 * being read is forgotten, and its page says that it broke off; one that was being applied was not
 * added at all, or it would be done, and is ready as it was.
 */
export async function breakOffImports(tx: Writer, now: Date): Promise<void> {
	const broken = await tx
		.update(importRuns)
		.set({ heldUntil: new Date(0) })
		.where(eq(importRuns.state, 'reading'))
		.returning({ id: importRuns.id });
	for (const { id } of broken) {
		await tx.delete(importRows).where(eq(importRows.runId, id));
		await askToForget(tx, id, now);
	}
	await tx.update(importRuns).set({ state: 'ready' }).where(eq(importRuns.state, 'applying'));
}
