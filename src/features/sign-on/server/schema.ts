import { sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { people } from '#features/people/server/schema.ts';
import { day } from '#kernel/server/columns.ts';

/**
 * Which account at a provider is whose. `id` is the seal of who vouches for the account and what it is
 * called there: it is recognised, and tells whoever has the database nothing.
 */
export const providerAccounts = sqliteTable(
	'provider_account',
	{
		id: text().primaryKey(),
		issuer: text().notNull(),
		personId: text()
			.notNull()
			.references(() => people.id, { onDelete: 'cascade' }),
		linkedOn: day().notNull()
	},
	(table) => [uniqueIndex('provider_account_person').on(table.personId, table.issuer)]
);
