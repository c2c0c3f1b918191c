import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Client } from '@libsql/client';
import { sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/libsql/web';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { EmbeddedClient } from '#kernel/server/embedded.ts';
import { RemoteClient } from '#kernel/server/remote.ts';
import { hasSqld, startSqld, type Sqld } from './support/sqld.ts';

const withServer = hasSqld();
const directory = mkdtempSync(join(tmpdir(), 'contract-'));
let server: Sqld | null = null;
beforeAll(async () => {
	if (withServer) server = await startSqld();
});
afterAll(async () => {
	await server?.stop();
	rmSync(directory, { recursive: true });
});

let files = 0;
const file = () => join(directory, `${++files}.db`);

const engines: [string, () => Client][] = [['an embedded file', () => new EmbeddedClient(file())]];
if (withServer)
	engines.push(
		['a server over http', () => new RemoteClient(server?.http ?? '')],
		['a server over websockets', () => new RemoteClient(server?.ws ?? '')]
	);

const TABLES = `
	DROP TABLE IF EXISTS leaf; DROP TABLE IF EXISTS tree; DROP TABLE IF EXISTS words;
	CREATE TABLE tree (id INTEGER PRIMARY KEY);
	CREATE TABLE leaf (
		id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, tree INT REFERENCES tree (id), shape BLOB
	);
	CREATE VIRTUAL TABLE words USING fts5(text, tokenize = 'unicode61 remove_diacritics 2');`;

describe.each(engines)('%s', (_name, open) => {
	let client: Client;
	beforeEach(async () => {
		client = open();
		await client.executeMultiple(TABLES);
		return () => client.close();
	});
	const rows = async (query: string) => (await client.execute(query)).rows;
	const one = async (query: string) => (await rows(query))[0]?.[0];

	test('answers by name and by index, and the first of two columns has the name', async () => {
		const { rows, columns } = await client.execute({
			sql: 'SELECT 7 AS a, ? AS b, NULL AS at, 8 AS a, 9 AS length',
			args: ['x']
		});
		const [row] = rows;
		expect(columns).toEqual(['a', 'b', 'at', 'a', 'length']);
		expect([row?.['a'], row?.['b'], row?.['at'], row?.length]).toEqual([7, 'x', null, 5]);
		expect([row?.[0], row?.[1], row?.[2], row?.[3], row?.[4]]).toEqual([7, 'x', null, 8, 9]);
		expect(Object.keys(row ?? {}).toSorted()).toEqual(['a', 'at', 'b']);
	});

	test('takes numbers, names, blobs, truth, moments and nothing', async () => {
		const shape = new Uint8Array([1, 2, 255]);
		await client.execute({
			sql: 'INSERT INTO leaf (name, tree, shape) VALUES (:name, $tree, @shape)',
			args: { name: 'oak', tree: null, shape }
		});
		const [leaf] = await rows('SELECT * FROM leaf');
		expect(leaf?.['shape']).toBeInstanceOf(ArrayBuffer);
		expect(new Uint8Array(leaf?.['shape'] as ArrayBuffer)).toEqual(shape);
		expect(leaf?.['tree']).toBe(null);

		const { rows: kinds } = await client.execute({
			sql: 'SELECT ?, ?, ?, ?, typeof(?), typeof(?)',
			args: [true, new Date(86_400_000), 1.5, 12n, 5, 5n]
		});
		expect(Array.from(kinds[0] ?? [])).toEqual([1, 86_400_000, 1.5, 12, 'real', 'integer']);
	});

	test('refuses what is no value', async () => {
		const bad = (value: unknown) => client.execute({ sql: 'SELECT ?', args: [value as null] });
		await expect(bad(undefined)).rejects.toThrow();
		await expect(bad(NaN)).rejects.toThrow(RangeError);
		await expect(bad(Infinity)).rejects.toThrow(RangeError);
	});

	test('tells how many rows changed and which came last', async () => {
		const first = await client.execute("INSERT INTO leaf (name) VALUES ('oak'), ('elm')");
		expect([first.rowsAffected, first.lastInsertRowid]).toEqual([2, 2n]);
		const again = await client.execute(
			"INSERT INTO leaf (name) VALUES ('oak') ON CONFLICT DO NOTHING"
		);
		expect(again.rowsAffected).toBe(0);
		expect((await client.execute("UPDATE leaf SET name = 'ash' WHERE id = 1")).rowsAffected).toBe(
			1
		);
	});

	test('answers to RETURNING', async () => {
		const insert = "INSERT INTO leaf (name) VALUES ('oak') RETURNING id, upper(name) AS loud";
		expect((await rows(insert))[0]).toMatchObject({ id: 1, loud: 'OAK' });
		expect(await one('SELECT count(*) FROM leaf')).toBe(1);
	});

	test('reads with WITH, and writes with WITH', async () => {
		await rows("WITH n (v) AS (VALUES ('oak'), ('elm')) INSERT INTO leaf (name) SELECT v FROM n");
		expect(await one('WITH n AS (SELECT name FROM leaf) SELECT count(*) FROM n')).toBe(2);
	});

	test('holds to foreign keys', async () => {
		const stray = client.execute("INSERT INTO leaf (name, tree) VALUES ('oak', 99)");
		await expect(stray).rejects.toThrow(/FOREIGN KEY/);
	});

	test('does a batch whole or not at all', async () => {
		const insert = "INSERT INTO leaf (name) VALUES ('oak')";
		await expect(client.batch([insert, insert], 'write')).rejects.toThrow(/UNIQUE/);
		expect(await one('SELECT count(*) FROM leaf')).toBe(0);
		await client.batch([insert, ['INSERT INTO leaf (name) VALUES (?)', ['elm']]], 'write');
		expect(await one('SELECT count(*) FROM leaf')).toBe(2);
	});

	test('does a migration whole or not at all, and may break foreign keys on the way', async () => {
		await client.batch([
			'INSERT INTO tree VALUES (1)',
			"INSERT INTO leaf VALUES (1, 'oak', 1, NULL)"
		]);
		await client.migrate([
			'CREATE TABLE tree_new (id INTEGER PRIMARY KEY, height INT)',
			'INSERT INTO tree_new (id) SELECT id FROM tree',
			'DROP TABLE tree',
			'ALTER TABLE tree_new RENAME TO tree'
		]);
		expect(await one('SELECT count(*) FROM leaf JOIN tree ON tree.id = leaf.tree')).toBe(1);

		const broken = client.migrate(['CREATE TABLE bush (id INT)', 'INSERT INTO nowhere VALUES (1)']);
		await expect(broken).rejects.toThrow(/nowhere/);
		await expect(rows('SELECT * FROM bush')).rejects.toThrow(/bush/);
		await expect(rows("INSERT INTO leaf (name, tree) VALUES ('elm', 99)")).rejects.toThrow(
			/FOREIGN/
		);
	});

	test('a transaction sees its own writes, others only when it has committed', async () => {
		const transaction = await client.transaction('write');
		await transaction.execute("INSERT INTO leaf (name) VALUES ('oak')");
		const { rows: inside } = await transaction.execute('SELECT name FROM leaf');
		expect([inside.length, await one('SELECT count(*) FROM leaf')]).toEqual([1, 0]);
		await transaction.commit();
		expect([transaction.closed, await one('SELECT count(*) FROM leaf')]).toEqual([true, 1]);
		await expect(transaction.execute('SELECT 1')).rejects.toThrow(/closed/);
		await expect(transaction.commit()).rejects.toThrow(/closed/);
	});

	test('undoes a transaction that is rolled back, and one that is only closed', async () => {
		for (const end of ['rollback', 'close'] as const) {
			const transaction = await client.transaction('write');
			await transaction.execute("INSERT INTO leaf (name) VALUES ('oak')");
			await transaction[end]();
			expect(await one('SELECT count(*) FROM leaf')).toBe(0);
		}
	});

	test('a statement that fails does not undo its transaction', async () => {
		const transaction = await client.transaction('write');
		await transaction.execute("INSERT INTO leaf (name) VALUES ('oak')");
		const twice = transaction.execute("INSERT INTO leaf (name) VALUES ('oak')");
		await expect(twice).rejects.toThrow(/UNIQUE/);
		await transaction.commit();
		expect(await one('SELECT count(*) FROM leaf')).toBe(1);
	});

	test('goes back to a savepoint', async () => {
		const transaction = await client.transaction('write');
		await transaction.batch(['SAVEPOINT a', "INSERT INTO leaf (name) VALUES ('oak')"]);
		await transaction.execute('ROLLBACK TO a');
		await transaction.batch(["INSERT INTO leaf (name) VALUES ('elm')", 'RELEASE a']);
		await transaction.commit();
		expect(await one('SELECT group_concat(name) FROM leaf')).toBe('elm');
	});

	test('knows full text, JSON, windows and recursion', async () => {
		await rows("INSERT INTO words VALUES ('Één fiets')");
		expect(await one("SELECT count(*) FROM words WHERE words MATCH 'een'")).toBe(1);
		expect(await one(`SELECT '{"a": [3, 4]}' ->> '$.a[1]'`)).toBe(4);
		expect(await one('SELECT sum(value) OVER () FROM json_each(json_array(1, 2, 3))')).toBe(6);
		const counting = `WITH RECURSIVE r (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM r WHERE i < 4)
			SELECT sum(i) FROM r`;
		expect(await one(counting)).toBe(10);
	});

	test('sees a new column in a query it has run before', async () => {
		await rows('SELECT * FROM tree');
		await rows('ALTER TABLE tree ADD COLUMN height INT DEFAULT 3');
		await rows('INSERT INTO tree (id) VALUES (1)');
		expect((await rows('SELECT * FROM tree'))[0]).toMatchObject({ id: 1, height: 3 });
	});

	test('twelve transactions at once that read, add one and write make twelve', async () => {
		const db = drizzle({ client });
		await rows('INSERT INTO tree VALUES (0)');
		await Promise.all(
			Array.from({ length: 12 }, () =>
				db.transaction(async (tx) => {
					const { id } = await tx.get<{ id: number }>(sql`SELECT id FROM tree`);
					await tx.run(sql`UPDATE tree SET id = ${id + 1}`);
				})
			)
		);
		expect(await one('SELECT id FROM tree')).toBe(12);
	});
});
