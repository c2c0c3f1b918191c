import type { InArgs, ResultSet, Row } from '@libsql/client';
import Database from 'libsql';
import { boundOf, resultOf, rowMaker, withoutBuffers } from './rows.ts';

/** A PRAGMA, what it is set to, and what it must answer when asked back. */
export type Setting = readonly [name: string, value: string | number, answer: string | number];

const common = (busyTimeout: number): readonly Setting[] => [
	['busy_timeout', busyTimeout, busyTimeout],
	['foreign_keys', 'ON', 1],
	['secure_delete', 'ON', 1],
	['trusted_schema', 'OFF', 0],
	// what is sorted or grouped may be a ballot: not into files that nobody clears away
	['temp_store', 'MEMORY', 2]
];

/** The one connection that writes, and the only one that checkpoints. */
export const writerSettings = (busyTimeout: number): readonly Setting[] => [
	...common(busyTimeout),
	['journal_mode', 'WAL', 'wal'],
	['synchronous', 'FULL', 2],
	['cache_size', -16_000, -16_000],
	['wal_autocheckpoint', 1000, 1000],
	['journal_size_limit', 16_777_216, 16_777_216]
];

/** A connection that cannot write and leaves the write-ahead log alone. */
export const readerSettings = (busyTimeout: number): readonly Setting[] => [
	...common(busyTimeout),
	['cache_size', -16_000, -16_000],
	['wal_autocheckpoint', 0, 0],
	['query_only', 'ON', 1]
];

type Prepared = {
	readonly statement: Database.Statement;
	readonly columns: string[];
	readonly columnTypes: string[];
	/** Null for a statement that answers nothing. */
	readonly row: ((values: unknown[]) => Row) | null;
};

const REMEMBERED = 500;

/** One connection of `libsql` to a file, with the statements it has prepared before. */
export class Connection {
	/**
	 * A statement met SQLITE_BUSY. `libsql` 0.5 leaves such a statement running, after which this
	 * connection can commit nothing any more: it is to be replaced.
	 */
	broken = false;
	readonly #db: Database.Database;
	readonly #prepared = new Map<string, Prepared>();
	#look: Database.Statement | null = null;

	/** Opens the file, or throws a sentence when one of the settings did not take. */
	constructor(path: string, settings: readonly Setting[]) {
		this.#db = new Database(path);
		try {
			for (const setting of settings) this.#set(path, setting);
		} catch (error) {
			this.#db.close();
			throw error;
		}
	}

	#set(path: string, [name, value, wanted]: Setting): void {
		this.exec(`PRAGMA ${name} = ${value}`);
		const answer = this.run(`PRAGMA ${name}`).rows[0]?.[0];
		if (answer === wanted) return;
		throw new Error(
			`The database ${path} does not keep to "PRAGMA ${name} = ${value}" (it answers ` +
				`${JSON.stringify(answer)}), so it is not safe to use. Is it on a local disk?`
		);
	}

	get inTransaction(): boolean {
		return this.#db.inTransaction;
	}

	/** Any number of statements without arguments or answers. */
	exec(sql: string): void {
		this.#noticeBusy(() => this.#db.exec(sql));
	}

	/** One statement. Whatever follows it in `sql` is not run. */
	run(sql: string, args?: InArgs): ResultSet {
		return this.#noticeBusy(() => this.#run(this.#prepare(sql), args));
	}

	/** The same for a query, but its rows are plain arrays: quicker, and without names. */
	list(sql: string, args?: InArgs): ResultSet {
		return this.#noticeBusy(() => {
			const { statement, columns, columnTypes } = this.#prepare(sql);
			const rows = statement.all(boundOf(args)) as unknown[][];
			return resultOf({ columns, columnTypes, rows: rows.map(withoutBuffers) });
		});
	}

	/** Only the first row of what a statement answers, if there is one, as a plain array. */
	first(sql: string, args?: InArgs): (unknown[] & Row) | undefined {
		return this.#noticeBusy(() => {
			const values = this.#prepare(sql).statement.get(boundOf(args)) as unknown[] | undefined;
			return values && withoutBuffers(values);
		});
	}

	/** As `run`, but without arguments `sql` may be several statements. */
	runAll(sql: string, args?: InArgs): ResultSet {
		if (args) return this.run(sql, args);
		this.exec(sql);
		return resultOf({});
	}

	/** Undoes the transaction that is open, if one is. Never throws. */
	rollBack(): void {
		try {
			if (this.inTransaction) this.exec('ROLLBACK');
		} catch {
			this.broken = true;
		}
	}

	/** Moves the write-ahead log into the file. Says whether that was done to the end. Never throws. */
	emptyLog(): boolean {
		try {
			return this.run('PRAGMA wal_checkpoint(TRUNCATE)').rows[0]?.['busy'] === 0;
		} catch {
			return false;
		}
	}

	/** Forgets what it has prepared, since the shape of the tables has changed. */
	forget(): void {
		this.#prepared.clear();
	}

	close(): void {
		this.#prepared.clear();
		this.#look = null;
		this.#db.close();
	}

	#noticeBusy<Result>(work: () => Result): Result {
		try {
			return work();
		} catch (error) {
			if (isBusy(error)) this.broken = true;
			throw error;
		}
	}

	#run({ statement, columns, columnTypes, row }: Prepared, args?: InArgs): ResultSet {
		const bound = boundOf(args);
		if (row) {
			const rows = (statement.all(bound) as unknown[][]).map(row);
			return resultOf({ columns, columnTypes, rows });
		}
		const { changes, lastInsertRowid } = statement.run(bound);
		return resultOf({ rowsAffected: changes, lastInsertRowid: BigInt(lastInsertRowid) });
	}

	/** Preparing looks only at the tables as remembered; running something looks at the file. */
	#lookAtSchema(): void {
		(this.#look ??= this.#db.prepare('SELECT 1 FROM sqlite_schema LIMIT 1')).all();
	}

	#prepare(sql: string): Prepared {
		const known = this.#prepared.get(sql);
		if (known) {
			this.#prepared.delete(sql);
			this.#prepared.set(sql, known);
			return known;
		}
		this.#lookAtSchema();
		const prepared = prepare(this.#db, sql);
		this.#prepared.set(sql, prepared);
		if (this.#prepared.size > REMEMBERED)
			for (const oldest of this.#prepared.keys()) {
				this.#prepared.delete(oldest);
				break;
			}
		return prepared;
	}
}

/** The lock was not to be had, in time or at all. */
export const isBusy = (error: unknown): boolean =>
	error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY');

function prepare(db: Database.Database, sql: string): Prepared {
	const statement = db.prepare(sql);
	try {
		statement.raw(true);
	} catch {
		// that is how `libsql` says that a statement answers nothing
		return { statement, columns: [], columnTypes: [], row: null };
	}
	const described = statement.columns();
	const columns = described.map(({ name }) => name);
	const columnTypes = described.map(({ type }) => type ?? '');
	return { statement, columns, columnTypes, row: rowMaker(columns) };
}
