import {
	index,
	integer,
	primaryKey,
	sqliteTable,
	text,
	uniqueIndex
} from 'drizzle-orm/sqlite-core';
import type { PollShape } from '../methods/method.ts';
import type { MethodId } from '../methods/registry.ts';
import type { Tally } from '../tally.ts';
import type { Channel, Secrecy } from '#features/consultations/ground-rules.ts';
import { consultations } from '#features/consultations/server/schema.ts';
import { electorate } from '#features/electorate/server/schema.ts';
import { people } from '#features/people/server/schema.ts';
import { day, id, json } from '#kernel/server/columns.ts';

/**
 * A question with answers to choose from. Once its consultation has opened a trigger refuses any
 * change to question, method, options, settings and secrecy (migration 0000).
 */
export const polls = sqliteTable(
	'poll',
	{
		id: id(),
		consultationId: text()
			.notNull()
			.references(() => consultations.id),
		slug: text().notNull(),
		position: integer().notNull(),
		question: text().notNull(),
		explanation: text().notNull(),
		method: text().$type<MethodId>().notNull(),
		options: json<PollShape['options']>().notNull(),
		settings: json<PollShape['settings']>().notNull(),
		secrecy: text().$type<Secrecy>().notNull()
	},
	(table) => [uniqueIndex('poll_slug').on(table.consultationId, table.slug)]
);

/**
 * That a unit took part, and on which day; not how, and not what it chose. WITHOUT ROWID: sorted
 * by random ids, so that the rows keep no order of arrival.
 */
export const participations = sqliteTable(
	'participation',
	{
		pollId: text()
			.notNull()
			.references(() => polls.id),
		rightId: text()
			.notNull()
			.references(() => electorate.id),
		day: day().notNull()
	},
	(table) => [primaryKey({ columns: [table.pollId, table.rightId] })]
);

/**
 * A secret ballot. Nothing here leads to a voter: no unit, no person, no time, and no order, since
 * the table is WITHOUT ROWID and sorted by a random id.
 */
export const secretBallots = sqliteTable(
	'secret_ballot',
	{
		pollId: text()
			.notNull()
			.references(() => polls.id),
		id: text().notNull(),
		channel: text().$type<Channel>().notNull(),
		choice: json<unknown>().notNull()
	},
	(table) => [primaryKey({ columns: [table.pollId, table.id] })]
);

/** A ballot of a confidential or named poll: the system knows whose it is. Changes until closing. */
export const knownBallots = sqliteTable(
	'known_ballot',
	{
		pollId: text()
			.notNull()
			.references(() => polls.id),
		rightId: text()
			.notNull()
			.references(() => electorate.id),
		channel: text().$type<Channel>().notNull(),
		choice: json<unknown>().notNull(),
		day: day().notNull()
	},
	(table) => [primaryKey({ columns: [table.pollId, table.rightId] })]
);

/** Participation codes given out, and what became of them. */
export type CodeBook = {
	readonly issued: number;
	readonly used: number;
	readonly unused: number;
	readonly blocked: number;
	readonly replaced: number;
};

export type Refusal = 'invalid' | 'double' | 'late' | 'unknown';

/** What became of a slip of paper that was entered. */
export type SlipOutcome = 'counted' | 'blank' | Refusal;

/**
 * How many slips of each channel became a ballot. A number, and not a row for each: rows stand in the
 * file in the order in which they were entered, and so do those of the register. WITHOUT ROWID.
 */
export const slipCounts = sqliteTable(
	'slip_count',
	{
		pollId: text()
			.notNull()
			.references(() => polls.id),
		channel: text().$type<Channel>().notNull(),
		counted: integer().notNull()
	},
	(table) => [primaryKey({ columns: [table.pollId, table.channel] })]
);

/** A slip that did not become a ballot: why, never what was on it. WITHOUT ROWID. */
export const slips = sqliteTable(
	'slip',
	{
		id: id(),
		pollId: text()
			.notNull()
			.references(() => polls.id),
		channel: text().$type<Channel>().notNull(),
		outcome: text().$type<Refusal>().notNull(),
		/**
		 * The first half, for the list that the counters go through until the count: most of these
		 * codes still open. Null for a slip that was counted first.
		 */
		code: text(),
		enteredOn: day(),
		enteredBy: text().references(() => people.id, { onDelete: 'set null' })
	},
	(table) => [index('slip_poll').on(table.pollId)]
);

/**
 * The form that somebody who enters slips sent last, so that pressing twice enters one slip. One row
 * for each of them: the next form takes its place, and the closing of the count takes it away. The
 * seal is over what the page was given, a secret kept nowhere else, and all that was typed: nobody can
 * try codes or choices against it. No time, and no code. WITHOUT ROWID.
 */
export const slipForms = sqliteTable(
	'slip_form',
	{
		consultationId: text()
			.notNull()
			.references(() => consultations.id),
		personId: text()
			.notNull()
			.references(() => people.id, { onDelete: 'cascade' }),
		seal: text().notNull(),
		/** Why the slip was refused; null when it became a ballot. */
		refusal: text().$type<Refusal>()
	},
	(table) => [primaryKey({ columns: [table.consultationId, table.personId] })]
);

/** Who confirmed that the count may be closed. Two different people are needed. */
export const countConfirmations = sqliteTable(
	'count_confirmation',
	{
		consultationId: text()
			.notNull()
			.references(() => consultations.id),
		personId: text()
			.notNull()
			.references(() => people.id),
		day: day().notNull()
	},
	(table) => [primaryKey({ columns: [table.consultationId, table.personId] })]
);

/** The count of a poll as it was closed, with its breakdown by channel. Never changed. */
export const tallies = sqliteTable('tally', {
	pollId: text()
		.primaryKey()
		.references(() => polls.id),
	result: json<Tally>().notNull(),
	byChannel: json<Readonly<Record<string, Tally>>>().notNull(),
	/** The codes as they were at that moment: the list itself is destroyed then. */
	codes: json<CodeBook>().notNull(),
	closedOn: day().notNull()
});
