import Database from 'libsql';

type Query = { toSQL(): { readonly sql: string; readonly params: readonly unknown[] } };

/** How SQLite would answer a query on this file: a step that begins with SCAN reads a whole table. */
export function planOf(file: string, query: Query): string[] {
	const db = new Database(file, { readonly: true });
	try {
		const { sql, params } = query.toSQL();
		const steps = db.prepare(`explain query plan ${sql}`).all(...params);
		return (steps as { readonly detail: string }[]).map(({ detail }) => detail);
	} finally {
		db.close();
	}
}
