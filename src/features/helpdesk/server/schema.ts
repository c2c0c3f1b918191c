import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { people } from '#features/people/server/schema.ts';
import { scopes } from '#features/scopes/server/schema.ts';
import { day, instant } from '#kernel/server/columns.ts';

/**
 * A tablet on which a helper lets parents in. `id` is the SHA-256 of what is in its cookie. It says
 * nothing of whom was helped.
 */
export const helpdesks = sqliteTable(
	'helpdesk',
	{
		id: text().primaryKey(),
		scopeId: text()
			.notNull()
			.references(() => scopes.id),
		helperId: text()
			.notNull()
			.references(() => people.id, { onDelete: 'cascade' }),
		/** The PIN, sealed together with the id. */
		pin: text().notNull(),
		/** Wrong PINs since the last right one. */
		tries: integer().notNull().default(0),
		/** Until when its pages open without the PIN; null while it is locked. */
		unlockedUntil: instant(),
		/** The language of the helper, to go back to after each parent. */
		locale: text().notNull(),
		/** Which browser, in words, and since what day: for the list of who is signed in where. */
		device: text().notNull(),
		beganOn: day().notNull(),
		expiresAt: instant().notNull()
	},
	(table) => [index('helpdesk_helper').on(table.helperId)]
);
