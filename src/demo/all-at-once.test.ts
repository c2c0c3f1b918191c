import { sql } from 'drizzle-orm';
import { expect, onTestFinished, test } from 'vitest';
import { allAtOnce } from './all-at-once.ts';
import { draftConsultation } from '#features/consultations/server/draft-consultation.ts';
import { isEmpty, setUpInstallation, setupKeyFor } from '#features/people/server/set-up.ts';
import { scopes } from '#features/scopes/server/schema.ts';
import { Conflict } from '#kernel/errors.ts';
import { openStore, type Store } from '#kernel/server/db.ts';
import { defineJob, enqueue } from '#kernel/server/outbox.ts';
import { journal, outbox } from '#kernel/server/schema.ts';
import { addHouseholds, addPoll, aDraft, DRAFTING, openIt } from '#tests/support/draft.ts';
import { hasSqld, startSqld } from '#tests/support/sqld.ts';
import { aStore, NOON, World } from '#tests/support/world.ts';

const SCHOOL = {
	id: 'school1',
	path: '/home/school1/',
	kind: 'school',
	slug: 'vuurvogel',
	name: 'De Vuurvogel'
} as const;

/** A school whose consultation is open: with a poll under frozen rules, and who may take part. */
async function fillSchool(store: Store): Promise<string> {
	await store.write((tx) => tx.insert(scopes).values(SCHOOL));
	const school = new World(store, SCHOOL, '');
	await addHouseholds(school, { 'gezin-1': ['anna', 'bram'], 'gezin-2': ['carla'] });
	const council = await school.a('council', DRAFTING);
	const { id, slug } = await draftConsultation(council, aDraft());
	await addPoll(school, id);
	await openIt({ school, council, slug, id });
	await store.write((tx) =>
		enqueue(tx, defineJob('polls/seal-box'), { key: id, payload: { é: null }, dueAt: NOON })
	);
	return slug;
}

/** Somebody who sets up an organisation of their own. */
function setUp(store: Store) {
	const ctx = new World(store, SCHOOL, '').guest();
	const key = setupKeyFor(ctx.seal);
	const own = { organisation: 'obs De Proef', kind: 'school' };
	return setUpInstallation(ctx, key, { key, name: 'Wies', email: 'wies@example.org', ...own });
}

const tablesOf = ({ read }: Store) =>
	read.all<{ name: string }>(sql`select name from sqlite_master
		where type = 'table' and name not like 'sqlite%' and name not like '%drizzle%'`);

/** All that is in a database, table by table. */
async function contentsOf(store: Store): Promise<Record<string, unknown[]>> {
	const contents: Record<string, unknown[]> = {};
	for (const { name } of await tablesOf(store)) {
		const { rows } = await store.client.execute(`select * from "${name}" order by 1, 2`);
		contents[name] = rows.map((row) => ({ ...row }));
	}
	return contents;
}

async function aServer(): Promise<Store> {
	const server = await startSqld();
	const store = await openStore({ url: server.http });
	onTestFinished(async () => {
		await store.close();
		await server.stop();
	});
	return store;
}

test.each([
	['a file', async () => (await aStore()).store],
	...(hasSqld() ? [['a server', aServer] as const] : [])
] as const)('in %s everything that was put aside is there, to the letter', async (_, open) => {
	const store = await open();
	let told: Record<string, unknown[]> = {};
	const slug = await allAtOnce(store, async (aside) => {
		const made = await fillSchool(aside);
		told = await contentsOf(aside);
		return made;
	});
	expect(slug).toBe('schooltijden');
	const there = await contentsOf(store);
	expect(there).toEqual(told);
	expect(there.ground_rules).toHaveLength(1);
	expect(there.electorate).toHaveLength(2);
	// what happens next comes after it
	const latest = await store.read.$count(journal);
	const next = new World(store, SCHOOL, '').guest();
	await store.write((tx) =>
		tx
			.insert(journal)
			.values({ at: NOON, scopeId: next.scope.id, what: 'x', aboutKind: 'y', aboutId: 'z' })
	);
	const [row] = await store.read.all<{ seq: number }>(sql`select max(seq) as seq from journal`);
	expect(row?.seq).toBe(latest + 1);
});

test('nobody sees anything of it before it is whole', async () => {
	const { store } = await aStore();
	const empty = await contentsOf(store);
	await allAtOnce(store, async (aside) => {
		await fillSchool(aside);
		expect(await contentsOf(store)).toEqual(empty);
		expect(await isEmpty(store.read)).toBe(true);
	});
	expect(await isEmpty(store.read)).toBe(false);
});

test('what breaks off half-way leaves nothing, and can be done again', async () => {
	const { store } = await aStore();
	const empty = await contentsOf(store);
	const broken = allAtOnce(store, async (aside) => {
		await fillSchool(aside);
		throw new Error('the power went out');
	});
	await expect(broken).rejects.toThrow('the power went out');
	expect(await contentsOf(store)).toEqual(empty);

	await allAtOnce(store, fillSchool);
	expect(await isEmpty(store.read)).toBe(false);
});

test('when one table does not fit, none is filled', async () => {
	const { store } = await aStore();
	await store.write((tx) =>
		tx.insert(outbox).values({ id: 'theirs', job: 'x', payload: {}, key: 'taken', dueAt: NOON })
	);
	const before = await contentsOf(store);
	const filling = allAtOnce(store, async (aside) => {
		await fillSchool(aside);
		await aside.write((tx) => tx.update(outbox).set({ key: 'taken' }));
	});
	await expect(filling).rejects.toThrow();
	expect(await contentsOf(store)).toEqual(before);
});

test('who sets up an organisation meanwhile keeps it, alone', async () => {
	const { store } = await aStore();
	const filling = allAtOnce(store, async (aside) => {
		await fillSchool(aside);
		await setUp(store);
	});
	await expect(filling).rejects.toEqual(new Conflict('set-up.not-empty'));
	expect((await store.read.select().from(scopes)).map(({ slug }) => slug)).toEqual([
		'obs-de-proef'
	]);
	await expect(allAtOnce(store, fillSchool)).rejects.toEqual(new Conflict('set-up.not-empty'));
});
