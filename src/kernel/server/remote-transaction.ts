import type { InStatement, ResultSet, Transaction } from '@libsql/client/web';
import { within } from './within.ts';

/**
 * A transaction on a server that makes sure to be one.
 *
 * A libSQL server ends a transaction after five seconds when another wants to write, and SQLite ends
 * one by itself on some errors. It tells so once, as the error of one statement; the statements
 * after that it runs outside any transaction, each stored for good. So statements go one at a time,
 * and after one that failed we ask whether the transaction is still there before we send the next.
 */
export class RemoteTransaction implements Transaction {
	readonly #transaction: Transaction;
	readonly #patience: number;
	#last: Promise<unknown> = Promise.resolve();
	#doubt: unknown = null;

	constructor(transaction: Transaction, patience: number) {
		this.#transaction = transaction;
		this.#patience = patience;
	}

	get closed(): boolean {
		return this.#transaction.closed;
	}

	#next<Result>(ask: () => Promise<Result>): Promise<Result> {
		const answer = this.#last.then(async () => {
			if (this.#doubt !== null && !this.closed) await this.#assertThere();
			try {
				return await within(this.#patience, ask());
			} catch (error) {
				this.#doubt = error;
				throw error;
			}
		});
		this.#last = answer.catch(() => undefined);
		return answer;
	}

	/** A BEGIN that is refused proves that there is a transaction. */
	async #assertThere(): Promise<void> {
		const refusal = await within(this.#patience, this.#transaction.execute('BEGIN')).then(
			() => '',
			String
		);
		if (!refusal.includes('within a transaction')) {
			this.close();
			throw new Error('The transaction was rolled back by the server', { cause: this.#doubt });
		}
		this.#doubt = null;
	}

	execute(statement: InStatement): Promise<ResultSet> {
		return this.#next(() => this.#transaction.execute(statement));
	}

	batch(statements: InStatement[]): Promise<ResultSet[]> {
		return this.#next(() => this.#transaction.batch(statements));
	}

	executeMultiple(sql: string): Promise<void> {
		return this.#next(() => this.#transaction.executeMultiple(sql));
	}

	commit(): Promise<void> {
		return this.#next(() => this.#transaction.commit());
	}

	/** Does not wait for a statement that hangs: it may be the reason. */
	rollback(): Promise<void> {
		return within(this.#patience, this.#transaction.rollback());
	}

	close(): void {
		this.#transaction.close();
	}
}
