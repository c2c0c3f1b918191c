import { overtakenBy } from '../guards.ts';
import { extensionInput } from '../input.ts';
import { isExtendable } from '../rules.ts';
import { getConsultation } from '#features/consultations/server/queries.ts';
import { assertReadable } from '#features/consultations/server/readable.ts';
import { ruleChanges } from '#features/consultations/server/schema.ts';
import { Conflict, Invalid } from '#kernel/errors.ts';
import { parse } from '#kernel/parse.ts';
import { requirePerson, type Context } from '#kernel/server/context.ts';
import { record } from '#kernel/server/journal.ts';
import { authorize } from '#policy/authorize.ts';

/**
 * Moves the closing to a later moment, with a reason that everybody can read. The frozen rules stay
 * as they are; the change stands beside them. Never earlier, never once it has closed, and not to the
 * days that parents were told for the decision and the answers, or past them.
 *
 * Input: `{ day: '2027-06-04', time: '23.59', reason }`, on the school's clock.
 */
export async function extendConsultation(
	ctx: Context,
	slug: string,
	input: unknown
): Promise<void> {
	const personId = requirePerson(ctx);
	await ctx.write(async (tx) => {
		const consultation = await getConsultation(tx, ctx.scope, slug);
		assertReadable(ctx, consultation);
		authorize(ctx, 'consultation.change', consultation);
		if (!isExtendable(consultation, ctx.now)) throw new Conflict('extend.too-late');
		const { closesAt, reason } = parse(extensionInput, input);
		if (closesAt <= consultation.closesAt)
			throw new Invalid('input.invalid', { day: 'extend.not-later' });
		const overtaken = overtakenBy(closesAt, consultation.rules);
		if (overtaken.decision) throw new Invalid('input.invalid', { day: 'extend.after-decision' });
		if (overtaken.answer) throw new Invalid('input.invalid', { day: 'extend.after-answer' });

		await tx.insert(ruleChanges).values({
			consultationId: consultation.id,
			kind: 'closes-later',
			field: 'closesAt',
			before: consultation.closesAt.toISOString(),
			after: closesAt.toISOString(),
			reason,
			at: ctx.now,
			personId
		});
		await record(tx, ctx, 'consultation.extended', { kind: 'consultation', id: consultation.id });
	});
}
