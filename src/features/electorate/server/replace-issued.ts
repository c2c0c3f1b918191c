import { and, eq, inArray } from 'drizzle-orm';
import { participationCodes } from './schema.ts';
import type { Writer } from '#kernel/server/db.ts';

/** How many ids stand in one statement. */
const AT_ONCE = 500;

/** Lets the codes that these people have open nothing any more. A step of giving them other ones. */
export async function replaceIssued(
	tx: Writer,
	consultationId: string,
	personIds: readonly string[]
): Promise<void> {
	for (let from = 0; from < personIds.length; from += AT_ONCE)
		await tx
			.update(participationCodes)
			.set({ status: 'replaced' })
			.where(
				and(
					eq(participationCodes.consultationId, consultationId),
					inArray(participationCodes.personId, personIds.slice(from, from + AT_ONCE)),
					eq(participationCodes.status, 'issued')
				)
			);
}
