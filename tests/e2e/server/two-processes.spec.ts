import { expect, test } from '@playwright/test';
import { createClient } from '@libsql/client';
import { fill } from '../../bench/fill.ts';
import { start } from '../../bench/measure.ts';
import { hasSqld, startSqld } from '../../support/sqld.ts';

const VOTERS = 200;

test('two processes on one libSQL server: 200 voters through both, every ballot once, each job once', async () => {
	test.skip(!hasSqld(), 'There is no libSQL server for this platform: not tested here.');
	test.setTimeout(180_000);
	const server = await startSqld();
	const env = {
		DATABASE_URL: server.http,
		SECRET_KEY: 'a key for this test, shared by both processes',
		PORT: '0',
		ORIGIN: '',
		CLOCK: ''
	};
	const { voters, pollPath } = await fill(server.http, VOTERS + 1);
	const apps = await Promise.all([
		start(['src/entry/serve.ts'], env),
		start(['src/entry/serve.ts'], env)
	]);
	const client = createClient({ url: server.http });
	const one = async (sql: string) => Number((await client.execute(sql)).rows[0]?.[0]);
	try {
		const vote = async (token: string, n: number) => {
			const origin = `http://localhost:${String(apps[n % 2]?.port)}`;
			const answer = await fetch(`${origin}${pollPath}?/vote`, {
				method: 'POST',
				redirect: 'manual',
				headers: {
					cookie: `session=${token}`,
					origin,
					accept: 'text/html',
					'content-type': 'application/x-www-form-urlencoded'
				},
				body: `choice=${'abcd'.charAt(n % 4)}`
			});
			return answer.status;
		};
		// each voter presses twice, once in each process
		const statuses = await Promise.all(
			voters.flatMap((token, n) => [vote(token, n), vote(token, n + 1)])
		);
		const accepted = statuses.filter((status) => status === 303).length;

		expect(voters).toHaveLength(VOTERS);
		expect(await one('select count(*) from secret_ballot')).toBe(VOTERS);
		expect(await one('select count(*) from participation')).toBe(VOTERS);
		expect(accepted).toBe(VOTERS);
		expect(statuses.filter((status) => status !== 303 && status !== 409)).toEqual([]);

		await expect
			.poll(() => one(`select count(*) from outbox where done_at is not null`), { timeout: 40_000 })
			.toBeGreaterThan(0);
		expect(await one('select max(attempts) from outbox')).toBe(1);
		expect(await one('select count(*) - count(distinct key) from outbox')).toBe(0);
	} finally {
		client.close();
		await Promise.all(apps.map((app) => app.stop()));
		await server.stop();
	}
});
