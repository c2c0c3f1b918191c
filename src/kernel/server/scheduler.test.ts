import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { every } from './scheduler.ts';

beforeEach(() => {
	vi.useFakeTimers();
});
afterEach(() => {
	vi.useRealTimers();
});

/** A loop whose turns end when they are told to. */
function aLoop() {
	const ends: (() => void)[] = [];
	let begun = 0;
	const loop = every(30, () => {
		begun += 1;
		return new Promise<void>((resolve) => ends.push(resolve));
	});
	return {
		loop,
		begun: () => begun,
		pass: (ms: number) => vi.advanceTimersByTimeAsync(ms),
		end: () => ends.pop()?.()
	};
}

test('work comes round every half minute, and at once when somebody waits for it', async () => {
	const { loop, begun, pass, end } = aLoop();
	await pass(0);
	expect(begun()).toBe(1);
	end();
	await pass(29_000);
	expect(begun()).toBe(1);
	loop.nudge();
	await pass(0);
	expect(begun()).toBe(2);
	end();
	await pass(29_000);
	expect(begun()).toBe(2);
	await pass(1_000);
	expect(begun()).toBe(3);
});

test('what is asked for during a turn has a turn of its own, and never two run at once', async () => {
	const { loop, begun, pass, end } = aLoop();
	await pass(0);
	loop.nudge();
	loop.nudge();
	await pass(60_000);
	expect(begun()).toBe(1);
	end();
	await pass(0);
	expect(begun()).toBe(2);
	end();
	await pass(1_000);
	expect(begun()).toBe(2);
});

test('after it was stopped nothing comes round, also when it is nudged or at work', async () => {
	const { loop, begun, pass, end } = aLoop();
	await pass(0);
	loop.nudge();
	let ended = false;
	void loop.stop().then(() => (ended = true));
	await pass(0);
	// whoever stops it can wait until what is under way is done
	expect(ended).toBe(false);
	end();
	await pass(0);
	expect(ended).toBe(true);
	loop.nudge();
	await pass(120_000);
	expect(begun()).toBe(1);
});
