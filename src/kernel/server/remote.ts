import {
	createClient,
	type Client,
	type InArgs,
	type InStatement,
	type Replicated,
	type ResultSet,
	type Transaction,
	type TransactionMode
} from '@libsql/client/web';
import { RemoteTransaction } from './remote-transaction.ts';
import { statementOf } from './statement.ts';
import { within } from './within.ts';

const LONGEST = 60_000;

/**
 * A libSQL server, over `http`, `https`, `ws`, `wss` or `libsql`. The URL must be that of the
 * primary: a replica answers reads that follow one's own write with what was there before.
 *
 * A server that is away makes calls fail after `patience` milliseconds instead of waiting for ever.
 */
export class RemoteClient implements Client {
	readonly protocol: string;
	readonly #client: Client;
	readonly #patience: number;

	constructor(url: string, authToken?: string, patience = 10_000) {
		this.#client = createClient({
			url,
			...(authToken ? { authToken } : {}),
			// the caller has given up long before; this frees the socket
			fetch: (request: Request) =>
				globalThis.fetch(request, { signal: AbortSignal.timeout(LONGEST) })
		});
		this.#patience = patience;
		this.protocol = this.#client.protocol;
	}

	execute(statement: InStatement, args?: InArgs): Promise<ResultSet> {
		const [sql, bound] = statementOf(statement, args);
		return within(this.#patience, this.#client.execute(bound ? { sql, args: bound } : sql));
	}

	batch(statements: (InStatement | [string, InArgs?])[]): Promise<ResultSet[]> {
		return within(this.#patience, this.#client.batch(statements, 'write'));
	}

	/** May take a minute: a migration rewrites whole tables. */
	migrate(statements: InStatement[]): Promise<ResultSet[]> {
		return within(LONGEST, this.#client.migrate(statements));
	}

	async transaction(mode: TransactionMode = 'write'): Promise<Transaction> {
		const transaction = await within(this.#patience, this.#client.transaction(mode));
		return new RemoteTransaction(transaction, this.#patience);
	}

	executeMultiple(sql: string): Promise<void> {
		return within(this.#patience, this.#client.executeMultiple(sql));
	}

	sync(): Promise<Replicated> {
		return this.#client.sync();
	}

	reconnect(): void {
		this.#client.reconnect();
	}

	close(): void {
		this.#client.close();
	}

	get closed(): boolean {
		return this.#client.closed;
	}
}

const CODES = /^(?:SQLITE_BUSY|TRANSACTION_TIMEOUT|TRANSACTION_CLOSED|STREAM_EXPIRED)/;
const WORDS = /database is locked|no transaction is active|stream has expired/i;

/**
 * Did another process get in the way, and was nothing stored? The server then says so itself, or
 * the commit was never sent. A connection that broke off tells neither, and is no such error.
 */
export function isContention(error: unknown): boolean {
	if (!(error instanceof Error)) return false;
	const code = 'code' in error ? String(error.code) : '';
	return CODES.test(code) || WORDS.test(error.message) || isContention(error.cause);
}
