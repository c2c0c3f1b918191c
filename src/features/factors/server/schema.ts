import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { people } from '#features/people/server/schema.ts';
import { instant } from '#kernel/server/columns.ts';

const personId = () =>
	text()
		.notNull()
		.references(() => people.id, { onDelete: 'cascade' });

/** The app with which somebody makes digits. Its secret is in the vault. */
export const totps = sqliteTable('totp', {
	personId: personId().primaryKey(),
	secretLocked: text().notNull(),
	/** Null until they typed its first digits. */
	confirmedAt: instant(),
	/** The step of time whose digits were used last: these and earlier ones do not work again. */
	lastStep: integer().notNull().default(0)
});

/** Codes for when the app is lost. `id` is sealed; a code that was used is gone. */
export const recoveryCodes = sqliteTable(
	'recovery_code',
	{ id: text().primaryKey(), personId: personId() },
	(table) => [index('recovery_code_person').on(table.personId)]
);
