import type { InStatement, ResultSet, Transaction } from '@libsql/client';
import type { Connection } from './connection.ts';
import { statementOf, type Statement } from './statement.ts';

type Ways = {
	/** Runs one statement, and sees to what follows from it. */
	readonly run: (...statement: Statement) => ResultSet;
	/** The same for several statements without arguments. */
	readonly runAll: (sql: string) => void;
	/** Called once, when the transaction is over and the connection is free. */
	readonly over: () => void;
	/** A transaction that is still open after this many milliseconds is rolled back. */
	readonly patience: number;
};

/** A transaction on a connection that nobody else uses meanwhile, and that has just begun it. */
export class EmbeddedTransaction implements Transaction {
	closed = false;
	readonly #connection: Connection;
	readonly #ways: Ways;
	readonly #timer: NodeJS.Timeout;

	constructor(connection: Connection, ways: Ways) {
		this.#connection = connection;
		this.#ways = ways;
		this.#timer = setTimeout(() => this.close(), ways.patience).unref();
	}

	/**
	 * Some errors (a full disk, say) make SQLite itself roll everything back. What came after would
	 * then be outside any transaction, and a commit would seem to succeed.
	 */
	#assertOpen(): void {
		if (this.closed) throw new Error('The transaction is closed');
		if (this.#connection.inTransaction) return;
		this.close();
		throw new Error('The transaction was rolled back by the database');
	}

	#run(statement: InStatement): ResultSet {
		this.#assertOpen();
		return this.#ways.run(...statementOf(statement));
	}

	execute(statement: InStatement): Promise<ResultSet> {
		return Promise.try(() => this.#run(statement));
	}

	batch(statements: InStatement[]): Promise<ResultSet[]> {
		return Promise.try(() => statements.map((it) => this.#run(it)));
	}

	executeMultiple(sql: string): Promise<void> {
		return Promise.try(() => {
			this.#assertOpen();
			this.#ways.runAll(sql);
		});
	}

	commit(): Promise<void> {
		return Promise.try(() => {
			this.#assertOpen();
			try {
				this.#connection.exec('COMMIT');
			} finally {
				this.close();
			}
		});
	}

	rollback(): Promise<void> {
		return Promise.try(() => this.close());
	}

	/** Rolls back what was not committed. */
	close(): void {
		if (this.closed) return;
		this.closed = true;
		clearTimeout(this.#timer);
		this.#connection.rollBack();
		this.#ways.over();
	}
}
