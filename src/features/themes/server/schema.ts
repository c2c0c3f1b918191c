import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { consultations } from '#features/consultations/server/schema.ts';
import { id, instant } from '#kernel/server/columns.ts';

/** Contributions and notes that belong together, named and summed up by people. */
export const themes = sqliteTable(
	'theme',
	{
		id: id(),
		consultationId: text()
			.notNull()
			.references(() => consultations.id),
		title: text().notNull(),
		/** What was said, in a few sentences. Written by a person. */
		summary: text().notNull(),
		/** A view that few hold; a report always has one. */
		minority: integer({ mode: 'boolean' }).notNull().default(false),
		position: integer().notNull()
	},
	(table) => [index('theme_consultation').on(table.consultationId)]
);

export type SourceKind = 'contribution' | 'note';

/** That a source belongs to a theme. One source may belong to more than one. */
export const themeLinks = sqliteTable(
	'theme_link',
	{
		themeId: text()
			.notNull()
			.references(() => themes.id, { onDelete: 'cascade' }),
		sourceKind: text().$type<SourceKind>().notNull(),
		sourceId: text().notNull(),
		/** Quoted literally in the report. */
		quoted: integer({ mode: 'boolean' }).notNull().default(false),
		linkedAt: instant().notNull()
	},
	(table) => [
		primaryKey({ columns: [table.themeId, table.sourceKind, table.sourceId] }),
		index('theme_link_source').on(table.sourceKind, table.sourceId)
	]
);
