import { setTimeout } from 'node:timers/promises';
import type { Client, InStatement } from '@libsql/client';
import { readMigrationFiles, type MigrationMeta } from 'drizzle-orm/migrator';
import { isContention } from './remote.ts';

/** The table and columns of drizzle's own migrator, so that its tools understand the database. */
const TABLE = `CREATE TABLE IF NOT EXISTS __drizzle_migrations
	(id SERIAL PRIMARY KEY, hash text NOT NULL, created_at numeric)`;

/** Of two processes that do the same migration at once, this makes the second fail and be undone. */
const ONCE = `CREATE UNIQUE INDEX IF NOT EXISTS __drizzle_migrations_once
	ON __drizzle_migrations (created_at)`;

const TRIES = 6;

async function appliedIn(client: Client): Promise<Set<number>> {
	const { rows } = await client.execute(
		"SELECT name FROM sqlite_master WHERE type = 'table' AND name = '__drizzle_migrations'"
	);
	if (rows.length === 0) return new Set();
	const applied = await client.execute('SELECT created_at FROM __drizzle_migrations');
	return new Set(applied.rows.map((row) => Number(row[0])));
}

/** The record comes first: it is what fails when another process was sooner. */
function statementsOf({ hash, folderMillis, sql }: MigrationMeta): InStatement[] {
	const record = {
		sql: 'INSERT INTO __drizzle_migrations (hash, created_at) VALUES (?, ?)',
		args: [hash, folderMillis]
	};
	return [record, ...sql.filter((statement) => statement.trim() !== '')];
}

function assertKnown(applied: ReadonlySet<number>, known: readonly MigrationMeta[]): void {
	const names = new Set(known.map((it) => it.folderMillis));
	const strange = [...applied].filter((it) => !names.has(it)).length;
	if (strange > 0)
		throw new Error(
			`This database is newer than this version of the program: it has had ${applied.size} ` +
				`migrations, of which ${strange} are not known here. Start the newer version, or put back a copy from before.`
		);
}

export type MigrateOptions = {
	/** The folder that drizzle-kit writes: numbered SQL files and `meta/_journal.json`. */
	readonly folder: string;
	/** Called before a database that has had migrations gets more, with the first one's number. */
	readonly keepCopy: (number: string) => Promise<void>;
};

/**
 * Brings the database up to date: all migrations that it has not had, in one transaction. Refuses a
 * database that has had more than we know. Several processes may do this at once: each migration is
 * done once, and all of them go on.
 */
export async function migrate(client: Client, { folder, keepCopy }: MigrateOptions): Promise<void> {
	const known = readMigrationFiles({ migrationsFolder: folder });
	for (let attempt = 1; ; attempt++) {
		const applied = await appliedIn(client);
		assertKnown(applied, known);
		const missing = known.filter((it) => !applied.has(it.folderMillis));
		const [first] = missing;
		if (!first) return;
		if (applied.size > 0) await keepCopy(String(known.indexOf(first)).padStart(4, '0'));
		try {
			await client.migrate([TABLE, ONCE, ...missing.flatMap(statementsOf)]);
			return;
		} catch (error) {
			const wasSooner = (await appliedIn(client)).size > applied.size;
			if (!wasSooner && !isContention(error)) throw error;
			if (attempt === TRIES) throw error;
			await setTimeout(100 * attempt);
		}
	}
}
