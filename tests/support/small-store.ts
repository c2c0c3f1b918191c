import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { sql } from 'drizzle-orm';
import { blob, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { afterAll, onTestFinished } from 'vitest';
import type { Store } from '#kernel/server/db.ts';

const directory = mkdtempSync(join(tmpdir(), 'store-'));
afterAll(() => rmSync(directory, { recursive: true }));

let numbers = 0;
/** A path that nothing has yet, gone after the tests of this file. */
export const aPath = (what: string) => join(directory, `${++numbers}-${what}`);

/** A folder with these migrations in it, as drizzle-kit writes them. */
export function migrationsOf(...statements: string[]): string {
	const folder = aPath('migrations');
	mkdirSync(join(folder, 'meta'), { recursive: true });
	const entries = statements.map((_, nth) => ({ idx: nth, when: 1000 + nth, tag: `000${nth}_do` }));
	writeFileSync(join(folder, 'meta', '_journal.json'), JSON.stringify({ entries }));
	for (const [nth, text] of statements.entries())
		writeFileSync(join(folder, `000${nth}_do.sql`), text);
	return folder;
}

export const FIRST = `CREATE TABLE thing (id INTEGER PRIMARY KEY, name TEXT NOT NULL, above INT REFERENCES thing (id), shape BLOB);
--> statement-breakpoint
CREATE TABLE total (n INT NOT NULL);
--> statement-breakpoint
INSERT INTO total VALUES (0);`;
export const SECOND = `UPDATE total SET n = n + 100;`;

/** The table that the migration `FIRST` makes. */
export const things = sqliteTable('thing', {
	id: integer().primaryKey(),
	name: text().notNull(),
	isAbove: integer('above'),
	shape: blob({ mode: 'buffer' })
});
export const insert = (name: string) => sql`INSERT INTO thing (name) VALUES (${name})`;
export const names = async ({ read }: Store) =>
	(await read.all<{ name: string }>(sql`SELECT name FROM thing ORDER BY id`)).map((it) => it.name);

/** Another node process with the same database; gone when the test is. */
export function another(url: string, migrations: string, ...deed: string[]) {
	const args = ['tests/support/other-process.ts', url, migrations, ...deed];
	const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
	const lines: string[] = [];
	const reader = createInterface(child.stdout).on('line', (line) => lines.push(line));
	const over = Promise.all([once(child, 'exit'), once(reader, 'close')]);
	onTestFinished(async () => {
		child.kill('SIGKILL');
		await over;
	});
	return { child, lines, over, says: () => once(reader, 'line') };
}

export async function kill({ child, over }: { child: ChildProcess; over: Promise<unknown> }) {
	child.kill('SIGKILL');
	await over;
}
