import { integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { people } from '#features/people/server/schema.ts';
import { scopes } from '#features/scopes/server/schema.ts';
import { id, instant, json } from '#kernel/server/columns.ts';

/** How people talk with each other here: numbered sentences, in editions. The latest one holds. */
export const houseRules = sqliteTable(
	'house_rules',
	{
		id: id(),
		scopeId: text()
			.notNull()
			.references(() => scopes.id),
		edition: integer().notNull(),
		/** Rule 1 is the first. */
		rules: json<readonly string[]>().notNull(),
		publishedAt: instant().notNull()
	},
	(table) => [uniqueIndex('house_rules_edition').on(table.scopeId, table.edition)]
);

/** That a person accepted an edition. Asked at the first contribution, never for reading. */
export const acceptances = sqliteTable(
	'house_rules_acceptance',
	{
		houseRulesId: text()
			.notNull()
			.references(() => houseRules.id),
		personId: text()
			.notNull()
			.references(() => people.id, { onDelete: 'cascade' }),
		acceptedAt: instant().notNull()
	},
	(table) => [primaryKey({ columns: [table.houseRulesId, table.personId] })]
);
