import { index, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { consultations } from '#features/consultations/server/schema.ts';
import { people } from '#features/people/server/schema.ts';
import { id, instant } from '#kernel/server/columns.ts';

/**
 * What somebody asked the school about a consultation, and the answer. For the asker and for who
 * answers; it is no part of the consultation and stands in no report.
 */
export const questions = sqliteTable(
	'question',
	{
		id: id(),
		consultationId: text()
			.notNull()
			.references(() => consultations.id),
		askerId: text()
			.notNull()
			.references(() => people.id, { onDelete: 'cascade' }),
		body: text().notNull(),
		askedAt: instant().notNull(),
		/** When the asker was told that it would be read; null when nobody could tell. */
		readsAt: instant(),
		answer: text(),
		answeredAt: instant(),
		answeredBy: text().references(() => people.id, { onDelete: 'set null' })
	},
	(table) => [
		index('question_asker').on(table.askerId, table.askedAt),
		index('question_consultation').on(table.consultationId, table.askedAt)
	]
);
