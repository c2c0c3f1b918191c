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
	stop(): void;
};

/** Calls `turn` now and then every `seconds`, never twice at once, and sooner when it is nudged. */
export function every(seconds: number, turn: () => Promise<unknown>): Loop {
	let timer: NodeJS.Timeout;
	let state: 'waiting' | 'at work' | 'at work, and once more' | 'stopped' = 'waiting';
	const is = (one: typeof state) => state === one;
	const wait = (ms: number) => {
		timer = setTimeout(() => void work(), ms);
	};
	const work = async () => {
		state = 'at work';
		await turn().catch((error: unknown) => log('scheduler.failed', { error: String(error) }));
		if (is('stopped')) return;
		const pause = is('at work, and once more') ? 0 : seconds;
		state = 'waiting';
		wait(pause * 1000);
	};
	wait(0);
	return {
		nudge() {
			if (state === 'at work') state = 'at work, and once more';
			if (state !== 'waiting') return;
			clearTimeout(timer);
			wait(0);
		},
		stop() {
			state = 'stopped';
			clearTimeout(timer);
		}
	};
}
