import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { Connection, readerSettings, writerSettings } from './connection.ts';

const directory = mkdtempSync(join(tmpdir(), 'connection-'));
afterAll(() => rmSync(directory, { recursive: true }));
const path = join(directory, 'app.db');

test('a setting that does not take is a reason not to start, in words', () => {
	expect(() => new Connection(':memory:', writerSettings(0))).toThrow(
		'The database :memory: does not keep to "PRAGMA journal_mode = WAL" (it answers "memory")'
	);
	expect(() => new Connection(path, [['synchronous', 'OFF', 2]])).toThrow('it answers 0');
	expect(() => new Connection(path, [['no_such_setting', 1, 1]])).toThrow('it answers undefined');
});

test('the writer waits for the disk, erases what is deleted, and trusts no schema', () => {
	const writer = new Connection(path, writerSettings(5000));
	const answer = (name: string) => writer.run(`PRAGMA ${name}`).rows[0]?.[0];
	expect({
		journal: answer('journal_mode'),
		synchronous: answer('synchronous'),
		foreignKeys: answer('foreign_keys'),
		erases: answer('secure_delete'),
		trusts: answer('trusted_schema'),
		waits: answer('busy_timeout')
	}).toEqual({
		journal: 'wal',
		synchronous: 2,
		foreignKeys: 1,
		erases: 1,
		trusts: 0,
		waits: 5000
	});
	writer.close();
});

test('a reader cannot write, and leaves the log to the writer', () => {
	const writer = new Connection(path, writerSettings(5000));
	writer.run('CREATE TABLE IF NOT EXISTS leaf (name TEXT)');
	const reader = new Connection(path, readerSettings(5000));
	expect(() => reader.run("INSERT INTO leaf VALUES ('oak')")).toThrow(/readonly/);
	expect(reader.run('PRAGMA wal_autocheckpoint').rows[0]?.[0]).toBe(0);
	reader.close();
	writer.close();
});

test('what was deleted is not in the file any more', async () => {
	const { readFileSync } = await import('node:fs');
	const erased = join(directory, 'erased.db');
	const writer = new Connection(erased, writerSettings(5000));
	writer.run('CREATE TABLE leaf (name TEXT)');
	writer.run("INSERT INTO leaf VALUES ('a name to forget')");
	writer.emptyLog();
	expect(readFileSync(erased, 'latin1')).toContain('a name to forget');
	writer.run('DELETE FROM leaf');
	expect(writer.emptyLog()).toBe(true);
	expect(readFileSync(erased, 'latin1')).not.toContain('a name to forget');
	writer.close();
});
