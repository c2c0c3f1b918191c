import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { isEmpty } from '#features/people/server/set-up.ts';
import { Conflict } from '#kernel/errors.ts';
import { openStore, type Reader, type Store, type Writer } from '#kernel/server/db.ts';

/**
 * Fills an empty database that is in use, all of it at once: `fill` gets a database of its own, and
 * what it put there is copied in one transaction. Whatever goes wrong on the way, and wherever the
 * process is ended, there is nothing yet or there is everything.
 *
 * Throws Conflict when there is anything already, also what somebody set up meanwhile.
 */
export async function allAtOnce<Result>(
	store: Store,
	fill: (aside: Store) => Promise<Result>
): Promise<Result> {
	await assertEmpty(store.read);
	const folder = await mkdtemp(join(tmpdir(), 'samenspraak-'));
	try {
		const aside = await openStore({ url: `file:${join(folder, 'aside.db')}` });
		try {
			const result = await fill(aside);
			await copy(aside, store);
			return result;
		} finally {
			await aside.close();
		}
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
}

async function assertEmpty(db: Reader): Promise<void> {
	if (!(await isEmpty(db))) throw new Conflict('set-up.not-empty');
}

/** A table with its rows, as JSON. */
type Table = { readonly name: string; readonly columns: readonly string[]; readonly rows: string };

async function copy(from: Store, to: Store): Promise<void> {
	const tables: Table[] = [];
	for (const name of await tablesOf(from)) tables.push(await contentsOf(from, name));
	await to.write(async (tx) => {
		await assertEmpty(tx);
		for (const table of tables) if (table.rows !== '[]') await insert(tx, table);
	});
}

/** How often something was tried belongs to who tried it; migrations are each database's own. */
const LEFT = new Set(['throttle', '__drizzle_migrations']);

/** Under frozen ground rules no poll can be put any more. */
const LAST = 'ground_rules';

/** The tables of the product, each after those that it points at. */
async function tablesOf({ read }: Store): Promise<string[]> {
	const found = await read.all<{ name: string; above: string | null }>(sql`
		select t.name as name, f."table" as above
		from sqlite_master t left join pragma_foreign_key_list(t.name) f
		where t.type = 'table' and t.name not like 'sqlite\\_%' escape '\\'`);
	const waiting = new Map<string, string[]>();
	for (const { name, above } of found) {
		if (LEFT.has(name)) continue;
		const before = waiting.get(name) ?? [];
		waiting.set(name, above === null || above === name ? before : [...before, above]);
	}
	const inOrder: string[] = [];
	while (waiting.size > 0) {
		const ready = [...waiting.keys()].filter(
			(name) => !waiting.get(name)?.some((above) => waiting.has(above))
		);
		if (ready.length === 0) throw new Error('These tables point at each other');
		for (const name of ready) waiting.delete(name);
		inOrder.push(...ready);
	}
	return [...inOrder.filter((name) => name !== LAST), LAST];
}

async function contentsOf({ client }: Store, name: string): Promise<Table> {
	const { columns, rows } = await client.execute(`select * from "${name}"`);
	return { name, columns, rows: JSON.stringify(rows.map((row) => Array.from(row))) };
}

/** One statement for a table, so that its rows may point at each other in any order. */
async function insert(tx: Writer, { name, columns, rows }: Table): Promise<void> {
	const into = columns.map((column) => sql.identifier(column));
	const values = columns.map((_, nth) => sql`json_extract(value, ${`$[${String(nth)}]`})`);
	await tx.run(sql`
		insert into ${sql.identifier(name)} (${sql.join(into, sql`, `)})
		select ${sql.join(values, sql`, `)} from json_each(${rows})`);
}
