import { eq } from 'drizzle-orm';
import { rulesFrom } from '../draft.ts';
import { draftInput } from '../input.ts';
import { freeSlug, isFreeSlug, slugOf } from '../slug.ts';
import { assertOwnBody } from './queries.ts';
import { consultations, groundRules } from './schema.ts';
import { Invalid } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import { parse } from '#kernel/parse.ts';
import { requirePerson, type Context } from '#kernel/server/context.ts';
import { record } from '#kernel/server/journal.ts';
import { authorize } from '#policy/authorize.ts';

/**
 * Begins a consultation of this scope. Only those who make it can see it until it is opened.
 *
 * Input: the fields of `draftInput`; lists are one per line or an array, days are `2027-05-10`, times
 * `8.00` or `08:00` on the school's clock, shares `60%` or `2/3`.
 */
export async function draftConsultation(
	ctx: Context,
	input: unknown
): Promise<{ id: string; slug: string }> {
	requirePerson(ctx);
	return ctx.write(async (tx) => {
		authorize(ctx, 'consultation.draft', { scopeId: ctx.scope.id });
		const given = parse(draftInput, input);
		await assertOwnBody(tx, ctx.scope, given.body);
		const rows = await tx
			.select({ slug: consultations.slug })
			.from(consultations)
			.where(eq(consultations.scopeId, ctx.scope.id));
		const taken = new Set(rows.map(({ slug }) => slug));
		if (given.slug && !isFreeSlug(given.slug, taken))
			throw new Invalid('input.invalid', { slug: 'field.slug-taken' });

		const id = newId();
		const slug = given.slug || freeSlug(slugOf(given.title), taken);
		const { title, question, introduction, motive, facts, fixed, open } = given;
		const { level, decider, decisionDay, contact } = given;
		await tx.insert(consultations).values({
			id,
			scopeId: ctx.scope.id,
			bodyId: given.body || null,
			slug,
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
			contact,
			draftedAt: ctx.now
		});
		await tx.insert(groundRules).values({ consultationId: id, rules: rulesFrom(given) });
		await record(tx, ctx, 'consultation.drafted', { kind: 'consultation', id });
		return { id, slug };
	});
}
