import { and, eq, gt, sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/libsql/web';
import { integer, sqliteTable, text, blob } from 'drizzle-orm/sqlite-core';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { compiled } from './compiled.ts';
import { EmbeddedClient } from './embedded.ts';
import { quiet } from './quiet.ts';

const directory = mkdtempSync(join(tmpdir(), 'compiled-'));
const client = new EmbeddedClient(join(directory, 'a.db'));
afterAll(() => {
	client.close();
	rmSync(directory, { recursive: true });
});

const trees = sqliteTable('tree', {
	name: text().primaryKey(),
	plantedOn: integer({ mode: 'timestamp' }),
	old: integer({ mode: 'boolean' }).notNull(),
	marks: text({ mode: 'json' }).$type<readonly number[]>(),
	seed: blob({ mode: 'buffer' })
});
const birds = sqliteTable('bird', { name: text().primaryKey(), tree: text() });
const db = drizzle({ client, casing: 'snake_case', logger: quiet });

await client.executeMultiple(`
	CREATE TABLE tree (name TEXT PRIMARY KEY, planted_on INTEGER, old INTEGER, marks TEXT, seed BLOB);
	CREATE TABLE bird (name TEXT PRIMARY KEY, tree TEXT);`);
await db.insert(trees).values([
	{
		name: 'linde',
		plantedOn: new Date('1987-03-21'),
		old: true,
		marks: [1, 2],
		seed: Buffer.from([0, 255])
	},
	{ name: 'beuk', plantedOn: null, old: false, marks: null, seed: null }
]);
await db.insert(birds).values([
	{ name: 'merel', tree: 'linde' },
	{ name: 'koekoek', tree: null }
]);

const named = sql.placeholder('name');
const everything = { name: trees.name, plantedOn: trees.plantedOn, old: trees.old };

type Asked = { all(given?: object): Promise<unknown>; get(given?: object): Promise<unknown> };

/** The same query twice: drizzle runs its own prepared query, and the other is run by us. */
async function both(build: () => Asked, given: object) {
	const [theirs, ours] = [build(), compiled(build(), client.reading)];
	return [
		[await theirs.all(given), await theirs.get(given)],
		[await ours.all(given), await ours.get(given)]
	];
}

const queries = {
	'a whole table': () => db.select().from(trees).orderBy(trees.name).prepare(),
	'one row by its key': () => db.select().from(trees).where(eq(trees.name, named)).prepare(),
	'a row that is not there': () =>
		db
			.select()
			.from(trees)
			.where(and(eq(trees.name, named), eq(trees.old, false)))
			.prepare(),
	'parts, and something worked out': () =>
		db
			.select({
				tree: everything,
				upper: sql<string>`upper(${trees.name})`,
				length: sql`length(${trees.name})`.mapWith(String).as('length'),
				kinds: { sung: sql<number>`(select count(*) from bird where tree = ${trees.name})` }
			})
			.from(trees)
			.where(eq(trees.name, named))
			.prepare(),
	'a value that its column translates': () =>
		db
			.select(everything)
			.from(trees)
			.where(gt(trees.plantedOn, new Date('1980-01-01')))
			.prepare(),
	'a join that may find nothing': () =>
		db
			.select({ bird: birds.name, tree: { name: trees.name } })
			.from(birds)
			.leftJoin(trees, eq(trees.name, birds.tree))
			.orderBy(birds.name)
			.prepare()
};

test.each(Object.entries(queries))('%s is answered as drizzle answers it', async (_, build) => {
	const [theirs, ours] = await both(build, { name: 'linde' });
	expect(ours).toEqual(theirs);
});

test('what is written is translated as drizzle translates it', async () => {
	const adding = compiled(
		db
			.insert(trees)
			.values({
				name: named,
				plantedOn: sql.placeholder('plantedOn'),
				old: true,
				marks: sql.placeholder('marks')
			})
			.prepare(),
		{ ...client.reading, run: (statement, args) => client.execute(statement, args as never) }
	);
	const plantedOn = new Date('2001-05-02');
	await adding.run({ name: 'eik', plantedOn, marks: [3] });
	const [eik] = await db.select().from(trees).where(eq(trees.name, 'eik'));
	expect(eik).toEqual({ name: 'eik', plantedOn, old: true, marks: [3], seed: null });
});

test('a value that is not given is an error, not a null', async () => {
	const asking = compiled(queries['one row by its key'](), client.reading);
	await expect(asking.all({ naam: 'linde' })).rejects.toThrow('"name"');
	await expect(asking.get()).rejects.toThrow('"name"');
});

test('what reads cannot write', async () => {
	const removing = compiled(
		db.delete(trees).where(eq(trees.name, named)).prepare(),
		client.reading
	);
	await expect(removing.run({ name: 'linde' })).rejects.toThrow(
		/readonly|query_only|attempt to write/i
	);
});
