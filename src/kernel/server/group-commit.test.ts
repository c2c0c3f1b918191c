import { AsyncLocalStorage } from 'node:async_hooks';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { Transaction } from '@libsql/client';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { EmbeddedClient } from './embedded.ts';
import { GroupCommit } from './group-commit.ts';

const directory = mkdtempSync(join(tmpdir(), 'group-'));
afterAll(() => rmSync(directory, { recursive: true }));

let client: EmbeddedClient;
let numbers = 0;
beforeEach(async () => {
	client = new EmbeddedClient(join(directory, `${++numbers}.db`));
	await client.execute('CREATE TABLE leaf (name TEXT)');
	return () => client.close();
});

const insert = (name: string) => ({ sql: 'INSERT INTO leaf VALUES (?)', args: [name] });
const names = async () => (await client.execute('SELECT name FROM leaf')).rows.map((it) => it[0]);

const locked = () => Object.assign(new Error('database is locked'), { code: 'SQLITE_BUSY' });

type Options = { most?: number; onBegin?: (nth: number) => void; onExecute?: () => void };

/** Groups on a real database whose transactions can be made to fail, and how many there were. */
function groups({ most = 256, onBegin, onExecute }: Options = {}) {
	let begun = 0;
	const begin = async (): Promise<Transaction> => {
		begun += 1;
		onBegin?.(begun);
		const transaction = await client.transaction('write');
		const execute = transaction.execute.bind(transaction);
		transaction.execute = async (statement) => {
			onExecute?.();
			return execute(statement);
		};
		return transaction;
	};
	const isContention = (error: unknown) => error instanceof Error && 'code' in error;
	return { group: new GroupCommit({ begin, most, isContention }), begun: () => begun };
}

const storeAll = (group: GroupCommit, ...all: string[]) =>
	Promise.all(all.map((name) => group.write((turn) => turn.execute(insert(name)))));

test('what is asked at once is one transaction, in as many as the limit makes needed', async () => {
	const { group, begun } = groups({ most: 2 });
	await storeAll(group, 'a', 'b', 'c', 'd', 'e');
	expect([begun(), await names()]).toEqual([3, ['a', 'b', 'c', 'd', 'e']]);
});

test('when another process is in the way at the beginning, the whole group waits and tries again', async () => {
	const { group, begun } = groups({
		onBegin(nth) {
			if (nth < 3) throw locked();
		}
	});
	await storeAll(group, 'a', 'b');
	expect([begun(), await names()]).toEqual([3, ['a', 'b']]);
});

test('when another process is in the way half-way, nothing is stored twice', async () => {
	let statements = 0;
	const { group, begun } = groups({
		onExecute() {
			statements += 1;
			if (statements === 3) throw locked();
		}
	});
	const refusing = group.write(async (turn) => {
		await turn.execute(insert('no'));
		throw new Error('no');
	});
	await Promise.all([expect(refusing).rejects.toThrow('no'), storeAll(group, 'a', 'b', 'c')]);
	expect([begun(), await names()]).toEqual([2, ['a', 'b', 'c']]);
});

test('a work that swallows such an error is run again all the same', async () => {
	let statements = 0;
	const { group, begun } = groups({
		onExecute() {
			statements += 1;
			if (statements === 1) throw locked();
		}
	});
	await group.write((turn) => turn.execute(insert('a')).catch(() => null));
	expect([begun(), await names()]).toEqual([2, ['a']]);
});

test('tries five times again and then gives everybody the error', async () => {
	const { group, begun } = groups({
		onBegin() {
			throw locked();
		}
	});
	await expect(storeAll(group, 'a', 'b')).rejects.toThrow('database is locked');
	expect([begun(), await names()]).toEqual([6, []]);
});

test('any other error is not tried again', async () => {
	const { group, begun } = groups({
		onBegin(nth) {
			if (nth === 1) throw new Error('connection lost');
		}
	});
	await expect(storeAll(group, 'a')).rejects.toThrow('connection lost');
	await storeAll(group, 'b');
	expect([begun(), await names()]).toEqual([2, ['b']]);
});

test('a group that takes long is committed, and the rest is another group', async () => {
	const { group, begun } = groups();
	const slow = group.write(async (turn) => {
		await turn.execute(insert('slow'));
		await setTimeout(1100);
	});
	const rest = storeAll(group, 'a', 'b');
	await slow;
	expect(await names()).toEqual(['slow']);
	await rest;
	expect([begun(), await names()]).toEqual([2, ['slow', 'a', 'b']]);
});

test('a turn that is over takes no more statements', async () => {
	const { group } = groups();
	const turns = await Promise.all(
		['a', 'b'].map((name) =>
			group.write(async (turn) => {
				await turn.execute(insert(name));
				return [turn];
			})
		)
	);
	for (const turn of turns.flat())
		await expect(turn.execute(insert('late'))).rejects.toThrow('not awaited');
	expect(await names()).toEqual(['a', 'b']);
});

test('every work runs in the context of its own caller', async () => {
	const { group } = groups();
	const caller = new AsyncLocalStorage<string>();
	const asks = ['anna', 'bert', 'cees'].map((name) =>
		caller.run(name, () =>
			group.write(async (turn) => {
				await turn.execute(insert(name));
				return caller.getStore();
			})
		)
	);
	expect(await Promise.all(asks)).toEqual(['anna', 'bert', 'cees']);
});

test('a work that throws before it promises anything is undone as any other', async () => {
	const { group } = groups();
	const throwing = group.write(() => {
		throw new Error('at once');
	});
	await Promise.all([expect(throwing).rejects.toThrow('at once'), storeAll(group, 'a')]);
	expect(await names()).toEqual(['a']);
});
