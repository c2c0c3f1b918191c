import type { InArgs, ResultSet, Transaction } from '@libsql/client';
import { EmbeddedTransaction } from './transaction.ts';

/** A row as the database gives it: its values in the order of the columns. */
export type Values = ArrayLike<unknown>;
/** At once where the database is in this process, later where it is not. */
export type Now<Result> = Result | Promise<Result>;

/** The ways in which a compiled query reaches a database; see compiled.ts. */
export type Ways = {
	list(sql: string, args: unknown[]): Now<readonly Values[]>;
	/** Only the first row; the statement does its work to the end all the same. */
	first(sql: string, args: unknown[]): Now<Values | undefined>;
	run(sql: string, args: unknown[]): Now<ResultSet>;
};

/** The ways in a transaction: a short one where we have it, else those every client has. */
export function waysTo(transaction: Transaction): Ways {
	if (transaction instanceof EmbeddedTransaction) return transaction;
	const run = (sql: string, args: unknown[]) => transaction.execute({ sql, args: args as InArgs });
	return {
		run,
		list: async (sql, args) => (await run(sql, args)).rows,
		first: async (sql, args) => (await run(sql, args)).rows[0]
	};
}
