import { and, asc, eq, sql } from 'drizzle-orm';
import { type Consultation, getConsultation } from '#features/consultations/server/queries.ts';
import { assertReadable } from '#features/consultations/server/readable.ts';
import { NotFound } from '#kernel/errors.ts';
import type { Context, Scope } from '#kernel/server/context.ts';
import type { Reader } from '#kernel/server/db.ts';
import { prepared } from '#kernel/server/prepared.ts';
import {
	knownBallots,
	participations,
	polls,
	secretBallots,
	slipCounts,
	slips,
	tallies
} from './schema.ts';

export type PollRow = typeof polls.$inferSelect;
export type Poll = PollRow & { readonly scopeId: string; readonly consultation: Consultation };

const bySlug = prepared((db: Reader) =>
	db
		.select()
		.from(polls)
		.where(
			and(
				eq(polls.consultationId, sql.placeholder('consultationId')),
				eq(polls.slug, sql.placeholder('slug'))
			)
		)
		.prepare()
);

/** By the names in its address. */
export async function getPoll(
	db: Reader,
	scope: Scope,
	consultationSlug: string,
	pollSlug: string
): Promise<Poll> {
	const consultation = await getConsultation(db, scope, consultationSlug);
	const [poll] = await bySlug(db).all({ consultationId: consultation.id, slug: pollSlug });
	if (!poll) throw new NotFound('not-found');
	return { ...poll, scopeId: scope.id, consultation };
}

/** The same, for a reader: not there when its consultation is a draft that is not theirs. */
export async function readPoll(
	ctx: Context,
	consultationSlug: string,
	pollSlug: string
): Promise<Poll> {
	const poll = await getPoll(ctx.read, ctx.scope, consultationSlug, pollSlug);
	assertReadable(ctx, poll.consultation);
	return poll;
}

const ofConsultation = prepared((db: Reader) =>
	db
		.select()
		.from(polls)
		.where(eq(polls.consultationId, sql.placeholder('consultationId')))
		.orderBy(asc(polls.position), asc(polls.slug))
		.prepare()
);

/** The polls of a consultation, in order. */
export const listPolls = (db: Reader, consultationId: string): Promise<PollRow[]> =>
	ofConsultation(db).all({ consultationId });

/** How many units took part in a poll. */
export const countParticipations = (db: Reader, pollId: string): Promise<number> =>
	db.$count(participations, eq(participations.pollId, pollId));

const marked = prepared((db: Reader) =>
	db
		.select({ day: participations.day })
		.from(participations)
		.where(
			and(
				eq(participations.pollId, sql.placeholder('pollId')),
				eq(participations.rightId, sql.placeholder('rightId'))
			)
		)
		.prepare()
);

/** Whether the unit with this right took part in a poll. */
export async function hasTakenPart(db: Reader, pollId: string, rightId: string): Promise<boolean> {
	const [row] = await marked(db).all({ pollId, rightId });
	return row !== undefined;
}

/** The choice of a unit in a poll that is not secret. */
export async function knownChoice(db: Reader, pollId: string, rightId: string) {
	const [row] = await db
		.select({ choice: knownBallots.choice })
		.from(knownBallots)
		.where(and(eq(knownBallots.pollId, pollId), eq(knownBallots.rightId, rightId)));
	return row?.choice;
}

/** The box, emptied on the table. Only counting may ask for it. */
export async function ballotsIn(db: Reader, { id, secrecy }: PollRow) {
	return secrecy === 'secret'
		? db
				.select({ channel: secretBallots.channel, choice: secretBallots.choice })
				.from(secretBallots)
				.where(eq(secretBallots.pollId, id))
		: db
				.select({ channel: knownBallots.channel, choice: knownBallots.choice })
				.from(knownBallots)
				.where(eq(knownBallots.pollId, id));
}

/** How many slips became a ballot. */
export async function countSlips(db: Reader, pollId: string): Promise<number> {
	const rows = await db
		.select({ counted: slipCounts.counted })
		.from(slipCounts)
		.where(eq(slipCounts.pollId, pollId));
	return rows.reduce((sum, { counted }) => sum + counted, 0);
}

/** The slips that did not become a ballot. */
export const refusedSlips = (db: Reader, pollId: string) =>
	db
		.select({
			id: slips.id,
			channel: slips.channel,
			outcome: slips.outcome,
			code: slips.code,
			enteredOn: slips.enteredOn
		})
		.from(slips)
		.where(eq(slips.pollId, pollId));

/** The count as it was closed; undefined before that. */
export async function closedTally(db: Reader, pollId: string) {
	const [tally] = await db.select().from(tallies).where(eq(tallies.pollId, pollId));
	return tally;
}
