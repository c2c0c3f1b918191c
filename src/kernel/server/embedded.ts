import { existsSync, mkdirSync, realpathSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type {
	Client,
	InArgs,
	InStatement,
	ResultSet,
	Transaction,
	TransactionMode
} from '@libsql/client';
import { Connection, readerSettings, writerSettings } from './connection.ts';
import { lockDatabase, type Lock } from './lock.ts';
import { changesSchema, isRead, standsAlone, statementOf, type Statement } from './statement.ts';
import { EmbeddedTransaction } from './transaction.ts';
import { Turnstile } from './turnstile.ts';
import type { Ways } from './ways.ts';

export type EmbeddedOptions = {
	/** How long, in milliseconds, SQLite waits for a lock that another program has. */
	readonly busyTimeout?: number;
	/** How long, in milliseconds, a transaction may stay open; a libSQL server gives it as much. */
	readonly patience?: number;
};

/** Two names of one file are one database: the lock must be the same for both. */
function realPath(path: string): string {
	const directory = dirname(resolve(path));
	mkdirSync(directory, { recursive: true, mode: 0o700 });
	const real = join(realpathSync(directory), basename(path));
	return existsSync(real) ? realpathSync(real) : real;
}

/**
 * The contract of `@libsql/client` on a file, in this process, with `libsql`.
 *
 * The package's own file mode opens up to twenty connections that do not share their settings,
 * prepares every statement anew, and lets two transactions of one process wait for each other with
 * the event loop stopped. Here one connection writes and checkpoints, writers queue in JavaScript,
 * and reads have a connection that cannot write: it sees what was committed, so also one's own
 * write that was awaited, and never what is still open. Every write first takes the lock with BEGIN
 * IMMEDIATE, which can fail without harm; a connection that met SQLITE_BUSY is replaced all the same.
 *
 * The file is locked for other processes as long as the client is open.
 */
export class EmbeddedClient implements Client {
	readonly protocol = 'file';
	readonly path: string;
	closed = false;
	/** How often something was written, or tried. What was read before may differ after. */
	commits = 0;
	readonly #patience: number;
	readonly #busyTimeout: number;
	readonly #turnstile = new Turnstile();
	#lock: Lock;
	#writer: Connection | null = null;
	#reader: Connection | null = null;
	#schemaChanged = false;
	readonly #transactions = new Set<EmbeddedTransaction>();

	constructor(path: string, { busyTimeout = 5000, patience = 5000 }: EmbeddedOptions = {}) {
		this.path = realPath(path);
		this.#busyTimeout = busyTimeout;
		this.#patience = patience;
		this.#lock = lockDatabase(this.path);
		this.#open();
	}

	#open(): void {
		try {
			this.#writing();
			this.#reading();
		} catch (error) {
			this.close();
			throw error;
		}
	}

	#writing(): Connection {
		this.#assertOpen();
		if (this.#writer?.broken) {
			this.#writer.close();
			this.#writer = null;
		}
		return (this.#writer ??= new Connection(this.path, writerSettings(this.#busyTimeout)));
	}

	#reading(): Connection {
		this.#assertOpen();
		if (this.#reader?.broken) {
			this.#reader.close();
			this.#reader = null;
		}
		return (this.#reader ??= new Connection(this.path, readerSettings(this.#busyTimeout)));
	}

	#assertOpen(): void {
		if (this.closed) throw new Error(`The database ${this.path} is closed`);
	}

	#run(connection: Connection, ...[sql, args]: Statement): ResultSet {
		const result = connection.run(sql, args);
		if (changesSchema(sql)) this.#changeSchema(connection);
		return result;
	}

	#runAll(connection: Connection, sql: string): void {
		connection.exec(sql);
		this.#changeSchema(connection);
	}

	#changeSchema(connection: Connection): void {
		connection.forget();
		this.#schemaChanged = true;
	}

	/** Only now does the reader see what was written, and the tables as they have become. */
	#afterWriting(): void {
		this.commits++;
		if (this.#schemaChanged) this.#reader?.forget();
		this.#schemaChanged = false;
	}

	/** Waits for the writer, and has it alone as long as `work` runs. */
	async #alone<Result>(work: (connection: Connection) => Result): Promise<Result> {
		const leave = await this.#turnstile.enter();
		try {
			const connection = this.#writing();
			try {
				return work(connection);
			} finally {
				connection.rollBack();
				this.#afterWriting();
			}
		} finally {
			leave();
		}
	}

	execute(statement: InStatement, args?: InArgs): Promise<ResultSet> {
		const [sql, bound] = statementOf(statement, args);
		if (isRead(sql)) return Promise.try(() => this.#reading().run(sql, bound));
		return this.#alone((connection) => {
			if (standsAlone(sql)) return this.#run(connection, sql, bound);
			connection.exec('BEGIN IMMEDIATE');
			const result = this.#run(connection, sql, bound);
			connection.exec('COMMIT');
			return result;
		});
	}

	/** Runs a query whose rows will be asked by index only, as drizzle's builder does. */
	list(statement: InStatement): Promise<ResultSet> {
		return Promise.try(() => this.#reading().list(...statementOf(statement)));
	}

	/** The ways for compiled queries that read; what would write is refused by the connection. */
	readonly reading: Ways = {
		list: (sql, args) => this.#reading().list(sql, args as InArgs).rows,
		first: (sql, args) => this.#reading().first(sql, args as InArgs),
		run: (sql, args) => this.#reading().run(sql, args as InArgs)
	};

	batch(statements: (InStatement | [string, InArgs?])[]): Promise<ResultSet[]> {
		return this.#alone((connection) => {
			connection.exec('BEGIN IMMEDIATE');
			const results = statements.map((it) => this.#run(connection, ...statementOf(it)));
			connection.exec('COMMIT');
			return results;
		});
	}

	/**
	 * A batch in which foreign keys are not looked at until the end: then every one must hold. A
	 * statement without arguments may be several, as in a migration that somebody edited.
	 */
	migrate(statements: InStatement[]): Promise<ResultSet[]> {
		return this.#alone((connection) => {
			connection.exec('PRAGMA foreign_keys = OFF');
			try {
				connection.exec('BEGIN IMMEDIATE');
				const results = statements.map((it) => connection.runAll(...statementOf(it)));
				const [wrong] = connection.run('PRAGMA foreign_key_check').rows;
				if (wrong) throw new Error(`FOREIGN KEY constraint failed: ${JSON.stringify(wrong)}`);
				connection.exec('COMMIT');
				return results;
			} finally {
				connection.rollBack();
				connection.exec('PRAGMA foreign_keys = ON');
				this.#changeSchema(connection);
			}
		});
	}

	executeMultiple(sql: string): Promise<void> {
		return this.#alone((connection) => {
			this.#runAll(connection, sql);
		});
	}

	/** `read` sees one moment, on a connection of its own; anything else takes the writer. */
	async transaction(mode: TransactionMode = 'write'): Promise<Transaction> {
		if (mode === 'read') {
			this.#assertOpen();
			const snapshot = new Connection(this.path, readerSettings(this.#busyTimeout));
			return this.#begin(snapshot, 'BEGIN DEFERRED', () => snapshot.close());
		}
		const leave = await this.#turnstile.enter();
		try {
			return this.#begin(this.#writing(), 'BEGIN IMMEDIATE', leave);
		} catch (error) {
			leave();
			throw error;
		}
	}

	#begin(connection: Connection, begin: string, over: () => void): Transaction {
		connection.exec(begin);
		const transaction = new EmbeddedTransaction(connection, {
			run: (...statement) => this.#run(connection, ...statement),
			runAll: (sql) => this.#runAll(connection, sql),
			over: () => {
				this.#transactions.delete(transaction);
				this.#afterWriting();
				over();
			},
			patience: this.#patience
		});
		this.#transactions.add(transaction);
		return transaction;
	}

	/** Moves the write-ahead log into the file and makes it empty, so that it keeps nothing erased. */
	checkpoint(): Promise<void> {
		return this.#alone((connection) => {
			if (!connection.emptyLog())
				throw new Error(`Another program is reading ${this.path}: its log could not be emptied`);
		});
	}

	sync(): Promise<undefined> {
		return Promise.resolve(undefined);
	}

	reconnect(): void {
		this.close();
		this.closed = false;
		this.#lock = lockDatabase(this.path);
		this.#open();
	}

	/**
	 * Rolls back what is open, and leaves everything in the one file: `libsql` itself would do so at
	 * a later moment, when the last prepared statement is collected.
	 */
	close(): void {
		if (this.closed) return;
		this.closed = true;
		for (const transaction of this.#transactions) transaction.close();
		this.#reader?.close();
		this.#writer?.emptyLog();
		this.#writer?.close();
		this.#reader = this.#writer = null;
		this.#lock.release();
	}
}
