import { and, countDistinct, eq } from 'drizzle-orm';
import { methodOf } from '../methods/registry.ts';
import type { Books } from '../reconciliation.ts';
import type { Tally } from '../tally.ts';
import {
	ballotsIn,
	closedTally,
	countParticipations,
	countSlips,
	type PollRow,
	refusedSlips
} from './queries.ts';
import { type CodeBook, participations, type Refusal } from './schema.ts';
import { CHANNELS } from '#features/consultations/ground-rules.ts';
import { countCodes } from '#features/electorate/server/queries.ts';
import { participationCodes } from '#features/electorate/server/schema.ts';
import type { Reader } from '#kernel/server/db.ts';

/** What lies in the box now: counted as a whole, and channel by channel. */
export type BoxCount = {
	readonly tally: Tally;
	readonly byChannel: Readonly<Record<string, Tally>>;
};

/** Counts the box anew. */
export async function countBox(db: Reader, poll: PollRow): Promise<BoxCount> {
	const ballots = await ballotsIn(db, poll);
	const method = methodOf(poll.method);
	const count = (of: typeof ballots) =>
		method.count(
			of.map(({ choice }) => choice),
			poll
		);
	const byChannel = CHANNELS.flatMap((channel): [string, Tally][] => {
		const here = ballots.filter((ballot) => ballot.channel === channel);
		return here.length > 0 ? [[channel, count(here)]] : [];
	});
	return { tally: count(ballots), byChannel: Object.fromEntries(byChannel) };
}

/** The participation codes now: how many open, and of those whose unit took part in this poll. */
export async function codeBook(db: Reader, poll: PollRow): Promise<CodeBook> {
	const { issued: valid, blocked, replaced } = await countCodes(db, poll.consultationId);
	const [row] = await db
		.select({ used: countDistinct(participationCodes.id) })
		.from(participationCodes)
		.innerJoin(
			participations,
			and(
				eq(participations.rightId, participationCodes.rightId),
				eq(participations.pollId, poll.id)
			)
		)
		.where(
			and(
				eq(participationCodes.consultationId, poll.consultationId),
				eq(participationCodes.status, 'issued')
			)
		);
	const used = row?.used ?? 0;
	return { issued: valid + blocked + replaced, used, unused: valid - used, blocked, replaced };
}

/**
 * What each book of a poll says, looked up apart: the box, the register, the slips, the codes. After
 * the closing the codes are those that were written down then.
 */
export async function booksOf(db: Reader, poll: PollRow, box: BoxCount): Promise<Books> {
	const refused = await refusedSlips(db, poll.id);
	const refusedAs = (outcome: Refusal) => refused.filter((slip) => slip.outcome === outcome).length;
	const slips = (await countSlips(db, poll.id)) + refused.length;
	const { tally, byChannel } = box;
	const codes = (await closedTally(db, poll.id))?.codes ?? (await codeBook(db, poll));
	return {
		...codes,
		received: (byChannel.online?.ballots ?? 0) + slips,
		counted: tally.ballots - tally.blank,
		blank: tally.blank,
		invalid: refusedAs('invalid'),
		double: refusedAs('double'),
		late: refusedAs('late'),
		unknown: refusedAs('unknown'),
		ballotsByChannel: Object.fromEntries(
			Object.entries(byChannel).map(([channel, { ballots }]) => [channel, ballots])
		),
		participations: await countParticipations(db, poll.id),
		optionsTotal: tally.options.reduce((sum, { count }) => sum + count, 0),
		...(tally.ticks === undefined ? {} : { ticks: tally.ticks })
	};
}
