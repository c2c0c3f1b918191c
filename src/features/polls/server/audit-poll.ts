import { reconcile, type Reconciliation } from '../reconciliation.ts';
import { booksOf, type BoxCount, countBox } from './books.ts';
import { closedTally, type PollRow } from './queries.ts';
import { canonicalJson } from '#kernel/canonical.ts';
import type { Reader } from '#kernel/server/db.ts';

export type Audit = BoxCount & {
	readonly reconciliation: Reconciliation;
	/** The books agree, and with the count as it was closed, when it was. */
	readonly holds: boolean;
};

/** Counts a poll anew and holds every book against it, to the last ballot. */
export async function auditPoll(db: Reader, poll: PollRow): Promise<Audit> {
	const box = await countBox(db, poll);
	const reconciliation = reconcile(await booksOf(db, poll, box));
	const closed = await closedTally(db, poll.id);
	const same = !closed || canonicalJson(closed.result) === canonicalJson(box.tally);
	return { ...box, reconciliation, holds: reconciliation.holds && same };
}
