import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { houseRules } from '#features/house-rules/server/schema.ts';
import { contributions } from '#features/panels/server/schema.ts';
import { people } from '#features/people/server/schema.ts';
import { id, instant } from '#kernel/server/columns.ts';

/** What a moderator decided about a contribution, by which house rule, and why. */
export const moderationDecisions = sqliteTable(
	'moderation_decision',
	{
		id: id(),
		contributionId: text()
			.notNull()
			.references(() => contributions.id),
		action: text({ enum: ['hide', 'restore'] }).notNull(),
		/** The number of the rule, and the edition of the house rules in which it has that number. */
		rule: integer(),
		edition: text().references(() => houseRules.id),
		reason: text().notNull(),
		at: instant().notNull(),
		personId: text().references(() => people.id, { onDelete: 'set null' })
	},
	(table) => [index('moderation_decision_contribution').on(table.contributionId)]
);
