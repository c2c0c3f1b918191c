import { randomInt } from 'node:crypto';
import { sql, type SQL } from 'drizzle-orm';
import { secretBallots } from './schema.ts';
import type { Channel } from '#features/consultations/ground-rules.ts';
import { newId } from '#kernel/ids.ts';
import type { Writer } from '#kernel/server/db.ts';
import { prepared } from '#kernel/server/prepared.ts';

export type Ballot = { readonly channel: Channel; readonly choice: unknown };

/** How many ballots on either side, in the order of their ids, one may change places with. */
const NEIGHBOURS = 16;

/**
 * The characters of channel and choice together, filled up with spaces, which JSON allows: only
 * ballots of one length can take each other's place. Twelve options, all of them ticked, fit.
 */
const LENGTH = 70;

const [pollId, id] = [sql.placeholder('pollId'), sql.placeholder('id')];
const row = {
	id: secretBallots.id,
	channel: secretBallots.channel,
	choice: secretBallots.choice
};

const after = sql`select id from secret_ballot where poll_id = ${pollId} and id > ${id} order by id`;
const before = sql`select id from secret_ballot where poll_id = ${pollId} and id < ${id} order by id desc`;

/** Takes out the one that is so many further. */
const takingFrom = (side: SQL) =>
	prepared((tx: Writer) =>
		tx
			.delete(secretBallots)
			.where(sql`poll_id = ${pollId} and id = (${side} limit 1 offset ${sql.placeholder('skip')})`)
			.returning(row)
			.prepare()
	);
const [takingAfter, takingBefore] = [takingFrom(after), takingFrom(before)];

/** Takes out one of those that there are: for where one side has too few. */
const takingAny = prepared((tx: Writer) =>
	tx
		.delete(secretBallots)
		.where(
			sql`poll_id = ${pollId} and id in (select id from (
				select id from (${after} limit ${NEIGHBOURS})
				union all
				select id from (${before} limit ${NEIGHBOURS})
			) order by random() limit 1)`
		)
		.returning(row)
		.prepare()
);

/**
 * Takes a random neighbour out of the box: none when it is empty. Each that there is has the same
 * chance: that its own place is drawn, and one share of the places where there is none.
 */
async function takeNeighbour(tx: Writer, pollId: string, id: string) {
	const place = randomInt(2 * NEIGHBOURS);
	const taking = place < NEIGHBOURS ? takingAfter : takingBefore;
	const taken = await taking(tx).get({ pollId, id, skip: place % NEIGHBOURS });
	return taken ?? (await takingAny(tx).get({ pollId, id }));
}

const ballot = (nth: '' | '2') => ({
	pollId,
	id: sql.placeholder(`id${nth}`),
	channel: sql.placeholder(`channel${nth}`),
	choice: sql`${sql.placeholder(`choice${nth}`)}`
});
const puttingOne = prepared((tx: Writer) => tx.insert(secretBallots).values(ballot('')).prepare());
/** Both in one statement, the first of them first. */
const puttingTwo = prepared((tx: Writer) =>
	tx
		.insert(secretBallots)
		.values([ballot(''), ballot('2')])
		.prepare()
);

const textOf = ({ channel, choice }: Ballot): string =>
	JSON.stringify(choice).padEnd(LENGTH - channel.length);

/**
 * Puts a ballot in the box, under a random id.
 *
 * The rows are sorted by id, but inside a page of the file SQLite writes each new row below the one
 * before it. Read as bytes, a page would tell in which order its ballots came and, next to a page of
 * the register, whose they are. So a random neighbour is taken out first: the new ballot gets its
 * place, and the neighbour goes where the new one would have been. That is the inside-out shuffle,
 * which leaves no trace of the order (tests/secrecy-of-the-file.test.ts).
 */
export async function putInBox(tx: Writer, pollId: string, ballot: Ballot): Promise<void> {
	const fresh = { pollId, id: newId(), channel: ballot.channel, choice: textOf(ballot) };
	const moved = await takeNeighbour(tx, pollId, fresh.id);
	if (!moved) await puttingOne(tx).run(fresh);
	else {
		const again = { id2: moved.id, channel2: moved.channel, choice2: textOf(moved) };
		await puttingTwo(tx).run({ ...fresh, ...again });
	}
}
