import {
	index,
	integer,
	primaryKey,
	sqliteTable,
	text,
	uniqueIndex
} from 'drizzle-orm/sqlite-core';
import { consultations } from '#features/consultations/server/schema.ts';
import type { Translation } from '#features/panels/server/schema.ts';
import { id, instant, json } from '#kernel/server/columns.ts';

/** A parent evening: the room of the same consultation. */
export const evenings = sqliteTable(
	'evening',
	{
		id: id(),
		consultationId: text()
			.notNull()
			.references(() => consultations.id),
		slug: text().notNull(),
		title: text().notNull(),
		startsAt: instant().notNull(),
		endsAt: instant().notNull(),
		place: text().notNull(),
		/** What is arranged: childcare, interpreter. */
		details: text().notNull(),
		/** How many parents were there. Null until it was counted. */
		attendance: integer(),
		position: integer().notNull()
	},
	(table) => [uniqueIndex('evening_slug').on(table.consultationId, table.slug)]
);

export const eveningTables = sqliteTable(
	'evening_table',
	{
		eveningId: text()
			.notNull()
			.references(() => evenings.id),
		number: integer().notNull(),
		host: text().notNull()
	},
	(table) => [primaryKey({ columns: [table.eveningId, table.number] })]
);

/**
 * One idea that was said at a table. No names. A note that was withdrawn keeps its number, so that
 * no other note gets it; its words are gone.
 */
export const tableNotes = sqliteTable(
	'table_note',
	{
		id: id(),
		eveningId: text()
			.notNull()
			.references(() => evenings.id),
		/** The number on the note, per evening, from 1. */
		number: integer().notNull(),
		tableNumber: integer().notNull(),
		body: text().notNull(),
		/** How many people at the table nodded; null when nobody counted. */
		nodded: integer(),
		stance: text({ enum: ['for', 'against', 'question', 'idea'] }),
		language: text().notNull(),
		translation: json<Translation>(),
		createdAt: instant().notNull(),
		withdrawnAt: instant()
	},
	(table) => [uniqueIndex('table_note_number').on(table.eveningId, table.number)]
);

/** A show of hands. Indicative for ever: it is never added to ballots. */
export const handCounts = sqliteTable(
	'hand_count',
	{
		id: id(),
		eveningId: text()
			.notNull()
			.references(() => evenings.id),
		question: text().notNull(),
		answers: json<readonly { readonly label: string; readonly count: number }[]>().notNull(),
		createdAt: instant().notNull()
	},
	(table) => [index('hand_count_evening').on(table.eveningId)]
);
