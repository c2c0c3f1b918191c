import { eq } from 'drizzle-orm';
import { stopInput } from '../input.ts';
import { isWithdrawable } from '../rules.ts';
import { getConsultation } from '#features/consultations/server/queries.ts';
import { assertReadable } from '#features/consultations/server/readable.ts';
import { consultations } from '#features/consultations/server/schema.ts';
import { Conflict } from '#kernel/errors.ts';
import { parse } from '#kernel/parse.ts';
import { requirePerson, type Context } from '#kernel/server/context.ts';
import { record } from '#kernel/server/journal.ts';
import { authorize } from '#policy/authorize.ts';

/**
 * Ends a consultation for good, before its count. Everybody reads why; there is no way back.
 *
 * Input: `{ reason }`, of at least twenty characters.
 */
export async function withdrawConsultation(
	ctx: Context,
	slug: string,
	input: unknown
): Promise<void> {
	requirePerson(ctx);
	await ctx.write(async (tx) => {
		const consultation = await getConsultation(tx, ctx.scope, slug);
		assertReadable(ctx, consultation);
		authorize(ctx, 'consultation.change', consultation);
		if (!isWithdrawable(consultation, ctx.now)) throw new Conflict('stop.not-withdrawable');
		const { reason } = parse(stopInput, input);

		await tx
			.update(consultations)
			.set({ withdrawnAt: ctx.now, stopReason: reason })
			.where(eq(consultations.id, consultation.id));
		await record(tx, ctx, 'consultation.withdrawn', { kind: 'consultation', id: consultation.id });
	});
}
