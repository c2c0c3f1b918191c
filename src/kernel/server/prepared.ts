import { type Column, type SQL, sql } from 'drizzle-orm';

/**
 * A query that is built once per database object and then only run: building one costs several
 * times as much as running it. For what is asked with every request and every ballot.
 *
 *     const bySlug = prepared((db: Reader) =>
 *       db.select().from(scopes).where(eq(scopes.slug, sql.placeholder('slug'))).prepare());
 *     const [scope] = await bySlug(db).all({ slug });
 */
export function prepared<Db extends object, Query>(build: (db: Db) => Query): (db: Db) => Query {
	const made = new WeakMap<Db, Query>();
	return (db) => {
		let query = made.get(db);
		if (!query) made.set(db, (query = build(db)));
		return query;
	};
}

/**
 * In a prepared query: the column is one of a list that is given later, under this name. A list
 * has no fixed length, and a prepared query has; so it is given as one value, made by `listOf`.
 */
export const inList = (column: Column, name: string): SQL =>
	sql`${column} in (select value from json_each(${sql.placeholder(name)}))`;

export const listOf = (values: readonly string[]): string => JSON.stringify(values);
