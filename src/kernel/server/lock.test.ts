import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, onTestFinished, test } from 'vitest';
import { lockDatabase } from './lock.ts';

const directory = mkdtempSync(join(tmpdir(), 'lock-'));
afterAll(() => rmSync(directory, { recursive: true }));

let numbers = 0;
const aPath = () => join(directory, `${++numbers}.db`);

type Holder = { pid: number; mark: string };
const holderOf = (path: string) => JSON.parse(readFileSync(`${path}.lock`, 'utf8')) as Holder;

/** What a process that is alive, and is not us, would have written. */
async function someoneAlive(): Promise<Holder> {
	const code = `import('${import.meta.dirname}/lock.ts').then((it) => {
		it.lockDatabase('${aPath()}'); console.log('locked'); setInterval(() => 0, 1000); })`;
	const child = spawn(process.execPath, ['-e', code], { stdio: ['ignore', 'pipe', 'inherit'] });
	onTestFinished(async () => {
		child.kill('SIGKILL');
		await once(child, 'exit');
	});
	await once(child.stdout, 'data');
	return holderOf(join(directory, `${numbers}.db`));
}

test('says who has the lock, and nothing of it when it is given back', () => {
	const path = aPath();
	const lock = lockDatabase(path);
	expect(holderOf(path).pid).toBe(process.pid);
	lock.release();
	expect(existsSync(`${path}.lock`)).toBe(false);
});

test('a second one is refused until the first gives it back', () => {
	const path = aPath();
	const first = lockDatabase(path);
	expect(() => lockDatabase(path)).toThrow(`${path} is in use by process ${process.pid}.`);
	expect(() => lockDatabase(path)).toThrow('two at once would damage it');
	first.release();
	lockDatabase(path).release();
});

test('what a dead process left behind is in nobody’s way, also if another has its number now', () => {
	const path = aPath();
	const left = [
		JSON.stringify({ pid: 2 ** 22 + 1, mark: 'boot/1' }),
		JSON.stringify({ pid: process.ppid, mark: 'another-boot/1' }),
		JSON.stringify({ pid: process.ppid, mark: null }),
		'{"pid":',
		''
	];
	for (const text of left) {
		writeFileSync(`${path}.lock`, text);
		lockDatabase(path).release();
	}
	expect(existsSync(`${path}.lock`)).toBe(false);
});

test.skipIf(process.platform !== 'linux')(
	'where the disk grants a lock that a living process has, it is refused all the same',
	async () => {
		const holder = await someoneAlive();
		const path = aPath();
		writeFileSync(`${path}.lock`, JSON.stringify(holder));
		expect(() => lockDatabase(path)).toThrow(
			`${path} is in use by process ${holder.pid}, and its disk does not keep locks.`
		);
	}
);

test('a place that cannot be written is told as such', () => {
	const path = join(directory, 'no', 'such', 'folder', 'app.db');
	expect(() => lockDatabase(path)).toThrow(/cannot be opened|no such file/);
});
