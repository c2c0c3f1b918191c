import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { id, instant, json } from './columns.ts';

/** Work to do after a change, written in the same transaction as the change. */
export const outbox = sqliteTable(
	'outbox',
	{
		id: id(),
		job: text().notNull(),
		payload: json<unknown>().notNull(),
		/** Two requests for the same work are one: `digest/2026-11-22`, `close-poll/k3x…`. */
		key: text().notNull().unique(),
		dueAt: instant().notNull(),
		attempts: integer().notNull().default(0),
		/** Until then the process that claimed it is at work; after that it is anybody's again. */
		claimedUntil: instant(),
		doneAt: instant(),
		lastError: text()
	},
	(table) => [index('outbox_due').on(table.doneAt, table.dueAt)]
);

/**
 * What happened: who, what, to which thing, when. Append-only; the audit trail, the activity of a
 * place and the version of what guests see. Never a ballot, never the words of a contribution.
 */
export const journal = sqliteTable(
	'journal',
	{
		seq: integer().primaryKey({ autoIncrement: true }),
		at: instant().notNull(),
		scopeId: text().notNull(),
		/** Null for a guest and for the clock. */
		actorId: text(),
		/** A key of the catalogue's journal words: `consultation.opened`. */
		what: text().notNull(),
		aboutKind: text().notNull(),
		aboutId: text().notNull()
	},
	(table) => [index('journal_scope').on(table.scopeId, table.seq)]
);

/** How often something was tried in a window of time, counted for all processes together. */
export const throttles = sqliteTable(
	'throttle',
	{
		/** What is counted, sealed: `code/merelmolen`, `address/…`. */
		key: text().notNull(),
		/** The window's number: time divided by its length. */
		window: integer().notNull(),
		count: integer().notNull(),
		expiresAt: instant().notNull()
	},
	(table) => [primaryKey({ columns: [table.key, table.window] })]
);
