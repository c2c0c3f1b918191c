import { and, asc, eq, isNull, lt, lte, or } from 'drizzle-orm';
import type { Context } from './context.ts';
import type { Store, Writer } from './db.ts';
import { outbox } from './schema.ts';

/** A kind of work: a name, and the shape of what must be known to do it. */
export type Job<Payload> = { readonly name: string; readonly _payload?: Payload };
export const defineJob = <Payload>(name: string): Job<Payload> => ({ name });

/** Asks for work, as part of the transaction that makes it needed. Asking twice is asking once. */
export async function enqueue<Payload>(
	tx: Writer,
	job: Job<Payload>,
	request: { key: string; payload: Payload; dueAt: Date }
): Promise<void> {
	const { key, payload, dueAt } = request;
	await tx
		.insert(outbox)
		.values({ job: job.name, key: `${job.name}/${key}`, payload, dueAt })
		.onConflictDoNothing();
}

export const MAX_ATTEMPTS = 8;

/** How long one piece of work may take before another process may think its worker has died. */
const LEASE_MINUTES = 5;

export type Handler = (ctx: Context, payload: never) => Promise<void>;
type Work = typeof outbox.$inferSelect;

const later = (now: Date, minutes: number) => new Date(now.getTime() + minutes * 60_000);

/**
 * Takes the oldest piece of work that is due, for this process alone: claiming is one statement in
 * the database, so that of several processes one gets it. Counts the attempt.
 */
async function claim(store: Store, now: Date): Promise<Work | undefined> {
	return store.write(async (tx) => {
		const free = or(isNull(outbox.claimedUntil), lt(outbox.claimedUntil, now));
		const due = and(
			isNull(outbox.doneAt),
			lte(outbox.dueAt, now),
			lt(outbox.attempts, MAX_ATTEMPTS),
			free
		);
		const [next] = await tx.select().from(outbox).where(due).orderBy(asc(outbox.dueAt)).limit(1);
		if (!next) return undefined;
		const [claimed] = await tx
			.update(outbox)
			.set({ claimedUntil: later(now, LEASE_MINUTES), attempts: next.attempts + 1 })
			.where(and(eq(outbox.id, next.id), due))
			.returning();
		return claimed;
	});
}

/**
 * Does what is due, one at a time, until nothing is. Safe to run again after a crash: a handler
 * must stand being called twice. A failure waits 1, 2, 4, … minutes and is tried again.
 */
export async function runDueWork(
	store: Store,
	handlers: Readonly<Record<string, Handler>>,
	contextFor: (job: string) => Context
): Promise<number> {
	const { now } = contextFor('');
	let done = 0;
	for (;;) {
		const work = await claim(store, now);
		if (!work) return done;
		let outcome: Partial<Work>;
		try {
			const handler = handlers[work.job];
			if (!handler) throw new Error(`no handler for job ${work.job}`);
			await handler(contextFor(work.job), work.payload as never);
			outcome = { doneAt: now, lastError: null };
			done += 1;
		} catch (error) {
			outcome = { dueAt: later(now, 2 ** (work.attempts - 1)), lastError: String(error) };
		}
		await store.write((tx) =>
			tx
				.update(outbox)
				.set({ ...outcome, claimedUntil: null })
				.where(eq(outbox.id, work.id))
		);
	}
}
