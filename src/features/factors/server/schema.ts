import { blob, index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { people } from '#features/people/server/schema.ts';
import { day, instant, json } from '#kernel/server/columns.ts';

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

/** Keys of devices. `id` is the one by which a device knows it; nothing here lets anybody in. */
export const passkeys = sqliteTable(
	'passkey',
	{
		id: text().primaryKey(),
		personId: personId(),
		name: text().notNull(),
		publicKey: blob({ mode: 'buffer' }).notNull(),
		/** How often it was used, as some devices count. */
		counter: integer().notNull(),
		transports: json<readonly string[]>().notNull(),
		addedOn: day().notNull()
	},
	(table) => [index('passkey_person').on(table.personId)]
);

/** Challenges that were answered, until they would have ended anyway. `id` is a SHA-256. */
export const spentChallenges = sqliteTable('spent_challenge', {
	id: text().primaryKey(),
	expiresAt: instant().notNull()
});

/** Who chose to have one. `hash` is made by hash-password.ts. */
export const passwords = sqliteTable('password', {
	personId: personId().primaryKey(),
	hash: text().notNull()
});
