import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { expect, test, vi } from 'vitest';
import { openStore } from '#kernel/server/db.ts';
import { EmbeddedClient } from '#kernel/server/embedded.ts';
import {
	aPath,
	another,
	FIRST,
	insert,
	kill,
	migrationsOf,
	names,
	SECOND
} from './support/small-store.ts';

// starting a process takes a second, and more on a busy machine
vi.setConfig({ testTimeout: 60_000 });

const migrations = migrationsOf(FIRST);
const open = (path: string, folder = migrations) =>
	openStore({ url: `file:${path}`, migrations: folder });

test('is for one process: a second is refused, with the file and who has it', async () => {
	const path = aPath('app.db');
	const store = await open(path);
	const second = another(`file:${path}`, migrations, 'hold');
	await second.over;
	expect(second.lines.join()).toContain(`${path} is in use by process ${process.pid}.`);

	await store.close();
	const third = another(`file:${path}`, migrations, 'hold');
	expect(await third.says()).toEqual(['open']);
	await expect(open(path)).rejects.toThrow(`in use by process ${third.child.pid ?? ''}.`);
});

test('the lock of a killed process is free at once', async () => {
	const path = aPath('app.db');
	for (let round = 0; round < 3; round++) {
		const holder = another(`file:${path}`, migrations, 'hold');
		await holder.says();
		await kill(holder);
		const store = await open(path);
		expect(store.kind).toBe('embedded');
		await store.close();
	}
});

test('of several that start at once exactly one gets it', async () => {
	const path = aPath('app.db');
	const starters = Array.from({ length: 4 }, () => another(`file:${path}`, migrations, 'hold'));
	await Promise.all(starters.map((it) => it.says()));
	const said = starters.map((it) => it.lines[0] === 'open');
	expect(said.filter(Boolean)).toHaveLength(1);
});

test('killed while it stores, it has lost nothing that it answered for and doubled nothing', async () => {
	const path = aPath('app.db');
	let stored = new Set<string>();
	for (let round = 0; round < 4; round++) {
		const writer = another(`file:${path}`, migrations, 'stream');
		while (writer.lines.length < 30 + 40 * round) await writer.says();
		await kill(writer);
		const answered = writer.lines.filter((line) => line !== 'open' && line !== '');

		const store = await open(path);
		const all = await names(store);
		const [{ n = 0 } = {}] = await store.read.all<{ n?: number }>(sql`SELECT n FROM total`);
		const [check] = await store.read.all<object>(
			sql`SELECT integrity_check FROM pragma_integrity_check`
		);
		await store.write((tx) => tx.run(sql`DELETE FROM thing`));
		await store.write((tx) => tx.run(sql`UPDATE total SET n = 0`));
		await store.close();

		stored = new Set(all);
		expect(answered.filter((name) => !stored.has(name))).toEqual([]);
		expect([all.length, n]).toEqual([stored.size, stored.size]);
		expect(check).toEqual({ integrity_check: 'ok' });
	}
	expect(stored.size).toBeGreaterThan(100);
});

test('a checkpoint leaves nothing in the log, and closing neither', async () => {
	const path = aPath('app.db');
	const store = await open(path);
	const logged = () => statSync(`${path}-wal`).size;
	await store.write((tx) => tx.run(insert('x')));
	expect(logged()).toBeGreaterThan(0);
	await store.checkpoint();
	expect(logged()).toBe(0);
	await store.write((tx) => tx.run(insert('y')));
	await store.close();
	expect(logged()).toBe(0);
});

test('keeps a copy before it migrates what was there, and none otherwise', async () => {
	const path = join(aPath('data'), 'app.db');
	const copy = join(path, '..', 'before-0001.db');
	const store = await open(path);
	await store.write((tx) => tx.run(insert('before')));
	await store.close();
	expect(existsSync(copy)).toBe(false);

	await (await open(path, migrationsOf(FIRST, SECOND))).close();
	const before = await open(copy);
	expect(await names(before)).toEqual(['before']);
	expect(await before.read.get(sql`SELECT n FROM total`)).toEqual({ n: 0 });
	await before.close();
});

test('when the disk is full writing fails, reading goes on, and it mends by itself', async () => {
	const path = aPath('app.db');
	const store = await open(path);
	const { rows } = await store.client.execute('PRAGMA page_count');
	await store.client.execute(`PRAGMA max_page_count = ${Number(rows[0]?.[0]) + 2}`);
	const long = 'x'.repeat(50_000);
	const outcomes = await Promise.allSettled([
		store.write((tx) => tx.run(insert('small'))),
		store.write((tx) => tx.run(insert(long))),
		store.write((tx) => tx.run(insert(long)))
	]);
	const [small, ...large] = outcomes.map((it) => it.status);
	expect(large).toEqual(['rejected', 'rejected']);
	expect(await names(store)).toEqual(small === 'fulfilled' ? ['small'] : []);

	await store.client.execute('PRAGMA max_page_count = 1000000');
	await store.write((tx) => tx.run(insert(long)));
	expect((await names(store)).at(-1)).toBe(long);
	await store.close();
});

test('puts what was waiting into one commit', async () => {
	const path = aPath('app.db');
	const store = await open(path);
	await store.checkpoint();
	await Promise.all(
		Array.from({ length: 200 }, () => store.write((tx) => tx.run(sql`UPDATE total SET n = n + 1`)))
	);
	// each commit appends its pages to the log: two hundred would have made it far larger
	expect(statSync(`${path}-wal`).size).toBeLessThan(20 * 4096);
	expect(await store.read.get(sql`SELECT n FROM total`)).toEqual({ n: 200 });
	await store.close();
});

test('an embedded client is refused a file that another client of this process has', () => {
	const path = aPath('app.db');
	const client = new EmbeddedClient(path);
	expect(
		() => new EmbeddedClient(join(path, '..', '.', 'x', '..', path.split('/').at(-1) ?? ''))
	).toThrow('in use by process');
	client.close();
});
