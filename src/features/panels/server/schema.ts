import { sql } from 'drizzle-orm';
import {
	type AnySQLiteColumn,
	index,
	integer,
	primaryKey,
	sqliteTable,
	text,
	uniqueIndex
} from 'drizzle-orm/sqlite-core';
import { consultations } from '#features/consultations/server/schema.ts';
import { houseRules } from '#features/house-rules/server/schema.ts';
import { people } from '#features/people/server/schema.ts';
import { id, instant, json } from '#kernel/server/columns.ts';

/** A threaded discussion within a consultation. */
export const panels = sqliteTable(
	'panel',
	{
		id: id(),
		consultationId: text()
			.notNull()
			.references(() => consultations.id),
		slug: text().notNull(),
		title: text().notNull(),
		/** What we want to know here. */
		lead: text().notNull(),
		/** Who may read: the people of the scope, or everybody. */
		visibility: text({ enum: ['audience', 'public'] }).notNull(),
		position: integer().notNull(),
		/** Rises with every change that readers see; keys the rendered thread. */
		version: integer().notNull().default(0)
	},
	(table) => [uniqueIndex('panel_slug').on(table.consultationId, table.slug)]
);

/** A translation that stands beside the writer's own words. */
export type Translation = {
	readonly language: string;
	readonly text: string;
	readonly checked: 'human' | 'machine';
};

/** What somebody said, wherever they said it. */
export const contributions = sqliteTable(
	'contribution',
	{
		id: id(),
		panelId: text()
			.notNull()
			.references(() => panels.id),
		/** What it hangs under: at most three deep. */
		parentId: text().references((): AnySQLiteColumn => contributions.id),
		/** What it answers, when that lies deeper than it can hang: "in answer to". */
		answersId: text().references((): AnySQLiteColumn => contributions.id),
		/** The top of its thread; its own id at the top. */
		rootId: text().notNull(),
		/** 1 at the top, 3 at the deepest. */
		depth: integer().notNull(),
		/** Null for paper, an import, and a writer whose account is gone. */
		authorId: text().references(() => people.id, { onDelete: 'set null' }),
		displayName: text().notNull(),
		/** Whose name that is: the writer's own, one they chose, or none. */
		namedAs: text({ enum: ['own', 'pseudonym', 'hidden'] })
			.notNull()
			.default('own'),
		/** What the writer speaks as; chosen per contribution, within their roles. */
		badge: text({ enum: ['parent', 'staff', 'council', 'moderator'] }).notNull(),
		/** "groep 6", or for staff and council what they are: "directeur". */
		badgeNote: text(),
		/** "An answer on behalf of the school". */
		official: integer({ mode: 'boolean' }).notNull().default(false),
		stance: text({ enum: ['for', 'against', 'question', 'idea'] }),
		origin: text({ enum: ['online', 'evening', 'paper', 'phone'] }).notNull(),
		/** Which paper or table: "formulier 14". */
		sourceLabel: text(),
		/** Of the top of an imported thread: the title of that thread. */
		title: text(),
		body: text().notNull(),
		/** `body` as safe HTML, made once when it was written. */
		html: text().notNull(),
		language: text().notNull(),
		translation: json<Translation>(),
		createdAt: instant().notNull(),
		editedAt: instant(),
		withdrawnAt: instant(),
		hiddenAt: instant(),
		/** The number of the house rule it was hidden by. */
		hiddenRule: integer(),
		/** The edition of the house rules in which it has that number. */
		hiddenEdition: text().references(() => houseRules.id),
		hiddenReason: text(),
		/** Number of people who support it; kept with `support`. */
		supportCount: integer().notNull().default(0),
		/** The id it had where it was imported from. */
		importId: text()
	},
	(table) => [
		index('contribution_thread').on(table.panelId, table.rootId),
		index('contribution_time').on(table.panelId, table.createdAt),
		index('contribution_support').on(table.panelId, table.supportCount),
		index('contribution_author').on(table.authorId),
		uniqueIndex('contribution_import')
			.on(table.panelId, table.importId)
			.where(sql`import_id is not null`)
	]
);

/** What a contribution said before it was edited. */
export const contributionEdits = sqliteTable(
	'contribution_edit',
	{
		id: id(),
		contributionId: text()
			.notNull()
			.references(() => contributions.id),
		body: text().notNull(),
		/** When this text was replaced. */
		at: instant().notNull()
	},
	(table) => [index('contribution_edit_contribution').on(table.contributionId)]
);

/** "I think so too": one person, once per contribution. Apart from votes. */
export const supports = sqliteTable(
	'support',
	{
		contributionId: text()
			.notNull()
			.references(() => contributions.id),
		personId: text()
			.notNull()
			.references(() => people.id, { onDelete: 'cascade' })
	},
	(table) => [
		primaryKey({ columns: [table.contributionId, table.personId] }),
		index('support_person').on(table.personId)
	]
);
