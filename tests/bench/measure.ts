import { type ChildProcess, fork, spawn } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import type { Batch, Outcome } from './load.ts';

/** A server in a process of its own. */
export type Server = {
	readonly pid: number;
	readonly port: number;
	/** All that it printed so far. */
	printed(): string;
	/** Asks it to stop, or kills it, and tells with what status it did. */
	stop(how?: NodeJS.Signals): Promise<number | null>;
};

/** Starts a node program, with our own flags, and waits for the line in which it prints its address. */
export async function start(
	args: readonly string[],
	env: Readonly<Record<string, string>>
): Promise<Server> {
	const child = spawn(process.execPath, [...process.execArgv, ...args], {
		env: { ...process.env, SECOND_FACTOR: 'offered', ...env },
		stdio: ['ignore', 'pipe', 'pipe']
	});
	let printed = '';
	const port = await new Promise<number>((resolve, reject) => {
		const listen = (chunk: Buffer) => {
			printed += chunk.toString();
			const found = /http:\/\/[\w.]+:(\d+)\//.exec(printed);
			if (found) resolve(Number(found[1]));
		};
		child.stdout.on('data', listen);
		child.stderr.on('data', listen);
		child.once('close', (status) => reject(new StartFailed(status, printed)));
	});
	return {
		pid: child.pid ?? 0,
		port,
		printed: () => printed,
		stop: (how = 'SIGTERM') => ended(child, how)
	};
}

/** A server that ended before it could be reached; the message is what it printed. */
export class StartFailed extends Error {
	readonly status: number | null;

	constructor(status: number | null, printed: string) {
		super(printed);
		this.status = status;
	}
}

function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
	// one that ended before says so no more
	if (child.exitCode !== null || child.signalCode) return Promise.resolve(child.exitCode);
	return new Promise((resolve) => {
		child.once('exit', (status) => resolve(status));
		child.kill(signal);
	});
}

/** CPU time of a process so far, all threads, user and system, in ms. To the nanosecond on Linux. */
export function cpuOf(pid: number): number {
	const threads = globSync(`/proc/${String(pid)}/task/*/schedstat`);
	const spent = threads.map((file) => Number(readFileSync(file, 'utf8').split(' ')[0]));
	return spent.reduce((sum, nanoseconds) => sum + nanoseconds, 0) / 1e6;
}

/** Memory in use, MB. */
export function rssOf(pid: number): number {
	const status = readFileSync(`/proc/${String(pid)}/status`, 'utf8');
	return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024;
}

export type Load = {
	send(batch: Batch): Promise<Outcome>;
	stop(): Promise<unknown>;
};

export function startLoad(): Load {
	const child = fork(new URL('./load.ts', import.meta.url));
	return {
		send: (batch) =>
			new Promise((resolve) => {
				child.once('message', (outcome) => resolve(outcome as Outcome));
				child.send(batch);
			}),
		stop: () => ended(child, 'SIGTERM')
	};
}

export const median = (numbers: readonly number[]): number =>
	numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;
