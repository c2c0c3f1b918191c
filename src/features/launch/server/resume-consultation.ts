import { eq } from 'drizzle-orm';
import { stopInput } from '../input.ts';
import { isResumable } from '../rules.ts';
import { getConsultation } from '#features/consultations/server/queries.ts';
import { assertReadable } from '#features/consultations/server/readable.ts';
import { consultations } from '#features/consultations/server/schema.ts';
import { Conflict } from '#kernel/errors.ts';
import { parse } from '#kernel/parse.ts';
import { requirePerson, type Context } from '#kernel/server/context.ts';
import { record } from '#kernel/server/journal.ts';
import { authorize } from '#policy/authorize.ts';

/**
 * Lets a suspended consultation go on, if its period is not over by now. Everybody reads why it
 * stood still and how it goes on.
 *
 * Input: `{ reason }`, of at least twenty characters.
 */
export async function resumeConsultation(
	ctx: Context,
	slug: string,
	input: unknown
): Promise<void> {
	requirePerson(ctx);
	await ctx.write(async (tx) => {
		const consultation = await getConsultation(tx, ctx.scope, slug);
		assertReadable(ctx, consultation);
		authorize(ctx, 'consultation.change', consultation);
		if (!isResumable(consultation, ctx.now)) throw new Conflict('stop.not-suspended');
		const { reason } = parse(stopInput, input);

		await tx
			.update(consultations)
			.set({ suspendedAt: null, stopReason: reason })
			.where(eq(consultations.id, consultation.id));
		await record(tx, ctx, 'consultation.resumed', { kind: 'consultation', id: consultation.id });
	});
}
