import { CHANGES } from '../change.ts';
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { people } from '#features/people/server/schema.ts';
import { scopes } from '#features/scopes/server/schema.ts';
import type { Locale } from '#i18n/catalogue.ts';
import { day, id, instant } from '#kernel/server/columns.ts';

/** What somebody waits for; it leaves before what goes to thousands. */
export const AWAITED = ['sign-in', 'invitation', 'change'] as const;
const KINDS = [...AWAITED, 'consultation'] as const;

/**
 * Mail that is to leave, or has left. It names a person: address and words are looked up when it is
 * sent, and what is secret in it follows from the id and the key (see way-in.ts). So this table holds
 * no link and no digits, nor an address that can be read, and sending again sends the same bytes.
 */
export const mails = sqliteTable(
	'mail',
	{
		id: id(),
		/** Two requests for the same mail are one. */
		key: text().notNull().unique(),
		kind: text({ enum: KINDS }).notNull(),
		/** Of a mail that tells of one. */
		change: text({ enum: CHANGES }),
		personId: text()
			.notNull()
			.references(() => people.id, { onDelete: 'cascade' }),
		/** An address they no longer have, in the vault, when it goes there; gone once it left. */
		toLocked: text(),
		/** The place it is about, if any. */
		scopeId: text().references(() => scopes.id),
		/** The language to write in when the person never chose one. */
		locale: text().$type<Locale>().notNull(),
		madeAt: instant().notNull(),
		/** After this it helps nobody any more, and is not sent. */
		usefulUntil: instant().notNull(),
		/** `bounced`: it was sent and came back. */
		state: text({ enum: ['waiting', 'sent', 'failed', 'bounced'] })
			.notNull()
			.default('waiting'),
		attempts: integer().notNull().default(0),
		nextAt: instant().notNull(),
		/** Until then the process that claimed it is at work; after that it is anybody's again. */
		claimedUntil: instant(),
		sentOn: day(),
		/** The seal of the address it was sent to. */
		sentTo: text(),
		/** What the mail server said last: 451, 550; or what was the matter with the way there. */
		lastCode: text()
	},
	(table) => [
		index('mail_due').on(table.state, table.kind, table.nextAt),
		index('mail_person').on(table.personId)
	]
);
