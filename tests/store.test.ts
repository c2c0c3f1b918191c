import { eq, sql } from 'drizzle-orm';
import { inspect } from 'node:util';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openStore, type Store } from '#kernel/server/db.ts';
import {
	aPath,
	FIRST,
	insert,
	migrationsOf,
	names,
	SECOND,
	things
} from './support/small-store.ts';
import { hasSqld, startSqld, type Sqld } from './support/sqld.ts';

let server: Sqld | null = null;
const kinds: [string, () => Promise<string>][] = [
	['an embedded file', () => Promise.resolve(`file:${aPath('app.db')}`)]
];
if (hasSqld()) kinds.push(['a server over http', async () => (server = await startSqld()).http]);

describe.each(kinds)('the store on %s', (kind, start) => {
	const migrations = migrationsOf(FIRST);
	let url: string;
	let store: Store;
	beforeEach(async () => {
		url = await start();
		store = await openStore({ url, migrations });
	});
	afterEach(async () => {
		await store.close();
		await server?.stop();
		server = null;
	});

	test('knows what kind it is', () => {
		expect(store.kind).toBe(kind === 'an embedded file' ? 'embedded' : 'remote');
	});

	test('keeps what was written, in the order of asking, and answers with what the work did', async () => {
		const asked = Array.from({ length: 40 }, (_, nth) => String(nth));
		const answers = await Promise.all(
			asked.map((name) => store.write(async (tx) => (await tx.run(insert(name)), `did ${name}`)))
		);
		expect(answers).toEqual(asked.map((name) => `did ${name}`));
		expect(await names(store)).toEqual(asked);
	});

	test('a work that fails, early or late, is undone alone and gets its own error', async () => {
		const no = new Error('no');
		const works = ['a', 'b', 'no', 'c', 'no', 'd'].map((name) =>
			store.write(async (tx) => {
				await tx.run(insert(name));
				if (name === 'no') throw no;
			})
		);
		const outcomes = await Promise.allSettled(works);
		expect(
			outcomes.map((it) => (it.status === 'rejected' ? (it.reason as unknown) : 'ok'))
		).toEqual(['ok', 'ok', no, 'ok', no, 'ok']);
		expect(await names(store)).toEqual(['a', 'b', 'c', 'd']);
	});

	test('a work that fails alone is undone and does not hold up the next', async () => {
		const no = new Error('no');
		const failing = store.write(async (tx) => {
			await tx.run(insert('no'));
			throw no;
		});
		await expect(failing).rejects.toBe(no);
		expect(await store.write((tx) => tx.run(insert('yes')).then(() => 'did'))).toBe('did');
		expect(await names(store)).toEqual(['yes']);
	});

	test('what a work forgot to await does not become part of the next', async () => {
		let late: Promise<unknown> = Promise.resolve();
		const { promise: gate, resolve: open } = Promise.withResolvers<null>();
		const failing = store.write(async (tx) => {
			late = gate.then(() => tx.run(insert('late'))).catch((error: unknown) => error);
			await tx.run(insert('no'));
			throw new Error('no');
		});
		const fine = store.write(async (tx) => {
			open(null);
			await tx.run(insert('fine'));
			expect(await late).toMatchObject({ cause: { message: /not awaited/ } });
		});
		await expect(failing).rejects.toThrow('no');
		await fine;
		expect(await names(store)).toEqual(['fine']);
	});

	test('is acknowledged only when others can see it', async () => {
		const writing = Array.from({ length: 20 }, async (_, nth) => {
			await store.write((tx) => tx.run(insert(String(nth))));
			return (await names(store)).includes(String(nth));
		});
		expect(await Promise.all(writing)).toEqual(writing.map(() => true));
	});

	test('reading inside a work sees its own writes; outside it not yet', async () => {
		const [inside, outside] = await store.write(async (tx) => {
			await tx.run(insert('new'));
			const query = sql`SELECT name FROM thing`;
			return [await tx.all(query), await store.read.all(query)];
		});
		expect([inside, outside]).toEqual([[{ name: 'new' }], []]);
	});

	test('write() inside write() fails loudly instead of waiting for itself', async () => {
		const nested = store.write(() => store.write(() => Promise.resolve(1)));
		await expect(nested).rejects.toThrow('pass the transaction on');
	});

	test('what a work sets going may write when the work is done', async () => {
		let started = Promise.resolve<unknown>(null);
		const { promise: after, resolve: end } = Promise.withResolvers<null>();
		await store.write(async (tx) => {
			started = after.then(() => store.write((later) => later.run(insert('later'))));
			await tx.run(insert('first'));
		});
		end(null);
		await started;
		expect(await names(store)).toEqual(['first', 'later']);
	});

	test('a query can be built, counted, prepared, and written out', async () => {
		const shape = Buffer.from([1, 2, 255]);
		await store.write((tx) => tx.insert(things).values([{ name: 'a' }, { name: 'b', shape }]));
		const { read } = store;
		const [, b] = await read.select().from(things).orderBy(things.id);
		expect(b).toEqual({ id: 2, name: 'b', isAbove: null, shape });
		const twice = read
			.select({ id: things.id, other: { name: things.name } })
			.from(things)
			.where(eq(things.name, sql.placeholder('name')))
			.prepare();
		expect(await twice.all({ name: 'b' })).toEqual([{ id: 2, other: { name: 'b' } }]);
		expect(await twice.get({ name: 'c' })).toBeUndefined();
		expect(await read.$count(things)).toBe(2);
		expect(await read.get(sql`SELECT id, name FROM thing`)).toEqual({ id: 1, name: 'a' });
	});

	test('a query cannot write', async () => {
		await expect(store.read.all(insert('no'))).rejects.toMatchObject({
			cause: { message: /only a command/ }
		});
		expect(await names(store)).toEqual([]);
	});

	test('foreign keys are enforced', async () => {
		const stray = store.write((tx) => tx.run(sql`INSERT INTO thing (name, above) VALUES ('x', 9)`));
		await expect(stray).rejects.toMatchObject({ cause: { message: /FOREIGN KEY/ } });
	});

	test('an error about a query does not tell its values', async () => {
		const broken = store.write((tx) => tx.run(sql`INSERT INTO nowhere VALUES (${'my secret'})`));
		const error = await broken.catch((it: unknown) => it);
		expect(error).toBeInstanceOf(Error);
		for (const text of [
			String(error),
			(error as Error).stack,
			inspect(error),
			JSON.stringify(error)
		])
			expect(text).not.toContain('my secret');
	});

	test('read-modify-writes of many at once come out exact', async () => {
		await Promise.all(
			Array.from({ length: 60 }, () =>
				store.write(async (tx) => {
					const { n } = await tx.get<{ n: number }>(sql`SELECT n FROM total`);
					await tx.run(sql`UPDATE total SET n = ${n + 1}`);
				})
			)
		);
		expect(await store.read.get(sql`SELECT n FROM total`)).toEqual({ n: 60 });
	});

	test('closing finishes what was asked, and refuses what comes after', async () => {
		const asked = store.write((tx) => tx.run(insert('asked')));
		await store.close();
		await expect(asked).resolves.toMatchObject({ rowsAffected: 1 });
		expect(() => store.write(() => Promise.resolve())).toThrow('closed');
		store = await openStore({ url, migrations });
		expect(await names(store)).toEqual(['asked']);
	});

	test('when the commit fails, nobody in the group is told that it was stored', async () => {
		const outcomes = await Promise.allSettled([
			store.write((tx) => tx.run(insert('a'))),
			store.write(async (tx) => {
				await tx.run(sql`PRAGMA defer_foreign_keys = ON`);
				await tx.run(sql`INSERT INTO thing (name, above) VALUES ('stray', 99)`);
			}),
			store.write((tx) => tx.run(insert('b')))
		]);
		expect(outcomes.map((it) => it.status)).toEqual(['rejected', 'rejected', 'rejected']);
		expect(await names(store)).toEqual([]);
		await store.write((tx) => tx.run(insert('next')));
		expect(await names(store)).toEqual(['next']);
	});

	test('when the database undoes all of it by itself, nobody is told that it was stored', async () => {
		await store.write((tx) => tx.run(insert('there')));
		const outcomes = await Promise.allSettled([
			store.write((tx) => tx.run(insert('a'))),
			store.write(async (tx) => {
				const rollingBack = tx.run(sql`INSERT OR ROLLBACK INTO thing (id, name) VALUES (1, 'x')`);
				await rollingBack.catch(() => undefined);
				await tx.run(insert('outside')).catch(() => undefined);
			}),
			store.write((tx) => tx.run(insert('b')))
		]);
		expect(outcomes.map((it) => it.status)).toEqual(['rejected', 'rejected', 'rejected']);
		expect(await names(store)).toEqual(['there']);
		await store.write((tx) => tx.run(insert('next')));
		expect(await names(store)).toEqual(['there', 'next']);
	});

	test('new migrations are done once, on what was there', async () => {
		await store.write((tx) => tx.run(sql`UPDATE total SET n = 5`));
		await store.close();
		const more = migrationsOf(FIRST, SECOND);
		for (let time = 0; time < 2; time++) {
			store = await openStore({ url, migrations: more });
			expect(await store.read.get(sql`SELECT n FROM total`)).toEqual({ n: 105 });
			if (time === 0) await store.close();
		}
	});

	test('a migration that fails leaves the database as it was', async () => {
		await store.close();
		const broken = migrationsOf(
			FIRST,
			`${SECOND}\n--> statement-breakpoint\nINSERT INTO nowhere VALUES (1);`
		);
		await expect(openStore({ url, migrations: broken })).rejects.toThrow(/nowhere/);
		store = await openStore({ url, migrations });
		expect(await store.read.get(sql`SELECT n FROM total`)).toEqual({ n: 0 });
	});

	test('a database that a newer version has used is refused, in words', async () => {
		await store.close();
		const newer = await openStore({ url, migrations: migrationsOf(FIRST, SECOND) });
		await newer.close();
		await expect(openStore({ url, migrations })).rejects.toThrow(
			/newer than this version.*2 migrations, of which 1 /
		);
		store = await openStore({ url, migrations: migrationsOf(FIRST, SECOND) });
	});
});
