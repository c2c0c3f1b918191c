import type { InArgs, InStatement, ResultSet, Transaction } from '@libsql/client';
import type { Connection } from './connection.ts';
import { statementOf, type Statement } from './statement.ts';
import type { Values, Ways } from './ways.ts';

/** What the client lends it. */
type Lent = {
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
export class EmbeddedTransaction implements Transaction, Ways {
	closed = false;
	readonly #connection: Connection;
	readonly #lent: Lent;
	readonly #timer: NodeJS.Timeout;

	constructor(connection: Connection, lent: Lent) {
		this.#connection = connection;
		this.#lent = lent;
		this.#timer = setTimeout(() => this.close(), lent.patience).unref();
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
		return this.#lent.run(...statementOf(statement));
	}

	list(sql: string, args: unknown[]): readonly Values[] {
		this.#assertOpen();
		return this.#connection.list(sql, args as InArgs).rows;
	}

	first(sql: string, args: unknown[]): Values | undefined {
		this.#assertOpen();
		return this.#connection.first(sql, args as InArgs);
	}

	run(sql: string, args: unknown[]): ResultSet {
		this.#assertOpen();
		return this.#connection.run(sql, args as InArgs);
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
			this.#lent.runAll(sql);
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
		this.#lent.over();
	}
}
