import { integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { consultations } from '#features/consultations/server/schema.ts';
import { people } from '#features/people/server/schema.ts';
import { themes } from '#features/themes/server/schema.ts';
import { day, id, instant, json } from '#kernel/server/columns.ts';

/** What people write around the figures of a report. The figures themselves cannot be typed. */
export type ReportWords = {
	/** The outcome in one or two sentences. */
	readonly outcome: string;
	/** What can and cannot be concluded. */
	readonly meaning: string;
	/** The view of those who want something else. Compulsory. */
	readonly minority: string;
	/** The position of the council, with reasons. */
	readonly position: string;
	/** What happens next. */
	readonly next: string;
};

/** The words so far, and what the next edition will say of what changed. */
export type ReportDraft = ReportWords & { readonly changes: string };

/** The report in the making. */
export const reports = sqliteTable('report', {
	consultationId: text()
		.primaryKey()
		.references(() => consultations.id),
	/** What was not written yet is empty, or not there. */
	words: json<Partial<ReportDraft>>().notNull(),
	updatedAt: instant().notNull()
});

/** A report as published: the document and the SHA-256 of its bytes. A trigger refuses changes. */
export const reportEditions = sqliteTable(
	'report_edition',
	{
		id: id(),
		consultationId: text()
			.notNull()
			.references(() => consultations.id),
		/** 1 for the first. */
		number: integer().notNull(),
		/** Canonical JSON of the ReportDocument. */
		document: text().notNull(),
		hash: text().notNull(),
		/** What changed since the edition before; empty for the first. */
		changes: text().notNull(),
		publishedAt: instant().notNull(),
		publishedBy: text().references(() => people.id, { onDelete: 'set null' })
	},
	(table) => [uniqueIndex('report_edition_number').on(table.consultationId, table.number)]
);

export type Outcome = 'adopted' | 'partly' | 'not' | 'later';

/** What the decision-maker does with a theme: what, why, who, and when. */
export const answers = sqliteTable('answer', {
	themeId: text()
		.primaryKey()
		.references(() => themes.id),
	consultationId: text()
		.notNull()
		.references(() => consultations.id),
	outcome: text().$type<Outcome>().notNull(),
	reason: text().notNull(),
	/** Who answers, as shown: "P. Kuipers, directeur". */
	by: text().notNull(),
	/** The day by which it is done, when something was promised. */
	dueOn: day(),
	/** In words, when no day fits: "proef in oktober". */
	dueWords: text(),
	doneOn: day(),
	answeredAt: instant().notNull(),
	personId: text().references(() => people.id, { onDelete: 'set null' })
});
