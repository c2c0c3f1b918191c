import { eq } from 'drizzle-orm';
import { rulesFrom } from '../draft.ts';
import { draftInput } from '../input.ts';
import { assertDraft } from '../rules.ts';
import { assertOwnBody, getConsultation } from './queries.ts';
import { assertReadable } from './readable.ts';
import { consultations, groundRules } from './schema.ts';
import { canonicalJson } from '#kernel/canonical.ts';
import { parse } from '#kernel/parse.ts';
import { requirePerson, type Context } from '#kernel/server/context.ts';
import { record } from '#kernel/server/journal.ts';
import { authorize } from '#policy/authorize.ts';

/**
 * Changes a consultation that is still being prepared; its address stays. When that changes the
 * ground rules, nobody has agreed on them any more.
 */
export async function reviseConsultation(
	ctx: Context,
	slug: string,
	input: unknown
): Promise<void> {
	requirePerson(ctx);
	await ctx.write(async (tx) => {
		const consultation = await getConsultation(tx, ctx.scope, slug);
		assertReadable(ctx, consultation);
		authorize(ctx, 'consultation.draft', consultation);
		assertDraft(consultation, ctx.now);
		const given = parse(draftInput, input);
		await assertOwnBody(tx, ctx.scope, given.body);

		const { title, question, introduction, motive, facts, fixed, open } = given;
		const { level, decider, decisionDay, contact } = given;
		await tx
			.update(consultations)
			.set({
				bodyId: given.body || null,
				title,
				question,
				introduction,
				motive,
				facts,
				fixed,
				open,
				level,
				decider,
				decisionDay,
				contact
			})
			.where(eq(consultations.id, consultation.id));
		const rules = rulesFrom(given);
		if (canonicalJson(rules) !== canonicalJson(consultation.rules)) {
			await tx
				.update(groundRules)
				.set({ rules, agreedBy: null, agreedOn: null, text: null, hash: null })
				.where(eq(groundRules.consultationId, consultation.id));
		}
		await record(tx, ctx, 'consultation.revised', { kind: 'consultation', id: consultation.id });
	});
}
