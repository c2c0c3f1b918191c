import { wallClock } from '#kernel/time.ts';
import type { Context } from './context.ts';
import type { Store } from './db.ts';
import { log } from './log.ts';
import { enqueue, runDueWork, type Handler, type Job } from './outbox.ts';

export type Plan = {
	readonly handlers: Readonly<Record<string, Handler>>;
	/** Work for every day, from this time on the school's clock: once, even if the server was down then. */
	readonly daily: readonly { readonly at: string; readonly job: Job<{ date: string }> }[];
};

/** One turn: asks for today's work where its time has come, then does all that is due. */
export async function tick(
	store: Store,
	plan: Plan,
	now: Date,
	contextFor: (job: string) => Context
): Promise<number> {
	const { date, time } = wallClock(now);
	await store.write(async (tx) => {
		for (const { at, job } of plan.daily) {
			if (time >= at) await enqueue(tx, job, { key: date, payload: { date }, dueAt: now });
		}
	});
	return runDueWork(store, plan.handlers, contextFor);
}

/** Calls `turn` now and then every `seconds`, never twice at once. Returns how to stop. */
export function every(seconds: number, turn: () => Promise<unknown>): () => void {
	let timer: NodeJS.Timeout;
	const loop = async () => {
		await turn().catch((error: unknown) => log('scheduler.failed', { error: String(error) }));
		timer = setTimeout(() => void loop(), seconds * 1000);
	};
	timer = setTimeout(() => void loop(), 0);
	return () => clearTimeout(timer);
}
