import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { mails } from '#features/mails/server/schema.ts';
import { people } from '#features/people/server/schema.ts';
import type { Locale } from '#i18n/catalogue.ts';
import { id, instant, json } from '#kernel/server/columns.ts';

/**
 * That a browser asked for a mail to sign in with. There is one for an address that nobody has as
 * well, and all that is done with it is the same; the address itself is not kept.
 */
export const signInRequests = sqliteTable(
	'sign_in_request',
	{
		id: id(),
		/** Whose address it is: nobody's, somebody's, or that of two parents. Emptied when they are mailed. */
		people: json<readonly string[]>().notNull(),
		/** The SHA-256 of what is in the cookie of the browser that asked. */
		askedBy: text().notNull(),
		locale: text().$type<Locale>().notNull(),
		/** How often wrong digits were entered. */
		tries: integer().notNull().default(0),
		expiresAt: instant().notNull()
	},
	(table) => [
		index('sign_in_request_browser').on(table.askedBy),
		index('sign_in_request_expiry').on(table.expiresAt)
	]
);

/** The link in such a mail. `id` is the SHA-256 of its token. Its digits follow from the mail's id. */
export const mailedLinks = sqliteTable(
	'mailed_link',
	{
		id: text().primaryKey(),
		requestId: text()
			.notNull()
			.references(() => signInRequests.id, { onDelete: 'cascade' }),
		mailId: text()
			.notNull()
			.references(() => mails.id, { onDelete: 'cascade' }),
		personId: text()
			.notNull()
			.references(() => people.id, { onDelete: 'cascade' }),
		/** Once spent: which page spent it, as a hash. Only that page may press again, for a moment. */
		spentBy: text(),
		expiresAt: instant().notNull()
	},
	(table) => [
		index('mailed_link_request').on(table.requestId),
		index('mailed_link_mail').on(table.mailId),
		index('mailed_link_person').on(table.personId)
	]
);
