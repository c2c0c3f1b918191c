import { and, countDistinct, eq } from 'drizzle-orm';
import { participations, polls } from '#features/polls/server/schema.ts';
import type { Reader } from '#kernel/server/db.ts';
import { inList, listOf, prepared } from '#kernel/server/prepared.ts';

const turnout = prepared((db: Reader) =>
	db
		.select({ id: polls.consultationId, n: countDistinct(participations.rightId) })
		.from(participations)
		.innerJoin(polls, eq(polls.id, participations.pollId))
		.where(inList(polls.consultationId, 'consultations'))
		.groupBy(polls.consultationId)
		.prepare()
);

/**
 * How many units took part in at least one poll, per consultation. It says nothing about what they
 * chose, nor where they came from, so it can be shown while the period runs.
 */
export async function turnoutOf(
	db: Reader,
	consultationIds: string[]
): Promise<Map<string, number>> {
	const rows = await turnout(db).all({ consultations: listOf(consultationIds) });
	return new Map(rows.map(({ id, n }) => [id, n]));
}

/** The polls of a consultation in which the unit with this right took part, by name. */
export async function takenPartIn(
	db: Reader,
	consultationId: string,
	rightId: string
): Promise<Set<string>> {
	const rows = await db
		.select({ slug: polls.slug })
		.from(participations)
		.innerJoin(polls, eq(polls.id, participations.pollId))
		.where(and(eq(polls.consultationId, consultationId), eq(participations.rightId, rightId)));
	return new Set(rows.map(({ slug }) => slug));
}
