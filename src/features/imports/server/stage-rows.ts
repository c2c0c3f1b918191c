import { setImmediate } from 'node:timers/promises';
import { and, eq, sql } from 'drizzle-orm';
import type { Mapping } from '../columns.ts';
import { MOST_PARENTS } from '../input.ts';
import { familyOf, readRow, type RowIssue, type StagedParent } from '../row-rules.ts';
import type { Row } from '../table/read-csv.ts';
import { importRows, importRuns } from './schema.ts';
import { Invalid } from '#kernel/errors.ts';
import type { Context } from '#kernel/server/context.ts';

const BATCH = 500;
export const MOST_ISSUES = 200;

type Staged = Omit<StagedParent, 'key' | 'group'> & {
	readonly nth: number;
	readonly row: number;
	readonly key: string;
	readonly groupName: string | null;
};

/**
 * Reads a list row by row into `import_row`, some hundreds at a time, so that only those are in
 * memory. False when it was cancelled meanwhile.
 */
export async function stageRows(
	ctx: Context,
	runId: string,
	rows: AsyncIterable<Row>,
	mapping: Mapping
): Promise<boolean> {
	const issues: RowIssue[] = [];
	let [wrong, read, nth] = [0, 0, 0];
	let batch: Staged[] = [];

	const flush = async () => {
		const values = batch;
		batch = [];
		const going = await ctx.write(async (tx) => {
			const { rowsAffected } = await tx
				.update(importRuns)
				.set({ read, issues, counts: { ...NOTHING, rows: read, issues: wrong } })
				.where(and(eq(importRuns.id, runId), eq(importRuns.state, 'reading')));
			if (rowsAffected === 0) return false;
			if (values.length > 0) await tx.run(insertOf(runId, values));
			return true;
		});
		// whoever votes meanwhile goes first
		await setImmediate();
		return going;
	};

	for await (const { line, cells } of rows) {
		const found = readRow(line, cells, mapping);
		wrong += found.issues.length;
		issues.push(...found.issues.slice(0, MOST_ISSUES - issues.length));
		if (found.parents.length > 0 || found.issues.length > 0) read += 1;
		const family = keyFor(ctx, found.parents);
		for (const { key, group, ...parent } of found.parents)
			batch.push({
				...parent,
				nth: ++nth,
				row: line,
				key: key ?? family,
				groupName: group
			});
		if (nth > MOST_PARENTS) throw new Invalid('input.invalid', { file: 'import.too-many' });
		if (batch.length >= BATCH && !(await flush())) return false;
	}
	if (read === 0) throw new Invalid('input.invalid', { file: 'import.empty' });
	return flush();
}

const NOTHING = {
	...{ rows: 0, households: 0, parents: 0, newHouseholds: 0, newParents: 0 },
	...{ changed: 0, placed: 0, missing: 0, issues: 0 }
};

/** A code for a family that has none: the same for the same parents, and nothing can be read in it. */
const keyFor = ({ seal }: Context, parents: readonly StagedParent[]): string =>
	parents[0] && parents[0].key === null
		? `F-${seal(`import-family/${familyOf(parents)}`)
				.slice(0, 10)
				.toUpperCase()}`
		: '';

/** All rows of a batch as one value: a statement has a most of values, and this is faster. */
const insertOf = (runId: string, rows: readonly Staged[]) => sql`
	insert into ${importRows} (run_id, nth, row, key, name, email, phone, locale, group_name)
	select ${runId}, value ->> 'nth', value ->> 'row', value ->> 'key', value ->> 'name',
		value ->> 'email', value ->> 'phone', value ->> 'locale', value ->> 'groupName'
	from json_each(${JSON.stringify(rows)})`;
