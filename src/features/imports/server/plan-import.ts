import { setImmediate } from 'node:timers/promises';
import { and, asc, count, eq, gt, inArray, isNotNull, sql } from 'drizzle-orm';
import { countsOf } from './count-import.ts';
import type { Run } from './queries.ts';
import { importRows, importRuns, type Counts } from './schema.ts';
import { MOST_ISSUES } from './stage-rows.ts';
import type { RowIssue } from '../row-rules.ts';
import {
	planHouseholds,
	type HouseholdPlan,
	type KnownHouseholds
} from '#features/people/household-plan.ts';
import { groupsOf, ownersOf } from '#features/people/server/prepare-households.ts';
import { householdMembers, households, people } from '#features/people/server/schema.ts';
import type { Context } from '#kernel/server/context.ts';
import type { Reader } from '#kernel/server/db.ts';

const PAGE = 1000;
/** A code of a family on more rows than this is no code of a family. */
const MOST_OF_ONE = 40;
/** More new groups than this, and the column is not one of groups. */
const MOST_GROUPS = 60;

type StagedRow = typeof importRows.$inferSelect;

/**
 * Compares the staged list with the school, some households at a time, and writes down beside each
 * row what it comes to: a new parent, one that changes, one that is there already. Answers the
 * counts; null when the import was cancelled meanwhile.
 */
export async function planImport(
	ctx: Context,
	runId: string,
	from: 'reading' | 'applying'
): Promise<Counts | null> {
	const [run] = await ctx.read.select().from(importRuns).where(eq(importRuns.id, runId));
	if (!run) return null;
	const issues = [...(run.issues ?? []), ...(await crowded(ctx.read, run))];
	const groups = await groupsOf(ctx.read, ctx.scope);
	const unknown = await strangers(ctx.read, runId, groups);
	const makes = run.makesGroups && unknown.size <= MOST_GROUPS;
	const strays = makes ? [] : await straysOf(ctx.read, run, [...unknown.values()].flat());
	const wrong =
		(run.counts?.issues ?? 0) + (issues.length - (run.issues?.length ?? 0)) + strays.length;

	if (wrong === 0) {
		let after = '';
		for (;;) {
			const rows = await pageOf(ctx.read, runId, after);
			if (rows.length === 0) break;
			after = rows.at(-1)?.key ?? '';
			const placed = rows.map((row) => ({
				...row,
				groupId: groups.get(row.groupName?.toLowerCase() ?? '') ?? null
			}));
			const plan = planHouseholds(placed.map(listed), await knownOf(ctx, runId, placed), 'follow');
			const going = await ctx.write(async (tx) => {
				// whoever stopped it meanwhile threw its rows away: they must not come back
				const [still] = await tx
					.select({ id: importRuns.id })
					.from(importRuns)
					.where(and(eq(importRuns.id, runId), eq(importRuns.state, from)));
				if (still) await tx.run(decisions(runId, placed, plan));
				return still !== undefined;
			});
			if (!going) return null;
			await setImmediate();
		}
	}
	const found = await countsOf(ctx.read, ctx.scope, runId);
	const counts = { ...found, rows: run.counts?.rows ?? 0, issues: wrong };
	const { rowsAffected } = await ctx.write((tx) =>
		tx
			.update(importRuns)
			.set({
				state: 'ready',
				counts,
				newGroups: makes ? [...unknown.values()].flatMap(([name = '']) => name) : [],
				issues: [...issues, ...strays].slice(0, MOST_ISSUES)
			})
			.where(and(eq(importRuns.id, runId), eq(importRuns.state, from)))
	);
	return rowsAffected === 0 ? null : counts;
}

/** The next households in the order of their codes, whole. */
async function pageOf(db: Reader, runId: string, after: string): Promise<StagedRow[]> {
	const rows = await db
		.select()
		.from(importRows)
		.where(and(eq(importRows.runId, runId), gt(importRows.key, after)))
		.orderBy(asc(importRows.key), asc(importRows.nth))
		.limit(PAGE);
	const last = rows.at(-1)?.key;
	return rows.length < PAGE ? rows : rows.filter(({ key }) => key !== last);
}

const listed = ({ nth, key, name, email, phone, locale, groupId }: StagedRow) => ({
	line: nth,
	key,
	name,
	email,
	phone,
	locale,
	group: groupId
});

