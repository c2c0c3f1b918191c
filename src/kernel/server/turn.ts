import type { InStatement, ResultSet, Transaction } from '@libsql/client';

/**
 * What one work gets of a transaction that it shares with others: its turn. Ending it, well or
 * badly, ends nothing but the turn. After that it refuses: a statement that somebody forgot to
 * await would else become part of the next one's work.
 */
export class Turn implements Transaction {
	closed = false;
	/** The first thing that went wrong, also when the work did not mind. */
	trouble: unknown = null;
	readonly #shared: Transaction;

	constructor(shared: Transaction) {
		this.#shared = shared;
	}

	async #during<Result>(ask: () => Promise<Result>): Promise<Result> {
		if (this.closed) throw new Error('This work is over: a statement in it was not awaited');
		try {
			return await ask();
		} catch (error) {
			this.trouble ??= error;
			throw error;
		}
	}

	execute(statement: InStatement): Promise<ResultSet> {
		return this.#during(() => this.#shared.execute(statement));
	}

	batch(statements: InStatement[]): Promise<ResultSet[]> {
		return this.#during(() => this.#shared.batch(statements));
	}

	executeMultiple(sql: string): Promise<void> {
		return this.#during(() => this.#shared.executeMultiple(sql));
	}

	commit(): Promise<void> {
		this.close();
		return Promise.resolve();
	}

	rollback(): Promise<void> {
		this.close();
		return Promise.resolve();
	}

	close(): void {
		this.closed = true;
	}
}
