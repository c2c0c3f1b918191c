import { and, eq, inArray, isNull } from 'drizzle-orm';
import { people } from './schema.ts';
import type { Writer } from '#kernel/server/db.ts';
import { dayOf } from '#kernel/time.ts';

/** Keeps on which day somebody was first invited. A step of whatever makes a code or link for them. */
export async function markInvited(
	tx: Writer,
	personIds: readonly string[],
	now: Date
): Promise<void> {
	await tx
		.update(people)
		.set({ invitedOn: dayOf(now) })
		.where(and(inArray(people.id, [...personIds]), isNull(people.invitedOn)));
}

/** Keeps on which day somebody first came in. Later days are kept nowhere. */
export async function markJoined(tx: Writer, personId: string, now: Date): Promise<void> {
	await tx
		.update(people)
		.set({ joinedOn: dayOf(now) })
		.where(and(eq(people.id, personId), isNull(people.joinedOn)));
}
