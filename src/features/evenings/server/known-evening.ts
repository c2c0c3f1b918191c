import { type Evening, getEvening } from './queries.ts';
import { type Consultation, getConsultation } from '#features/consultations/server/queries.ts';
import { assertReadable } from '#features/consultations/server/readable.ts';
import type { Context } from '#kernel/server/context.ts';
import type { Writer } from '#kernel/server/db.ts';

/** An evening with its consultation, by the names in its address, for who may know of those. */
export async function getKnownEvening(
	tx: Writer,
	ctx: Context,
	consultationSlug: string,
	eveningSlug: string
): Promise<{ readonly consultation: Consultation; readonly evening: Evening }> {
	const consultation = await getConsultation(tx, ctx.scope, consultationSlug);
	assertReadable(ctx, consultation);
	const evening = await getEvening(tx, ctx.scope, consultationSlug, eveningSlug);
	return { consultation, evening };
}