/** What is known of these households, and of their addresses: at the school, and earlier in the list. */
async function knownOf(
	ctx: Context,
	runId: string,
	rows: readonly StagedRow[]
): Promise<KnownHouseholds> {
	const { read, scope } = ctx;
	const keys = [...new Set(rows.map(({ key }) => key))];
	const there = await read
		.select({ id: households.id, key: households.key, member: people })
		.from(households)
		.leftJoin(householdMembers, eq(householdMembers.householdId, households.id))
		.leftJoin(people, eq(people.id, householdMembers.personId))
		.where(and(eq(households.scopeId, scope.id), inArray(households.key, keys)));
	const known = [...Map.groupBy(there, ({ key }) => key)].map(([key, members]) => {
		const id = members[0]?.id ?? '';
		return [key, { id, members: members.flatMap(({ member }) => member ?? []) }] as const;
	});
	const emails = [...new Set(rows.flatMap(({ email }) => email ?? []))];
	const addresses = new Map(await ownersOf(read, scope, emails));
	const before = await read
		.selectDistinct({
			email: importRows.email,
			name: importRows.name,
			personId: importRows.personId
		})
		.from(importRows)
		.where(
			and(
				eq(importRows.runId, runId),
				inArray(importRows.email, emails),
				eq(importRows.act, 'new'),
				isNotNull(importRows.personId),
				sql`${importRows.key} < ${rows[0]?.key ?? ''}`
			)
		);
	for (const { email, name, personId } of before)
		if (email && personId)
			addresses.set(email, [...(addresses.get(email) ?? []), { personId, name, ours: true }]);
	return { households: new Map(known), addresses };
}

/** Writes the plan of some households beside their rows, in one statement. */
function decisions(runId: string, rows: readonly StagedRow[], plan: HouseholdPlan) {
	const fresh = new Map(plan.people.map((it) => [it.id, it]));
	const changed = new Map(plan.changed.map((it) => [it.id, it]));
	const seen = new Set<string>();
	const decided = rows.map((row) => {
		const { householdId, personId } = plan.lines.get(row.nth) ?? {
			householdId: null,
			personId: ''
		};
		const first = !seen.has(personId);
		seen.add(personId);
		const change = changed.get(personId);
		const facts = fresh.get(personId) ?? change ?? row;
		const act = !first ? 'again' : fresh.has(personId) ? 'new' : change ? 'changed' : 'same';
		const { name, email, phone, locale } = first ? facts : row;
		const fields = act === 'changed' ? change?.fields : null;
		return {
			...{ ...row, name, email, phone, locale, householdId, personId, act },
			fields: fields ? JSON.stringify(fields) : null
		};
	});
	// by their primary key, in one statement
	return sql`
		insert or replace into import_row (run_id, nth, row, key, name, email, phone, locale,
			group_name, group_id, household_id, person_id, act, fields)
		select ${runId}, value ->> 'nth', value ->> 'row', value ->> 'key', value ->> 'name',
			value ->> 'email', value ->> 'phone', value ->> 'locale', value ->> 'groupName',
			value ->> 'groupId', value ->> 'householdId', value ->> 'personId', value ->> 'act',
			value ->> 'fields'
		from json_each(${JSON.stringify(decided)})`;
}

/** Codes of families that stand on too many rows to be that. */
async function crowded(db: Reader, { id, columns }: Run): Promise<RowIssue[]> {
	const rows = await db
		.select({ row: sql<number>`min(${importRows.row})`, times: count() })
		.from(importRows)
		.where(eq(importRows.runId, id))
		.groupBy(importRows.key)
		.having(({ times }) => gt(times, MOST_OF_ONE))
		.limit(20);
	return rows.map(({ row }) => ({
		row,
		// of a family without a code it is the row as a whole
		column: columns.household ?? 0,
		target: 'household',
		reason: 'import.key-crowded'
	}));
}

/** Groups of the list that are not at the school: in small letters, with how they are written. */
async function strangers(
	db: Reader,
	runId: string,
	groups: ReadonlyMap<string, string>
): Promise<ReadonlyMap<string, readonly string[]>> {
	const rows = await db
		.selectDistinct({ name: importRows.groupName })
		.from(importRows)
		.where(and(eq(importRows.runId, runId), isNotNull(importRows.groupName)))
		.orderBy(asc(importRows.groupName));
	const written = rows.flatMap(({ name }) => name ?? []);
	return Map.groupBy(
		written.filter((name) => !groups.has(name.toLowerCase())),
		(name) => name.toLowerCase()
	);
}

/** The first row of each group that is not there. */
async function straysOf(
	db: Reader,
	{ id, columns }: Run,
	names: readonly string[]
): Promise<RowIssue[]> {
	if (names.length === 0) return [];
	const rows = await db
		.select({ row: sql<number>`min(${importRows.row})` })
		.from(importRows)
		.where(and(eq(importRows.runId, id), inArray(importRows.groupName, names.slice(0, 1000))))
		.groupBy(importRows.groupName)
		.orderBy(sql`1`);
	const column = columns.group ?? 0;
	return rows.map(({ row }) => ({ row, column, target: 'group', reason: 'import.group' }));
}
