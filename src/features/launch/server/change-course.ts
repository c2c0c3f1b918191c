import { eq } from 'drizzle-orm';
import { stopInput } from '../input.ts';
import { type Consultation, getConsultation } from '#features/consultations/server/queries.ts';
import { assertReadable } from '#features/consultations/server/readable.ts';
import { consultations } from '#features/consultations/server/schema.ts';
import type { Event, Reason } from '#i18n/reasons.ts';
import { Conflict } from '#kernel/errors.ts';
import { parse } from '#kernel/parse.ts';
import type { Context } from '#kernel/server/context.ts';
import type { Writer } from '#kernel/server/db.ts';
import { record } from '#kernel/server/journal.ts';
import { authorize } from '#policy/authorize.ts';

type Change = {
	/** Whether it can be done now, and why not when it cannot. */
	readonly isPossible: (consultation: Consultation, now: Date) => boolean;
	readonly refusal: Reason;
	readonly set: { readonly suspendedAt?: Date | null; readonly withdrawnAt?: Date };
	readonly event: Event;
};

/**
 * Stops a consultation or lets it go on: what suspending, resuming and withdrawing share. Everybody
 * reads the reason. Input: `{ reason }`, of at least twenty characters.
 */
export async function changeCourse(
	tx: Writer,
	ctx: Context,
	slug: string,
	input: unknown,
	{ isPossible, refusal, set, event }: Change
): Promise<void> {
	const consultation = await getConsultation(tx, ctx.scope, slug);
	assertReadable(ctx, consultation);
	authorize(ctx, 'consultation.change', consultation);
	if (!isPossible(consultation, ctx.now)) throw new Conflict(refusal);
	const { reason } = parse(stopInput, input);

	await tx
		.update(consultations)
		.set({ ...set, stopReason: reason })
		.where(eq(consultations.id, consultation.id));
	await record(tx, ctx, event, { kind: 'consultation', id: consultation.id });
}
