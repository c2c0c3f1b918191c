import { eq } from 'drizzle-orm';
import { stopInput } from '../input.ts';
import { isSuspendable } from '../rules.ts';
import { getConsultation } from '#features/consultations/server/queries.ts';
import { assertReadable } from '#features/consultations/server/readable.ts';
import { consultations } from '#features/consultations/server/schema.ts';
import { Conflict } from '#kernel/errors.ts';
import { parse } from '#kernel/parse.ts';
import { requirePerson, type Context } from '#kernel/server/context.ts';
import { record } from '#kernel/server/journal.ts';
import { authorize } from '#policy/authorize.ts';

/**
 * Stops a consultation for a while: nobody can take part until it is resumed. Everybody reads why.
 * The period goes on; what was answered stays.
 *
 * Input: `{ reason }`, of at least twenty characters.
 */
export async function suspendConsultation(
	ctx: Context,
	slug: string,
	input: unknown
): Promise<void> {
	requirePerson(ctx);
	await ctx.write(async (tx) => {
		const consultation = await getConsultation(tx, ctx.scope, slug);
		assertReadable(ctx, consultation);
		authorize(ctx, 'consultation.change', consultation);
		if (!isSuspendable(consultation, ctx.now)) throw new Conflict('stop.not-open');
		const { reason } = parse(stopInput, input);

		await tx
			.update(consultations)
			.set({ suspendedAt: ctx.now, stopReason: reason })
			.where(eq(consultations.id, consultation.id));
		await record(tx, ctx, 'consultation.suspended', { kind: 'consultation', id: consultation.id });
	});
}
