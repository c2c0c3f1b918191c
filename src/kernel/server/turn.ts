import type { InStatement, ResultSet, Transaction } from '@libsql/client';
import { type Now, type Values, type Ways, waysTo } from './ways.ts';

/**
 * What one work gets of a transaction that it shares with others: its turn. Ending it, well or
 * badly, ends nothing but the turn. After that it refuses: a statement that somebody forgot to
 * await would else become part of the next one's work.
 */
export class Turn implements Transaction, Ways {
	closed = false;
	/** The first thing that went wrong, also when the work did not mind. */
	trouble: unknown = null;
	readonly #shared: Transaction;
	readonly #ways: Ways;

	constructor(shared: Transaction) {
		this.#shared = shared;
		this.#ways = waysTo(shared);
	}

	#during<Result>(ask: () => Now<Result>): Now<Result> {
		if (this.closed) throw new Error('This work is over: a statement in it was not awaited');
		const fail = (error: unknown): never => {
			this.trouble ??= error;
			throw error;
		};
		try {
			const answer = ask();
			return answer instanceof Promise ? answer.catch(fail) : answer;
		} catch (error) {
			return fail(error);
		}
	}

	list(sql: string, args: unknown[]): Now<readonly Values[]> {
		return this.#during(() => this.#ways.list(sql, args));
	}

	first(sql: string, args: unknown[]): Now<Values | undefined> {
		return this.#during(() => this.#ways.first(sql, args));
	}

	run(sql: string, args: unknown[]): Now<ResultSet> {
		return this.#during(() => this.#ways.run(sql, args));
	}

	execute(statement: InStatement): Promise<ResultSet> {
		return Promise.try(() => this.#during(() => this.#shared.execute(statement)));
	}

	batch(statements: InStatement[]): Promise<ResultSet[]> {
		return Promise.try(() => this.#during(() => this.#shared.batch(statements)));
	}

	executeMultiple(sql: string): Promise<void> {
		return Promise.try(() => this.#during(() => this.#shared.executeMultiple(sql)));
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
