import { index, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { consultations } from '#features/consultations/server/schema.ts';
import { households, people } from '#features/people/server/schema.ts';
import { scopes } from '#features/scopes/server/schema.ts';
import { day, id } from '#kernel/server/columns.ts';

/**
 * The right to take part: one row per unit, made at opening. A unit is a household or a parent.
 * Never deleted once a ballot exists (trigger, migration 0000).
 */
export const electorate = sqliteTable(
	'electorate',
	{
		id: id(),
		consultationId: text()
			.notNull()
			.references(() => consultations.id),
		householdId: text().references(() => households.id),
		personId: text().references(() => people.id),
		/** The school or group this unit is counted under in a breakdown. */
		scopeId: text()
			.notNull()
			.references(() => scopes.id),
		/** Why it was added after opening, and when; null for those drawn at opening. */
		lateReason: text(),
		addedOn: day().notNull()
	},
	(table) => [
		uniqueIndex('electorate_household').on(table.consultationId, table.householdId),
		uniqueIndex('electorate_person').on(table.consultationId, table.personId)
	]
);

/**
 * A participation code, one per parent. Codes of one household point to the same right. `id` is
 * sealed; the code itself is shown once, when it is made.
 */
export const participationCodes = sqliteTable(
	'participation_code',
	{
		id: text().primaryKey(),
		consultationId: text()
			.notNull()
			.references(() => consultations.id),
		rightId: text()
			.notNull()
			.references(() => electorate.id),
		personId: text()
			.notNull()
			.references(() => people.id),
		status: text({ enum: ['issued', 'blocked', 'replaced'] }).notNull(),
		/** Only of one that was blocked: the day, and why. */
		blockedOn: day(),
		blockedReason: text()
	},
	(table) => [
		index('participation_code_person').on(table.consultationId, table.personId, table.status),
		index('participation_code_right').on(table.rightId)
	]
);
