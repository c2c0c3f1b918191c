import { eq } from 'drizzle-orm';
import { correctionInput } from '../input.ts';
import { isCorrectable } from '../rules.ts';
import { getConsultation } from '#features/consultations/server/queries.ts';
import { assertReadable } from '#features/consultations/server/readable.ts';
import { consultations, ruleChanges } from '#features/consultations/server/schema.ts';
import { Conflict, Invalid } from '#kernel/errors.ts';
import { parse } from '#kernel/parse.ts';
import { requirePerson, type Context } from '#kernel/server/context.ts';
import { record } from '#kernel/server/journal.ts';
import { authorize } from '#policy/authorize.ts';

/**
 * Mends a typing error in a text around the rules. What stood there before stays readable beside
 * what stands there now, with the reason. The rules themselves do not change.
 *
 * Input: `{ field: 'title' | 'introduction' | 'motive' | 'facts', text, reason }`.
 */
export async function correctConsultation(
	ctx: Context,
	slug: string,
	input: unknown
): Promise<void> {
	const personId = requirePerson(ctx);
	await ctx.write(async (tx) => {
		const consultation = await getConsultation(tx, ctx.scope, slug);
		assertReadable(ctx, consultation);
		authorize(ctx, 'consultation.change', consultation);
		if (!isCorrectable(consultation, ctx.now)) throw new Conflict('correct.not-now');
		const { field, text, reason } = parse(correctionInput, input);
		const before = field === 'facts' ? consultation.facts.join('\n') : consultation[field];
		if (text === before) throw new Invalid('input.invalid', { text: 'correct.same' });

		const { id: consultationId } = consultation;
		await tx
			.update(consultations)
			.set(field === 'facts' ? { facts: text.split('\n') } : { [field]: text })
			.where(eq(consultations.id, consultationId));
		await tx.insert(ruleChanges).values({
			consultationId,
			kind: 'typing-error',
			field,
			before,
			after: text,
			reason,
			at: ctx.now,
			personId
		});
		await record(tx, ctx, 'consultation.corrected', { kind: 'consultation', id: consultationId });
	});
}
