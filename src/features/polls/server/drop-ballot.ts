import { and, eq, sql } from 'drizzle-orm';
import { type Ballot, putInBox } from './put-in-box.ts';
import { knownBallots, participations, slipCounts, slips } from './schema.ts';
import type { Channel } from '#features/consultations/ground-rules.ts';
import type { Writer } from '#kernel/server/db.ts';
import { given, prepared } from '#kernel/server/prepared.ts';
import { dayOf } from '#kernel/time.ts';

const marking = prepared((tx: Writer) =>
	tx
		.insert(participations)
		.values(given('pollId', 'rightId', 'day'))
		.onConflictDoNothing()
		.prepare()
);

/** Marks a unit as having taken part; false when it was marked already. */
async function mark(tx: Writer, pollId: string, rightId: string, now: Date): Promise<boolean> {
	const { rowsAffected } = await marking(tx).run({ pollId, rightId, day: dayOf(now) });
	return rowsAffected === 1;
}

/**
 * Drops a secret ballot: a mark in the register and a row in the box, with a random id and no
 * relation. False when the unit took part already; then nothing changes.
 */
export async function dropSecret(
	tx: Writer,
	pollId: string,
	rightId: string,
	ballot: Ballot,
	now: Date
): Promise<boolean> {
	if (!(await mark(tx, pollId, rightId, now))) return false;
	await putInBox(tx, pollId, ballot);
	return true;
}

/**
 * Drops a ballot that is known to be of this unit, or replaces the one it had: the last one given
 * counts. `given` is the day on which the unit gave it, for a slip the day it came in. When the one
 * before came on a slip, that slip is booked as double. False, and nothing changed, when the unit
 * gave another on a later day.
 */
export async function dropKnown(
	tx: Writer,
	pollId: string,
	rightId: string,
	ballot: Ballot,
	now: Date,
	given = dayOf(now)
): Promise<boolean> {
	const before = await knownBallot(tx, pollId, rightId);
	if (before && before.day > given) return false;
	await mark(tx, pollId, rightId, now);
	if (before && before.channel !== 'online') await bookAsDouble(tx, pollId, before.channel);
	await tx
		.insert(knownBallots)
		.values({ pollId, rightId, day: given, ...ballot })
		.onConflictDoUpdate({
			target: [knownBallots.pollId, knownBallots.rightId],
			set: { day: given, ...ballot }
		});
	return true;
}

async function knownBallot(tx: Writer, pollId: string, rightId: string) {
	const [found] = await tx
		.select({ channel: knownBallots.channel, day: knownBallots.day })
		.from(knownBallots)
		.where(and(eq(knownBallots.pollId, pollId), eq(knownBallots.rightId, rightId)));
	return found;
}

/** The slip by which a unit answered before no longer counts. */
async function bookAsDouble(tx: Writer, pollId: string, channel: Channel): Promise<void> {
	await countSlip(tx, pollId, channel, -1);
	await tx.insert(slips).values({ pollId, channel, outcome: 'double' });
}

/** Books that one slip more, or fewer, of this channel became a ballot. */
export async function countSlip(
	tx: Writer,
	pollId: string,
	channel: Channel,
	by: 1 | -1
): Promise<void> {
	await tx
		.insert(slipCounts)
		.values({ pollId, channel, counted: by })
		.onConflictDoUpdate({
			target: [slipCounts.pollId, slipCounts.channel],
			set: { counted: sql`${slipCounts.counted} + ${by}` }
		});
}
