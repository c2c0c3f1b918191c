import { sql } from 'drizzle-orm';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { openStore } from '#kernel/server/db.ts';
import { RemoteClient } from '#kernel/server/remote.ts';
import { another, FIRST, migrationsOf, SECOND } from './support/small-store.ts';
import { hasSqld, startSqld, type Sqld } from './support/sqld.ts';

// starting a process takes a second, and more on a busy machine
vi.setConfig({ testTimeout: 60_000 });

describe.skipIf(!hasSqld())('a store on a server', () => {
	const migrations = migrationsOf(FIRST);
	let server: Sqld;
	beforeEach(async () => {
		server = await startSqld();
		return () => server.stop();
	});

	test('a work that the server timed out runs again, whole, and only once counts', async () => {
		const { http, ws } = server;
		for (const url of [http, ws]) {
			const [slow, other] = [
				await openStore({ url, migrations }),
				await openStore({ url, migrations })
			];
			let runs = 0;
			await slow.write(async (tx) => {
				runs += 1;
				await tx.run(sql`UPDATE total SET n = n + 1`);
				// now the other wants to write: the server ends ours, and tells one of these two
				if (runs === 1) await other.write((theirs) => theirs.run(sql`UPDATE total SET n = n + 10`));
				await Promise.all([
					tx.run(sql`UPDATE total SET n = n + 100`),
					tx.run(sql`UPDATE total SET n = n + 1000`)
				]);
			});
			expect(runs).toBe(2);
			expect(await slow.read.get(sql`SELECT n FROM total`)).toEqual({ n: 1111 });
			await other.write((tx) => tx.run(sql`UPDATE total SET n = 0`));
			await slow.close();
			await other.close();
		}
	}, 60_000);

	test('that hangs makes us stop waiting, and go on when it is back', async () => {
		const { http, ws, freeze, thaw } = server;
		for (const url of [http, ws]) {
			const client = new RemoteClient(url, undefined, 300);
			await client.execute('SELECT 1');
			const transaction = await client.transaction('write');
			await transaction.execute('SELECT 1');
			await freeze();
			await expect(client.execute('SELECT 1')).rejects.toThrow('did not answer within 300 ms');
			await expect(transaction.commit()).rejects.toThrow('did not answer within 300 ms');
			thaw();
			transaction.close();
			expect((await client.execute('SELECT 2')).rows[0]?.[0]).toBe(2);
			client.close();
		}
	});

	test('that several open at the same moment is migrated once, and all go on', async () => {
		const { http, ws } = server;
		const more = migrationsOf(FIRST, SECOND);
		const stores = await Promise.all(
			[http, http, ws, http].map((url) => openStore({ url, migrations: more }))
		);
		for (const { read, close } of stores) {
			expect(await read.get(sql`SELECT n FROM total`)).toEqual({ n: 100 });
			await close();
		}
	});

	test('is for several processes: they start at once, migrate once, and count exactly', async () => {
		const { http, ws } = server;
		const processes = [http, http, ws].map((url) => another(url, migrations, 'add', '40'));
		await Promise.all(processes.map((it) => it.over));
		expect(processes.map((it) => it.lines)).toEqual(processes.map(() => ['open', 'done']));

		const store = await openStore({ url: http, migrations });
		expect(await store.read.get(sql`SELECT n FROM total`)).toEqual({ n: 120 });
		const applied = sql`SELECT count(*) AS n FROM __drizzle_migrations`;
		expect(await store.read.get(applied)).toEqual({ n: 1 });
		await store.close();
	});
});
