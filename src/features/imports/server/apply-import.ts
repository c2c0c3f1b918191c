import { and, eq, lt, or, sql } from 'drizzle-orm';
import { authorizeImport } from './at-school.ts';
import { changeAddresses } from './change-addresses.ts';
import { isFree } from './count-import.ts';
import { insertGroup } from './insert-group.ts';
import { askToForget } from './jobs.ts';
import { planImport } from './plan-import.ts';
import { getRun, type Run } from './queries.ts';
import { importRows, importRuns, type Counts } from './schema.ts';
import { HOLD_MS } from './start-import.ts';
import { Conflict } from '#kernel/errors.ts';
import type { Context } from '#kernel/server/context.ts';
import type { Writer } from '#kernel/server/db.ts';
import { record } from '#kernel/server/journal.ts';

/**
 * Adds a list that was read and found right: all of it or nothing. It is first compared with the
 * school once more; when that comes to something else than was shown, it is shown again instead.
 */
export async function applyImport(ctx: Context, runId: string): Promise<Counts> {
	authorizeImport(ctx);
	const run = await getRun(ctx.read, ctx.scope, runId);
	const shown = await take(ctx, run);
	let counts: Counts | null = null;
	try {
		counts = await planImport(ctx, runId, 'applying');
	} finally {
		if (counts === null) await giveBack(ctx, runId);
	}
	if (counts === null || JSON.stringify(counts) !== JSON.stringify(shown))
		throw new Conflict('import.changed');

	return ctx.write(async (tx) => {
		const [mine] = await tx
			.update(importRuns)
			.set({ state: 'done', issues: null })
			.where(and(eq(importRuns.id, runId), eq(importRuns.state, 'ready')))
			.returning({ newGroups: importRuns.newGroups });
		if (!mine) throw new Conflict('import.over');
		await makeGroups(tx, ctx, runId, mine.newGroups ?? []);
		await changeAddresses(tx, ctx, runId);
		for (const statement of statementsFor(runId, ctx.scope.id, ctx.scope.path))
			await tx.run(statement);
		await tx.delete(importRows).where(eq(importRows.runId, runId));
		await askToForget(tx, runId, ctx.now);
		if (counts.newParents + counts.newHouseholds + counts.changed + counts.placed > 0)
			await record(tx, ctx, 'list.imported', { kind: 'scope', id: ctx.scope.id });
		return counts;
	});
}

/** Takes an import to apply it, so that nobody else does at the same moment. Answers what was shown. */
async function take(ctx: Context, run: Run): Promise<Counts> {
	if (run.state === 'ready' && (run.counts?.issues ?? 0) > 0)
		throw new Conflict('import.has-issues');
	const left = and(eq(importRuns.state, 'applying'), lt(importRuns.heldUntil, ctx.now));
	const { rowsAffected } = await ctx.write((tx) =>
		tx
			.update(importRuns)
			.set({ state: 'applying', heldUntil: new Date(ctx.now.getTime() + HOLD_MS) })
			.where(and(eq(importRuns.id, run.id), or(eq(importRuns.state, 'ready'), left)))
	);
	if (rowsAffected === 0 || !run.counts) throw new Conflict('import.over');
	return run.counts;
}

const giveBack = ({ write }: Context, runId: string) =>
	write((tx) =>
		tx
			.update(importRuns)
			.set({ state: 'ready' })
			.where(and(eq(importRuns.id, runId), eq(importRuns.state, 'applying')))
	);

async function makeGroups(
	tx: Writer,
	ctx: Context,
	runId: string,
	names: readonly string[]
): Promise<void> {
	const written = await tx
		.selectDistinct({ name: importRows.groupName })
		.from(importRows)
		.where(eq(importRows.runId, runId));
	for (const name of names) {
		const group = await insertGroup(tx, ctx.scope, name);
		const alike = written.filter((it) => it.name?.toLowerCase() === name.toLowerCase());
		for (const it of alike)
			await tx
				.update(importRows)
				.set({ groupId: group.id })
				.where(and(eq(importRows.runId, runId), eq(importRows.groupName, it.name ?? '')));
	}
}

/** The whole list at once: some statements, however long it is. */
const statementsFor = (runId: string, schoolId: string, path: string) => [
	sql`insert into household (id, scope_id, key)
		select distinct household_id, ${schoolId}, key from import_row
		where run_id = ${runId} and household_id not in (select id from household where scope_id = ${schoolId})`,
	sql`insert into person (id, name, email, phone, locale)
		select person_id, name, email, phone, locale from import_row
		where run_id = ${runId} and act = 'new'`,
	sql`update person set name = case when own_name then person.name else it.name end,
			email = it.email, phone = it.phone, locale = coalesce(person.locale, it.locale)
		from import_row as it
		where it.run_id = ${runId} and it.act = 'changed' and person.id = it.person_id`,
	sql`insert or ignore into household_member (household_id, person_id)
		select distinct household_id, person_id from import_row where run_id = ${runId}`,
	sql`insert or ignore into membership (scope_id, person_id, role)
		select distinct group_id, person_id, 'parent' from import_row
		where run_id = ${runId} and group_id is not null and ${isFree(path)}`,
	// of the school as a whole while no group is known, and of that group from then on
	sql`insert or ignore into membership (scope_id, person_id, role)
		select distinct ${schoolId}, person_id, 'parent' from import_row
		where run_id = ${runId} and not exists (
			select 1 from membership join scope on scope.id = membership.scope_id
			where membership.person_id = import_row.person_id and membership.role = 'parent'
				and scope.path like ${`${path}%`})`,
	sql`delete from membership where scope_id = ${schoolId} and role = 'parent'
		and status = 'active' and person_id in (
			select person_id from import_row where run_id = ${runId} and group_id is not null)`
];
