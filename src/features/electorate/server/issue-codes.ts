import { assertUsable } from '../rules.ts';
import { holdersOf } from './holders.ts';
import { makeCodes, type PlainCode } from './make-codes.ts';
import { getConsultation } from '#features/consultations/server/queries.ts';
import { assertReadable } from '#features/consultations/server/readable.ts';
import { requirePerson, type Context } from '#kernel/server/context.ts';
import { requireFresh } from '#kernel/server/fresh.ts';
import { record } from '#kernel/server/journal.ts';
import { authorize } from '#policy/authorize.ts';

/**
 * Makes a participation code for everybody with a right who has none, and returns them in the order
 * of the letters: by group, household and name. They can be read here and now, and never again.
 *
 * Called again it makes codes only for those who came later.
 */
export async function issueCodes(ctx: Context, slug: string): Promise<PlainCode[]> {
	requirePerson(ctx);
	return ctx.write(async (tx) => {
		const consultation = await getConsultation(tx, ctx.scope, slug);
		assertReadable(ctx, consultation);
		authorize(ctx, 'code.issue', consultation);
		requireFresh(ctx);
		assertUsable(consultation, ctx.now);

		const without = await holdersOf(tx, ctx.scope, consultation, { code: 'none' });
		const codes = await makeCodes(tx, ctx, consultation.id, without);
		if (codes.length > 0)
			await record(tx, ctx, 'codes.issued', { kind: 'consultation', id: consultation.id });
		return codes;
	});
}
