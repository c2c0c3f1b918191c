import { readFileSync, existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { castBallot } from '#features/polls/server/cast-ballot.ts';
import type { Store } from '#kernel/server/db.ts';
import { aConsultation, type Family } from './support/consultation.ts';

const VOTERS = 120;
const OPTIONS = ['a', 'b', 'c', 'd'] as const;

/** A fixed sequence of pseudo-random numbers (mulberry32), so that the test always runs alike. */
function sequence(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
	};
}

type Row = Readonly<Record<string, unknown>>;
const rowsOf = async (store: Store, sql: string): Promise<Row[]> =>
	(await store.client.execute(sql)).rows;

/** A secret poll in which everybody voted, in an order of their own; and what each of them chose. */
async function aSecretPoll() {
	const it = await aConsultation({ families: VOTERS });
	const random = sequence(20270528);
	const order = it.families
		.map((family) => ({ family, at: random() }))
		.toSorted((a, b) => a.at - b.at)
		.map(({ family }) => family);
	const chosen = new Map<Family, string>();
	const cast = async (family: Family) => {
		const choice = OPTIONS[Math.floor(random() * 4)] ?? 'a';
		chosen.set(family, choice);
		const form = new FormData();
		form.set('choice', choice);
		await castBallot(family.ctx, 'schooltijden', 'schooltijden', form);
	};
	// some come alone, some at the same moment
	for (let from = 0; from < order.length;) {
		const together = 1 + Math.floor(random() * 5);
		await Promise.all(order.slice(from, from + together).map(cast));
		from += together;
	}
	return { ...it, order, chosen };
}

test('whoever holds the database cannot link ballots to voters better than chance', async () => {
	const { school, order, chosen } = await aSecretPoll();
	const ballots = await rowsOf(school.store, 'select * from secret_ballot');
	const register = await rowsOf(school.store, 'select * from participation');
	expect([ballots.length, register.length]).toEqual([VOTERS, VOTERS]);

	const truth = new Map(order.map((family) => [family.rightId, chosen.get(family)]));
	const choiceOf = (row: Row | undefined) =>
		(JSON.parse(String(row?.choice)) as { choice: string }).choice;
	const by = (key: string) => (a: Row, b: Row) => String(a[key]).localeCompare(String(b[key]));
	/** How many voters an attacker gets right who pairs two lists from the top. */
	const hits = (rights: readonly unknown[], box: readonly Row[]) =>
		rights.filter((right, n) => truth.get(String(right)) === choiceOf(box[n])).length;

	const registers = [register, register.toSorted(by('right_id')), register.toReversed()].map(
		(rows) => rows.map((row) => row.right_id)
	);
	// the attacker even knows the true order of arrival
	const arrivals = order.map(({ rightId }) => rightId);
	const boxes = [ballots, ballots.toSorted(by('id')), ballots.toReversed()];
	const attacks = [...registers, arrivals].flatMap((rights) =>
		boxes.map((box) => hits(rights, box))
	);

	// pairing at random gets the sum of squares of the shares right; six standard deviations above it
	const shares = OPTIONS.map((option) => [...truth.values()].filter((it) => it === option).length);
	const expected = shares.reduce((sum, count) => sum + (count * count) / VOTERS, 0);
	const bound = expected + 6 * Math.sqrt((expected * (VOTERS - expected)) / VOTERS);
	expect(Math.max(...attacks)).toBeLessThan(bound);
	expect(bound).toBeLessThan(VOTERS * 0.6);
});

test('no value of a ballot but the poll and the day’s channel stands anywhere else in the database', async () => {
	const { school } = await aSecretPoll();
	const ballots = await rowsOf(school.store, 'select id from secret_ballot');
	const ids = new Set(ballots.map(({ id }) => String(id)));
	const tables = await rowsOf(
		school.store,
		"select name from sqlite_master where type = 'table' and name not like 'sqlite_%'"
	);
	const leaks: string[] = [];
	for (const { name } of tables) {
		if (name === 'secret_ballot') continue;
		for (const row of await rowsOf(school.store, `select * from "${String(name)}"`)) {
			for (const value of Object.values(row)) if (ids.has(String(value))) leaks.push(String(name));
		}
	}
	expect(leaks).toEqual([]);
});

test('ballots and the register keep no order of arrival, and have no column for one', async () => {
	const { school } = await aConsultation({ families: 1 });
	const made = await rowsOf(
		school.store,
		"select name, sql from sqlite_master where name in ('secret_ballot', 'participation', 'known_ballot', 'slip', 'slip_form')"
	);
	expect(made.map(({ sql }) => /WITHOUT ROWID/.test(String(sql)))).toEqual([
		true,
		true,
		true,
		true,
		true
	]);
	const columns = async (table: string) =>
		(await rowsOf(school.store, `pragma table_info(${table})`)).map(({ name }) => name);
	expect(await columns('secret_ballot')).toEqual(['poll_id', 'id', 'channel', 'choice']);
	expect(await columns('participation')).toEqual(['poll_id', 'right_id', 'day']);
	expect(await columns('slip_form')).toEqual(['consultation_id', 'person_id', 'seal', 'refusal']);
});

test('no code that was sent out stands in the file or in the log of writes', async () => {
	const { school, families } = await aSecretPoll();
	const bytes = ['', '-wal', '-shm']
		.map((suffix) => school.file + suffix)
		.filter((file) => existsSync(file))
		.map((file) => readFileSync(file, 'latin1'))
		.join();
	expect(bytes).toContain(families[0]?.rightId);
	expect(families.filter(({ code }) => bytes.includes(code))).toEqual([]);
});
