import { type Column, type Placeholder, type SQL, sql } from 'drizzle-orm';
import { compiled, type Given } from './compiled.ts';
import type { Ways } from './ways.ts';

/**
 * A query that is built once per database object and then only run: building one costs several
 * times as much as running it. For what is asked with every request and every ballot.
 *
 *     const bySlug = prepared((db: Reader) =>
 *       db.select().from(scopes).where(eq(scopes.slug, sql.placeholder('slug'))).prepare());
 *     const [scope] = await bySlug(db).all({ slug });
 *
 * What it answers is frozen, and on a database of which we see every commit it is remembered until
 * the next one: what it answers must follow from the tables and its arguments alone.
 */
export function prepared<Db extends object, Query extends object>(
	build: (db: Db) => Query
): (db: Db) => Query {
	const made = new WeakMap<Db, Query>();
	return (db) => {
		const known = made.get(db);
		if (known) return known;
		const ways = waysOf.get(db);
		const built = ways ? compiled(build(db), ways) : build(db);
		const commits = commitsOf.get(db);
		const query = commits ? remembering(built, commits) : built;
		made.set(db, query);
		return query;
	};
}

const waysOf = new WeakMap<object, Ways>();

/** Says which way the prepared queries on this database object are run. */
export function runsBy(db: object, ways: Ways): void {
	waysOf.set(db, ways);
}

const commitsOf = new WeakMap<object, () => number>();

/** Says that this database object reads what only we write, and how often that was, so far. */
export function seesEveryCommit(db: object, commits: () => number): void {
	commitsOf.set(db, commits);
}

/** Answers that one query keeps: by far more than there are different ones in a quiet minute. */
const KEPT = 1000;

type Ask = (given?: Given) => Promise<unknown>;

function remembering<Query extends object>(query: Query, commits: () => number): Query {
	const remember = (ask: Ask): Ask => {
		const answers = new Map<string, unknown>();
		let seen = commits();
		return async (given) => {
			if (seen !== commits() || answers.size > KEPT) answers.clear();
			seen = commits();
			const key = JSON.stringify(given);
			if (answers.has(key)) return answers.get(key);
			const before = seen;
			const answer = freeze(await ask(given));
			if (before === commits()) answers.set(key, answer);
			return answer;
		};
	};
	const asked = query as { all?: Ask; get?: Ask };
	const { all, get } = asked;
	if (all) asked.all = remember(all.bind(query));
	if (get) asked.get = remember(get.bind(query));
	return query;
}

/** Many get the same answer: nobody may change it for the others. */
function freeze<Value>(value: Value): Value {
	if (typeof value === 'object' && value !== null && !ArrayBuffer.isView(value))
		for (const part of Object.values(Object.freeze(value))) freeze(part);
	return value;
}

/** In a prepared query: these columns get values that are given later, under their own names. */
export const given = <Name extends string>(...names: readonly Name[]) =>
	Object.fromEntries(names.map((name) => [name, sql.placeholder(name)])) as Record<
		Name,
		Placeholder<Name>
	>;

/**
 * In a prepared query: the column is one of a list that is given later, under this name. A list
 * has no fixed length, and a prepared query has; so it is given as one value, made by `listOf`.
 */
export const inList = (column: Column, name: string): SQL =>
	sql`${column} in (select value from json_each(${sql.placeholder(name)}))`;

export const listOf = (values: readonly string[]): string => JSON.stringify(values);
