/**
 * A process of its own that opens a store, for tests that need two or that kill one.
 * node tests/support/other-process.ts <url> <migrations> hold | stream | add <times>
 */
import { sql } from 'drizzle-orm';
import { openStore } from '#kernel/server/db.ts';

const [url = '', migrations = '', deed = '', times = '0'] = process.argv.slice(2);
const say = (line: string) => process.stdout.write(`${line}\n`);

try {
	const store = await openStore({ url, migrations });
	say('open');

	/** Says a number when it has been stored, and goes on until killed. */
	async function stream(first: number): Promise<never> {
		for (let number = first; ; number += 16) {
			await store.write(async (tx) => {
				await tx.run(sql`INSERT INTO thing (name) VALUES (${String(number)})`);
				await tx.run(sql`UPDATE total SET n = n + 1`);
			});
			say(String(number));
		}
	}

	if (deed === 'hold') setInterval(() => undefined, 1000);
	if (deed === 'stream') await Promise.all(Array.from({ length: 16 }, (_, nth) => stream(nth)));
	if (deed === 'add') {
		const adding = Array.from({ length: Number(times) }, () =>
			store.write(async (tx) => {
				const { n } = await tx.get<{ n: number }>(sql`SELECT n FROM total`);
				await tx.run(sql`UPDATE total SET n = ${n + 1}`);
			})
		);
		await Promise.all(adding);
		await store.close();
		say('done');
	}
} catch (error) {
	say(String(error));
	process.exitCode = 1;
}
