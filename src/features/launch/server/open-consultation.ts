import { and, eq, isNull } from 'drizzle-orm';
import { missingFor } from '../guards.ts';
import { preparationOf, rulesNow } from './preparation.ts';
import { assertDraft } from '#features/consultations/rules.ts';
import { getConsultation } from '#features/consultations/server/queries.ts';
import { assertReadable } from '#features/consultations/server/readable.ts';
import { consultations, groundRules } from '#features/consultations/server/schema.ts';
import { drawElectorate } from '#features/electorate/server/draw-electorate.ts';
import { polls } from '#features/polls/server/schema.ts';
import { Invalid } from '#kernel/errors.ts';
import { requirePerson, type Context } from '#kernel/server/context.ts';
import { record } from '#kernel/server/journal.ts';
import { authorize } from '#policy/authorize.ts';

/**
 * Fixes a consultation: freezes the rules with their fingerprint and draws who can take part, all or
 * nothing. From then on everybody can read it, and people can take part when its period begins.
 *
 * Throws Invalid with what is missing, by field. A second call finds it fixed: Conflict.
 */
export async function openConsultation(ctx: Context, slug: string): Promise<void> {
	requirePerson(ctx);
	await ctx.write(async (tx) => {
		const consultation = await getConsultation(tx, ctx.scope, slug);
		assertReadable(ctx, consultation);
		authorize(ctx, 'consultation.open', consultation);
		assertDraft(consultation, ctx.now);
		const missing = missingFor(await preparationOf(tx, ctx.scope, consultation), ctx.now);
		if (missing.length > 0) {
			throw new Invalid(
				'open.incomplete',
				Object.fromEntries(missing.map(({ field, reason }) => [field, reason]))
			);
		}

		const { id } = consultation;
		const { rules, text, hash } = await rulesNow(tx, consultation);
		// a poll took the secrecy of its day; the rules may have changed since
		await tx.update(polls).set({ secrecy: rules.secrecy }).where(eq(polls.consultationId, id));
		await tx
			.update(groundRules)
			.set({ rules, text, hash, frozenAt: ctx.now })
			.where(and(eq(groundRules.consultationId, id), isNull(groundRules.frozenAt)));
		await drawElectorate(tx, { ...consultation, rules }, ctx.now);
		await tx.update(consultations).set({ openedAt: ctx.now }).where(eq(consultations.id, id));
		await record(tx, ctx, 'consultation.opened', { kind: 'consultation', id });
	});
}
