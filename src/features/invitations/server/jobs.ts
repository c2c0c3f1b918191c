import { inArray, isNotNull, or } from 'drizzle-orm';
import { invitations } from './schema.ts';
import { consultations } from '#features/consultations/server/schema.ts';
import type { Writer } from '#kernel/server/db.ts';

/** Forgets who was mailed about consultations that are over: nobody can be mailed about them again. */
export async function forgetInvitations(tx: Writer): Promise<void> {
	const over = tx
		.select({ id: consultations.id })
		.from(consultations)
		.where(or(isNotNull(consultations.countedAt), isNotNull(consultations.withdrawnAt)));
	await tx.delete(invitations).where(inArray(invitations.consultationId, over));
}
