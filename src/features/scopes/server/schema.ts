import { index, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { OfficeHours } from '../office-hours.ts';
import { id, json } from '#kernel/server/columns.ts';

/** Where people of this scope can ask for help, shown at the foot of every page. */
export type Contact = {
	readonly name: string;
	readonly phone?: string;
	readonly email?: string;
	/** On what days of the week, and from when to when. */
	readonly opening?: OfficeHours;
	/** What comes beside those, in words: "niet in de vakanties". */
	readonly hours?: string;
};

/** The tree: installation > alliance > board > school > group. */
export const scopes = sqliteTable('scope', {
	id: id(),
	/** The ids from the installation down to this one: `/home/swv/vuurvogel/`. */
	path: text().notNull().unique(),
	kind: text({ enum: ['installation', 'alliance', 'board', 'school', 'group'] }).notNull(),
	slug: text().notNull().unique(),
	name: text().notNull(),
	place: text(),
	contact: json<Contact>()
});

/** A council, association or team that owns consultations in a scope: "MR De Merelmolen". */
export const bodies = sqliteTable(
	'body',
	{
		id: id(),
		scopeId: text()
			.notNull()
			.references(() => scopes.id),
		kind: text({
			enum: ['mr', 'gmr', 'opr', 'parent-association', 'network', 'team']
		}).notNull(),
		name: text().notNull()
	},
	(table) => [
		index('body_scope').on(table.scopeId),
		uniqueIndex('body_name').on(table.scopeId, table.name)
	]
);
