import Database from 'libsql';
import { onTestFinished } from 'vitest';

type Run = (...args: unknown[]) => unknown;
const WAYS = ['all', 'get', 'run'] as const;

/**
 * Every statement that SQLite runs from now on, as text, in order: whatever is between the product
 * and it. To be called before the database is opened. What begins, commits and looks at the schema
 * is left out: how works are grouped is a matter of the moment.
 */
export function traceStatements(): {
	asked: string[];
	during(work: () => unknown): Promise<string[]>;
} {
	const asked: string[] = [];
	const { prototype } = Database as unknown as { prototype: { prepare: (sql: string) => object } };
	const { prepare } = prototype;
	prototype.prepare = function (sql) {
		const statement = prepare.call(this, sql) as Record<(typeof WAYS)[number], Run>;
		if (/sqlite_schema|^PRAGMA/i.test(sql)) return statement;
		for (const way of WAYS) {
			const run = statement[way].bind(statement);
			statement[way] = (...args) => {
				asked.push(sql);
				return run(...args);
			};
		}
		return statement;
	};
	onTestFinished(() => {
		prototype.prepare = prepare;
	});
	return {
		asked,
		async during(work) {
			const before = asked.length;
			await work();
			return asked.slice(before);
		}
	};
}
