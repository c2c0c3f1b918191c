import {
	index,
	integer,
	primaryKey,
	sqliteTable,
	text,
	uniqueIndex
} from 'drizzle-orm/sqlite-core';
import type { YearPlan } from '../school-year.ts';
import { FUNCTIONS, SECTIONS } from '../seats.ts';
import { bodies, scopes } from '#features/scopes/server/schema.ts';
import { day, id, instant, json } from '#kernel/server/columns.ts';

/** An account. A parent who comes in with a code has no name or address until they give one. */
export const people = sqliteTable(
	'person',
	{
		id: id(),
		name: text(),
		/** The two parents of a family may share one. */
		email: text(),
		/** What the last mail there told: it was taken, or it came back for good. Null: none was sent. */
		emailState: text({ enum: ['works', 'bounced'] }),
		phone: text(),
		/** They would rather read a letter, though there is an address. */
		wantsPaper: integer({ mode: 'boolean' }).notNull().default(false),
		/** The language they chose, or the school knows they read. */
		locale: text(),
		/** The day on which a code or link was first made for them, and the day they first used one. */
		invitedOn: day(),
		joinedOn: day(),
		/** What they can show to confirm that it is them, besides a code or link. Kept by `factors`. */
		confirmsBy: text({ enum: ['password', 'factor'] }),
		/** They chose their name themselves: no list of a school changes it. */
		ownName: integer({ mode: 'boolean' }).notNull().default(false)
	},
	(table) => [index('person_email').on(table.email)]
);

export const memberships = sqliteTable(
	'membership',
	{
		scopeId: text()
			.notNull()
			.references(() => scopes.id),
		personId: text()
			.notNull()
			.references(() => people.id, { onDelete: 'cascade' }),
		role: text({
			enum: ['parent', 'council', 'staff', 'moderator', 'decider', 'coordinator', 'helper']
		}).notNull(),
		/** Only who is active is anything here. The others keep their row, so that it can be undone. */
		status: text({ enum: ['active', 'left', 'blocked', 'no-access'] })
			.notNull()
			.default('active')
	},
	(table) => [
		primaryKey({ columns: [table.scopeId, table.personId, table.role] }),
		index('membership_person').on(table.personId),
		// the few who are something else than a parent, among the thousands who are
		index('membership_role').on(table.scopeId, table.role, table.personId)
	]
);

/**
 * Who sits in which council or other body of a place, and from when to when. Those that ended stay.
 * What rights it gives is worked out from the day: see seats.ts.
 */
export const seats = sqliteTable(
	'seat',
	{
		id: id(),
		bodyId: text()
			.notNull()
			.references(() => bodies.id),
		personId: text()
			.notNull()
			.references(() => people.id, { onDelete: 'cascade' }),
		section: text({ enum: SECTIONS }).notNull(),
		function: text({ enum: FUNCTIONS }),
		fromOn: day().notNull(),
		/** The last day. */
		untilOn: day(),
		/** When it ended before its term, by who sat in it or by who appoints. */
		endedAt: instant()
	},
	(table) => [
		index('seat_body').on(table.bodyId, table.fromOn),
		index('seat_person').on(table.personId)
	]
);

/** Why somebody was kept out of a place, or let in again. */
export const accessDecisions = sqliteTable(
	'access_decision',
	{
		id: id(),
		scopeId: text()
			.notNull()
			.references(() => scopes.id),
		personId: text()
			.notNull()
			.references(() => people.id, { onDelete: 'cascade' }),
		decision: text({ enum: ['blocked', 'no-access', 'lifted'] }).notNull(),
		reason: text().notNull(),
		decidedBy: text().references(() => people.id, { onDelete: 'set null' }),
		at: instant().notNull()
	},
	(table) => [index('access_decision_person').on(table.personId, table.scopeId)]
);

