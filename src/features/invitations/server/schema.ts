import { index, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { consultations } from '#features/consultations/server/schema.ts';
import { mails } from '#features/mails/server/schema.ts';
import { people } from '#features/people/server/schema.ts';

/** That somebody gets the mail of a consultation, which nobody gets twice. Not what they did with it. */
export const invitations = sqliteTable(
	'invitation',
	{
		consultationId: text()
			.notNull()
			.references(() => consultations.id),
		personId: text()
			.notNull()
			.references(() => people.id, { onDelete: 'cascade' }),
		/** Null once the mail itself is forgotten. */
		mailId: text().references(() => mails.id, { onDelete: 'set null' })
	},
	(table) => [
		primaryKey({ columns: [table.consultationId, table.personId] }),
		index('invitation_person').on(table.personId),
		index('invitation_mail').on(table.mailId)
	]
);
