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

/** Something that comes round. */
export type Loop = {
	/** Asks for a turn now, or for another one when it is at work. */
	nudge(): void;
	/** No more turns; done when the one that is at work has ended. */
	stop(): Promise<void>;
};

/**
 * Calls `turn` now and then every `seconds`, never twice at once, and sooner when it is nudged. A
 * long turn asks now and then whether it is to stop.
 */
export function every(seconds: number, turn: (isStopped: () => boolean) => Promise<unknown>): Loop {
	let timer: NodeJS.Timeout;
	let atWork: Promise<void> | null = null;
	let again = false;
	let stopped = false;
	const wait = (ms: number) => {
		timer = setTimeout(() => {
			atWork = work();
		}, ms);
	};
	const work = async () => {
		await turn(() => stopped).catch((error: unknown) => {
			log('scheduler.failed', { error: String(error) });
		});
		atWork = null;
		if (!stopped) wait(again ? 0 : seconds * 1000);
		again = false;
	};
	wait(0);
	return {
		nudge() {
			if (atWork) again = true;
			if (atWork || stopped) return;
			clearTimeout(timer);
			wait(0);
		},
		async stop() {
			stopped = true;
			clearTimeout(timer);
			await atWork;
		}
	};
}