/** Somebody without a code asks to become a parent of a school. Emptied once it is decided. */
export const membershipRequests = sqliteTable(
	'membership_request',
	{
		id: id(),
		scopeId: text()
			.notNull()
			.references(() => scopes.id),
		/** Who asked, when they were signed in. */
		personId: text().references(() => people.id, { onDelete: 'cascade' }),
		name: text().notNull(),
		email: text().notNull(),
		groupText: text().notNull(),
		state: text({ enum: ['asked', 'granted', 'refused'] })
			.notNull()
			.default('asked'),
		askedAt: instant().notNull(),
		decidedBy: text().references(() => people.id, { onDelete: 'set null' }),
		decidedAt: instant()
	},
	(table) => [index('membership_request_state').on(table.scopeId, table.state, table.askedAt)]
);

/** The beginning of a school year. Who went where is kept for as long as it can be undone. */
export const schoolYearMoves = sqliteTable(
	'school_year_move',
	{
		id: id(),
		scopeId: text()
			.notNull()
			.references(() => scopes.id),
		plan: json<YearPlan>(),
		by: text().references(() => people.id, { onDelete: 'set null' }),
		at: instant().notNull(),
		undoUntil: instant().notNull(),
		undoneAt: instant()
	},
	(table) => [index('school_year_move_scope').on(table.scopeId, table.at)]
);

/** A family of a school: a unit of counting. No names, no pupils; the key is the school's own. */
export const households = sqliteTable(
	'household',
	{
		id: id(),
		scopeId: text()
			.notNull()
			.references(() => scopes.id),
		key: text().notNull()
	},
	(table) => [uniqueIndex('household_key').on(table.scopeId, table.key)]
);

export const householdMembers = sqliteTable(
	'household_member',
	{
		householdId: text()
			.notNull()
			.references(() => households.id, { onDelete: 'cascade' }),
		personId: text()
			.notNull()
			.references(() => people.id, { onDelete: 'cascade' })
	},
	(table) => [
		primaryKey({ columns: [table.householdId, table.personId] }),
		index('household_member_person').on(table.personId)
	]
);

/** `id` is the SHA-256 of what is in the cookie, so this table alone lets nobody in. */
export const sessions = sqliteTable(
	'session',
	{
		id: text().primaryKey(),
		personId: text()
			.notNull()
			.references(() => people.id, { onDelete: 'cascade' }),
		/** Moves on while it is used; see people/rules.ts for how far. */
		expiresAt: instant().notNull(),
		/** The last moment it can move to. */
		endsAt: instant().notNull(),
		/** Which browser, in words. When it was last used is not kept: that would tell who voted when. */
		device: text().notNull(),
		beganOn: day().notNull(),
		/** They showed a second factor in it. */
		strong: integer({ mode: 'boolean' }).notNull().default(false),
		/** When they last showed that it is them, with a second factor or a password, here or elsewhere. */
		confirmedAt: instant(),
		/** They came in by a provider, which tells when somebody shows who they are. */
		byProvider: integer({ mode: 'boolean' }).notNull().default(false)
	},
	(table) => [
		index('session_person').on(table.personId),
		index('session_expiry').on(table.expiresAt)
	]
);

/** `id` is the SHA-256 of the token in the link. Spent by deletion, by a POST only. */
export const signInLinks = sqliteTable('sign_in_link', {
	id: text().primaryKey(),
	personId: text()
		.notNull()
		.references(() => people.id, { onDelete: 'cascade' }),
	/** A path of ours: `/merelmolen/consultations/schooltijden`. */
	returnTo: text().notNull(),
	/** It lets in as a parent only, whatever else they are. */
	asParent: integer({ mode: 'boolean' }).notNull().default(false),
	/** Once spent: which page spent it, as a hash. Only that page may press again, for a moment. */
	spentBy: text(),
	expiresAt: instant().notNull()
});

/** A code for one person that opens more than once, for staff and helpers. `id` is sealed. */
export const signInCodes = sqliteTable('sign_in_code', {
	id: text().primaryKey(),
	personId: text()
		.notNull()
		.references(() => people.id, { onDelete: 'cascade' }),
	returnTo: text().notNull(),
	expiresAt: instant().notNull()
});
