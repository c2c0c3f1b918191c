import {
	index,
	integer,
	primaryKey,
	sqliteTable,
	text,
	uniqueIndex
} from 'drizzle-orm/sqlite-core';
import type { Target } from '../columns.ts';
import type { RowIssue } from '../row-rules.ts';
import type { Field } from '#features/people/household-plan.ts';
import { people } from '#features/people/server/schema.ts';
import { scopes } from '#features/scopes/server/schema.ts';
import { id, instant, json } from '#kernel/server/columns.ts';

/** What a list would change, and what it changed. */
export type Counts = {
	/** Rows with parents in them. */
	readonly rows: number;
	readonly households: number;
	readonly parents: number;
	readonly newHouseholds: number;
	readonly newParents: number;
	readonly changed: number;
	/** Parents who become parents of a group. */
	readonly placed: number;
	/** Parents of the school who are not in the list. */
	readonly missing: number;
	readonly issues: number;
};

const scopeId = () =>
	text()
		.notNull()
		.references(() => scopes.id);

/** One list that somebody brings in. What it says of parents is in `import_row` until it is used. */
export const importRuns = sqliteTable(
	'import_run',
	{
		id: id(),
		scopeId: scopeId(),
		byId: text().references(() => people.id, { onDelete: 'set null' }),
		state: text({
			enum: ['reading', 'ready', 'applying', 'done', 'cancelled', 'failed']
		}).notNull(),
		beganAt: instant().notNull(),
		/** Whoever reads or applies it has it until then; after that they have died. */
		heldUntil: instant().notNull(),
		/** In which column each of what was chosen stands, from 1. */
		columns: json<Readonly<Partial<Record<Target, number>>>>().notNull(),
		/** About how many lines the file has, and how many were read. */
		lines: integer().notNull(),
		read: integer().notNull().default(0),
		/** Names of groups in the list that are not there, and are made with it. */
		makesGroups: integer({ mode: 'boolean' }).notNull(),
		newGroups: json<readonly string[]>(),
		counts: json<Counts>(),
		/** The first of what is wrong: where, and which rule. */
		issues: json<readonly RowIssue[]>()
	},
	(table) => [index('import_run_scope').on(table.scopeId, table.state)]
);

/** A parent in a list that is not yet used. Deleted when it is, and when it is cancelled. */
export const importRows = sqliteTable(
	'import_row',
	{
		runId: text()
			.notNull()
			.references(() => importRuns.id, { onDelete: 'cascade' }),
		nth: integer().notNull(),
		row: integer().notNull(),
		key: text().notNull(),
		name: text(),
		email: text(),
		phone: text(),
		locale: text(),
		groupName: text(),
		groupId: text(),
		// what was found out about it
		householdId: text(),
		personId: text(),
		act: text({ enum: ['new', 'changed', 'same', 'again'] }),
		fields: json<readonly Field[]>()
	},
	(table) => [
		primaryKey({ columns: [table.runId, table.nth] }),
		index('import_row_key').on(table.runId, table.key, table.nth),
		index('import_row_person').on(table.runId, table.personId)
	]
);

/** What the columns of a school's lists are. Names in a file are sealed: one may be a pupil's. */
export const importProfiles = sqliteTable(
	'import_profile',
	{
		id: id(),
		scopeId: scopeId(),
		name: text().notNull(),
		columns: json<Readonly<Record<string, Target>>>().notNull(),
		/** The sheet of a workbook that they were chosen of. */
		sheet: text()
	},
	(table) => [uniqueIndex('import_profile_name').on(table.scopeId, table.name)]
);
