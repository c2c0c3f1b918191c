import { eq } from 'drizzle-orm';
import { agreementInput } from '../input.ts';
import { rulesNow } from './preparation.ts';
import { assertDraft } from '#features/consultations/rules.ts';
import { getConsultation } from '#features/consultations/server/queries.ts';
import { assertReadable } from '#features/consultations/server/readable.ts';
import { groundRules } from '#features/consultations/server/schema.ts';
import { Invalid } from '#kernel/errors.ts';
import { parse } from '#kernel/parse.ts';
import { requirePerson, type Context } from '#kernel/server/context.ts';
import { record } from '#kernel/server/journal.ts';
import { dayOf } from '#kernel/time.ts';
import { authorize } from '#policy/authorize.ts';

type Agreement = {
	readonly names: readonly [string, string];
	/** Today, when it is left out. */
	readonly day?: string;
};

/**
 * Writes down that two people agreed on the ground rules as they are at this moment, polls included.
 * A change after that means that they must agree again. Called twice, the last one stands.
 */
export async function agreeGroundRules(
	ctx: Context,
	slug: string,
	agreement: Agreement
): Promise<void> {
	requirePerson(ctx);
	await ctx.write(async (tx) => {
		const consultation = await getConsultation(tx, ctx.scope, slug);
		assertReadable(ctx, consultation);
		authorize(ctx, 'consultation.agree', consultation);
		assertDraft(consultation, ctx.now);
		const [name1, name2] = agreement.names;
		const given = parse(agreementInput, { name1, name2, day: agreement.day ?? '' });
		const today = dayOf(ctx.now);
		const agreedOn = given.day || today;
		if (agreedOn > today) throw new Invalid('input.invalid', { day: 'ground-rules.not-yet' });

		const { text, hash } = await rulesNow(tx, consultation);
		await tx
			.update(groundRules)
			.set({ agreedBy: [given.name1, given.name2], agreedOn, text, hash })
			.where(eq(groundRules.consultationId, consultation.id));
		await record(tx, ctx, 'ground-rules.agreed', { kind: 'consultation', id: consultation.id });
	});
}
