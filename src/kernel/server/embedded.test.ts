import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, expect, onTestFinished, test } from 'vitest';
import { EmbeddedClient } from './embedded.ts';

const directory = mkdtempSync(join(tmpdir(), 'embedded-'));
afterAll(() => rmSync(directory, { recursive: true }));

let numbers = 0;
let path = '';
beforeEach(() => {
	path = join(directory, `${++numbers}.db`);
});

async function open(options = {}): Promise<EmbeddedClient> {
	const client = new EmbeddedClient(path, options);
	onTestFinished(() => client.close());
	await client.executeMultiple('CREATE TABLE leaf (id INTEGER PRIMARY KEY, name TEXT)');
	return client;
}
const count = async (client: EmbeddedClient) =>
	(await client.execute('SELECT count(*) FROM leaf')).rows[0]?.[0];
const insert = "INSERT INTO leaf (name) VALUES ('oak')";

/** Another program that takes the write lock of the file, with `libsql` but without our lock. */
async function anotherProgram() {
	const code = `const db = new (require('libsql'))(${JSON.stringify(path)});
		db.exec('BEGIN IMMEDIATE'); console.log('locked');
		process.stdin.once('data', () => { db.exec('ROLLBACK'); process.exit(); });`;
	const child = spawn(process.execPath, ['-e', code], { stdio: ['pipe', 'pipe', 'inherit'] });
	onTestFinished(() => void child.kill('SIGKILL'));
	await once(child.stdout, 'data');
	return async () => {
		child.stdin.write('x');
		await once(child, 'exit');
	};
}

test('a write waits for the transaction that is open, a read does not', async () => {
	const client = await open();
	const transaction = await client.transaction('write');
	await transaction.execute(insert);
	const waiting = client.execute(insert);
	expect(await count(client)).toBe(0);
	await transaction.commit();
	await waiting;
	expect(await count(client)).toBe(2);
});

test('a reading transaction goes on seeing the moment at which it began', async () => {
	const client = await open();
	const reading = await client.transaction('read');
	const seen = async () => (await reading.execute('SELECT count(*) FROM leaf')).rows[0]?.[0];
	expect(await seen()).toBe(0);
	await client.execute(insert);
	expect([await seen(), await count(client)]).toEqual([0, 1]);
	await expect(reading.execute(insert)).rejects.toThrow(/readonly/);
	await reading.commit();
});

test('a transaction that somebody forgot is rolled back, and the next goes on', async () => {
	const client = await open({ patience: 50 });
	const forgotten = await client.transaction('write');
	await forgotten.execute(insert);
	await client.execute(insert);
	await expect(forgotten.commit()).rejects.toThrow('closed');
	expect(await count(client)).toBe(1);
});

test('a transaction that was begun by hand does not stay open', async () => {
	const client = await open();
	await client.executeMultiple(`BEGIN; ${insert}`);
	await client.execute(insert);
	expect(await count(client)).toBe(1);
});

test('while another program has the lock writing fails, and works again when it is gone', async () => {
	const client = await open({ busyTimeout: 20 });
	const release = await anotherProgram();
	for (let time = 0; time < 2; time++) {
		await expect(client.execute(insert)).rejects.toThrow(/locked/);
		await expect(client.execute(`${insert} RETURNING id`)).rejects.toThrow(/locked/);
		await expect(client.batch([insert])).rejects.toThrow(/locked/);
		await expect(client.executeMultiple(insert)).rejects.toThrow(/locked/);
		await expect(client.execute('VACUUM')).rejects.toThrow(/locked/);
		await expect(client.execute('PRAGMA user_version = 7')).rejects.toThrow(/locked/);
		await expect(client.transaction('write')).rejects.toThrow(/locked/);
		expect(await count(client)).toBe(0);
	}
	await release();
	await client.execute(insert);
	const transaction = await client.transaction('write');
	await transaction.execute(insert);
	await transaction.commit();
	expect(await count(client)).toBe(2);
	await client.checkpoint();
});

test('a table that was changed in a transaction is seen as it is by queries from before', async () => {
	const client = await open();
	const all = 'SELECT * FROM leaf';
	await client.execute(insert);
	const transaction = await client.transaction('write');
	await transaction.execute(all);
	await transaction.execute("ALTER TABLE leaf ADD COLUMN colour TEXT DEFAULT 'green'");
	expect((await transaction.execute(all)).columns).toEqual(['id', 'name', 'colour']);
	expect((await client.execute(all)).columns).toEqual(['id', 'name']);
	await transaction.commit();
	expect((await client.execute(all)).rows[0]).toMatchObject({ name: 'oak', colour: 'green' });
});

test('a migration with a foreign key that leads nowhere is refused', async () => {
	const client = await open();
	const stray = client.migrate([
		'CREATE TABLE twig (leaf INT REFERENCES leaf (id))',
		'INSERT INTO twig VALUES (99)'
	]);
	await expect(stray).rejects.toThrow(/FOREIGN KEY.*twig/);
	await expect(client.execute('SELECT * FROM twig')).rejects.toThrow(/no such table/);
});

test('a migration of several statements in one is done to the end', async () => {
	const client = await open();
	await client.migrate([`CREATE TABLE twig (name TEXT); INSERT INTO twig VALUES ('a'), ('b');`]);
	expect((await client.execute('SELECT * FROM twig')).rows).toHaveLength(2);
});

test('closing rolls back what is open, and then says that it is closed', async () => {
	const client = await open();
	const transaction = await client.transaction('write');
	await transaction.execute(insert);
	client.close();
	await expect(transaction.commit()).rejects.toThrow('closed');
	await expect(client.execute('SELECT 1')).rejects.toThrow('is closed');
	await expect(client.execute(insert)).rejects.toThrow('is closed');
	client.reconnect();
	expect(await count(client)).toBe(0);
});

test('more queries than are remembered do no harm', async () => {
	const client = await open();
	for (let number = 0; number < 1200; number++)
		expect((await client.execute(`SELECT ${number} AS n`)).rows[0]?.['n']).toBe(number);
});
