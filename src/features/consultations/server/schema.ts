import { index, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { GroundRules, Level } from '../ground-rules.ts';
import { people } from '#features/people/server/schema.ts';
import { bodies, scopes } from '#features/scopes/server/schema.ts';
import { day, id, instant, json } from '#kernel/server/columns.ts';

/**
 * A question put to parents before a decision is taken.
 *
 * The moments are facts that somebody brought about. Where a consultation stands is read off them
 * and the clock (`stageOf`) and never stored.
 */
export const consultations = sqliteTable(
	'consultation',
	{
		id: id(),
		scopeId: text()
			.notNull()
			.references(() => scopes.id),
		/** The council or body that asks. */
		bodyId: text().references(() => bodies.id),
		slug: text().notNull(),
		title: text().notNull(),
		/** The question in one sentence, as parents read it. */
		question: text().notNull(),
		/** Two or three sentences: what it is about. */
		introduction: text().notNull(),
		/** Why now. */
		motive: text().notNull(),
		/** Three facts that make the question answerable. */
		facts: json<readonly string[]>().notNull(),
		/** What stands, and what people can still change. */
		fixed: json<readonly string[]>().notNull(),
		open: json<readonly string[]>().notNull(),
		level: text().$type<Level>().notNull(),
		/** Who decides, in words: "Het bestuur, als de ouders in de MR instemmen". */
		decider: text().notNull(),
		decisionDay: day().notNull(),
		/** The moderators' names and how to reach them, in words. */
		contact: text().notNull(),
		draftedAt: instant().notNull(),
		/** The electorate was drawn and the ground rules frozen. */
		openedAt: instant(),
		suspendedAt: instant(),
		withdrawnAt: instant(),
		/** Why it was suspended or withdrawn, for everybody to read. */
		stopReason: text(),
		/** Two people confirmed the count and it reconciled. */
		countedAt: instant(),
		/** The first edition of the report was published. */
		reportedAt: instant(),
		/** Every theme has its answer. */
		completedAt: instant(),
		archivedAt: instant()
	},
	(table) => [
		uniqueIndex('consultation_slug').on(table.scopeId, table.slug),
		index('consultation_scope').on(table.scopeId)
	]
);

/**
 * The ground rules of a consultation. Once `frozenAt` is filled a trigger refuses any change and
 * any deletion (migration 0000).
 */
export const groundRules = sqliteTable('ground_rules', {
	consultationId: text()
		.primaryKey()
		.references(() => consultations.id),
	/** While drafting: the rules so far. At freezing `text` takes over. */
	rules: json<GroundRules>().notNull(),
	/** The two names under the rules, and the day they agreed. */
	agreedBy: json<readonly string[]>(),
	agreedOn: day(),
	frozenAt: instant(),
	/** Canonical JSON (RFC 8785) of the whole of the rules: the bytes that were hashed. */
	text: text(),
	/** SHA-256 of `text`, hex. */
	hash: text()
});

/** A change after opening: a later closing, or a typing error mended in the open. */
export const ruleChanges = sqliteTable(
	'rule_change',
	{
		id: id(),
		consultationId: text()
			.notNull()
			.references(() => consultations.id),
		kind: text({ enum: ['closes-later', 'typing-error'] }).notNull(),
		/** `closesAt`, or the field of the consultation: `title`, `introduction`. */
		field: text().notNull(),
		before: text().notNull(),
		after: text().notNull(),
		reason: text().notNull(),
		at: instant().notNull(),
		personId: text().references(() => people.id, { onDelete: 'set null' })
	},
	(table) => [index('rule_change_consultation').on(table.consultationId)]
);
