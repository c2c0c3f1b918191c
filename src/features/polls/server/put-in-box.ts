import { sql } from 'drizzle-orm';
import { secretBallots } from './schema.ts';
import type { Channel } from '#features/consultations/ground-rules.ts';
import { newId } from '#kernel/ids.ts';
import type { Writer } from '#kernel/server/db.ts';
import { given, prepared } from '#kernel/server/prepared.ts';

export type Ballot = { readonly channel: Channel; readonly choice: unknown };

/** How many ballots on either side, in the order of their ids, one may change places with. */
const NEIGHBOURS = 16;

/**
 * The characters of channel and choice together, filled up with spaces, which JSON allows: only
 * ballots of one length can take each other's place. Twelve options, all of them ticked, fit.
 */
const LENGTH = 70;

const [pollId, id] = [sql.placeholder('pollId'), sql.placeholder('id')];

const taking = prepared((tx: Writer) =>
	tx
		.delete(secretBallots)
		.where(
			sql`poll_id = ${pollId} and id in (select id from (
				select id from (select id from secret_ballot
					where poll_id = ${pollId} and id > ${id} order by id limit ${NEIGHBOURS})
				union all
				select id from (select id from secret_ballot
					where poll_id = ${pollId} and id < ${id} order by id desc limit ${NEIGHBOURS})
			) order by random() limit 1)`
		)
		.returning({
			id: secretBallots.id,
			channel: secretBallots.channel,
			choice: secretBallots.choice
		})
		.prepare()
);
const putting = prepared((tx: Writer) =>
	tx
		.insert(secretBallots)
		.values({
			...given('pollId', 'id', 'channel'),
			choice: sql`${sql.placeholder('choice')}`
		})
		.prepare()
);

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
	const fresh = { id: newId(), ...ballot };
	const moved = await taking(tx).all({ pollId, id: fresh.id });
	for (const { id, channel, choice } of [fresh, ...moved]) {
		const text = JSON.stringify(choice).padEnd(LENGTH - channel.length);
		await putting(tx).run({ pollId, id, channel, choice: text });
	}
}
