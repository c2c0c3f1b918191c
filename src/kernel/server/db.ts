import { AsyncLocalStorage } from 'node:async_hooks';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Client, InStatement, ResultSet } from '@libsql/client';
import type { LibSQLDatabase } from 'drizzle-orm/libsql';
import { drizzle } from 'drizzle-orm/libsql/web';
import { copyDatabase } from './copy.ts';
import { EmbeddedClient } from './embedded.ts';
import { GroupCommit } from './group-commit.ts';
import { migrate } from './migrate.ts';
import { runsBy, seesEveryCommit } from './prepared.ts';
import { quiet } from './quiet.ts';
import { isContention, RemoteClient } from './remote.ts';
import { isRead, statementOf } from './statement.ts';
import type { Turn } from './turn.ts';

/** What a query gets: it can read and do nothing else. `all` and `get` refuse what would write. */
export type Reader = Pick<LibSQLDatabase, 'select' | 'selectDistinct' | '$count' | 'all' | 'get'>;

/** What a command gets, inside one transaction. Every Writer is also a Reader. */
export type Writer = Omit<LibSQLDatabase, 'transaction' | 'batch' | '$client'>;

export type Store = {
	/** Sees what was committed: also one's own write that was awaited, never what is under way. */
	readonly read: Reader;
	/**
	 * Runs `work` in a transaction and answers when that is on the disk; or undoes it and throws what
	 * `work` threw. Works run one at a time, in the order of asking. Those that wait together are
	 * committed together, but each stands or falls alone.
	 *
	 * `work` may run more than once on a remote database, when another process got in the way: what
	 * it does besides the transaction must stand that. It awaits nothing but the database.
	 */
	readonly write: <Result>(work: (tx: Writer) => Promise<Result>) => Promise<Result>;
	/** `embedded`: a file that this process has for itself. `remote`: a server that others use too. */
	readonly kind: 'embedded' | 'remote';
	/** Empties the write-ahead log, so that nothing erased is left in it. A server does so itself. */
	readonly checkpoint: () => Promise<void>;
	/** Finishes the writes that were asked for, and takes no more. */
	readonly close: () => Promise<void>;
	/** The connection under it, for tools; a page or command never needs it. */
	readonly client: Client;
};

export type StoreOptions = {
	/** `file:` and a path, or the `http`, `https`, `ws`, `wss` or `libsql` URL of a primary. */
	readonly url: string;
	readonly authToken?: string;
	/** The folder with numbered migrations. */
	readonly migrations?: string;
};

function pathOf(url: string): string {
	return url.startsWith('file://') ? fileURLToPath(url) : url.slice('file:'.length);
}

const DRIZZLE = { casing: 'snake_case', logger: quiet } as const;

type Execute = (statement: InStatement) => Promise<ResultSet>;

function readingWith(execute: Execute) {
	const reading: Execute = (statement) => {
		const [sql] = statementOf(statement);
		if (!isRead(sql)) throw new Error('A query tried to write: only a command can do that');
		return execute(statement);
	};
	return drizzle({ client: { execute: reading } as Client, ...DRIZZLE });
}

/** What is built knows its columns by their place; what is written as `sql` needs their names. */
function readingFrom(client: Client): Reader {
	const named = readingWith((statement) => client.execute(statement));
	if (!(client instanceof EmbeddedClient)) return named;
	const built = readingWith((statement) => client.list(statement));
	const reader = Object.assign(built, { all: named.all.bind(named), get: named.get.bind(named) });
	runsBy(reader, client.reading);
	// the file is locked for other processes, so what we read stays true until we write
	seesEveryCommit(reader, () => client.commits);
	return reader;
}

/**
 * One database object for all commands, so that a query prepared on it stays prepared. What it asks
 * goes to the turn of the work that asks: a statement outside any work, or after its end, is refused.
 */
function writingTo(group: GroupCommit): Store['write'] {
	const turns = new AsyncLocalStorage<Turn>();
	const turn = () => {
		const current = turns.getStore();
		if (!current) throw new Error('A statement of a command outside write()');
		return current;
	};
	const execute: Execute = (statement) => Promise.try(() => turn().execute(statement));
	const db: Writer = drizzle({ client: { execute } as Client, ...DRIZZLE });
	runsBy(db, {
		list: (sql, args) => turn().list(sql, args),
		first: (sql, args) => turn().first(sql, args),
		run: (sql, args) => turn().run(sql, args)
	});

	return (work) =>
		group.write((turn) =>
			turns.run(turn, async () => {
				try {
					return await work(db);
				} finally {
					turn.close();
				}
			})
		);
}

/**
 * Opens the database and brings it up to date; of an embedded one a copy is kept first, beside it,
 * named `before-NNNN.db` after the first migration it gets.
 *
 * Throws a sentence when that cannot be done safely: another process has the file, the disk does not
 * keep to its settings, or the database has been used by a newer version of the program.
 */
export async function openStore(options: StoreOptions): Promise<Store> {
	const { url, authToken, migrations = 'drizzle/migrations' } = options;
	const embedded = url.startsWith('file:') ? new EmbeddedClient(pathOf(url)) : null;
	const client = embedded ?? new RemoteClient(url, authToken);
	try {
		await migrate(client, {
			folder: migrations,
			keepCopy: async (number) => {
				if (embedded)
					await copyDatabase(embedded, join(dirname(embedded.path), `before-${number}.db`));
			}
		});
	} catch (error) {
		client.close();
		throw error;
	}

	const group = new GroupCommit({
		begin: () => client.transaction('write'),
		most: embedded ? 256 : 16,
		isContention: (error) => embedded === null && isContention(error)
	});
	return {
		read: readingFrom(client),
		write: writingTo(group),
		kind: embedded ? 'embedded' : 'remote',
		checkpoint: async () => embedded?.checkpoint(),
		close: async () => {
			await group.close();
			client.close();
		},
		client
	};
}
