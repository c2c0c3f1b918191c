import { replaceInput } from '../input.ts';
import { assertUsable } from '../rules.ts';
import { giveCode } from './give-code.ts';
import { findHolders } from './holders.ts';
import type { PlainCode } from './make-codes.ts';
import { getConsultation } from '#features/consultations/server/queries.ts';
import { assertReadable } from '#features/consultations/server/readable.ts';
import { Conflict, Invalid } from '#kernel/errors.ts';
import { parse } from '#kernel/parse.ts';
import { requirePerson, type Context } from '#kernel/server/context.ts';
import { requireFresh } from '#kernel/server/fresh.ts';
import { authorize } from '#policy/authorize.ts';

/**
 * Gives somebody another code, for a letter that was lost: the one they had opens nothing any more.
 * The right stays the same, so nobody takes part twice by it. A code that was blocked stays blocked
 * in the books; its owner gets a new one all the same. Who has rights over others: see `giveCode`.
 *
 * Input: `{ person }`, an id. A second call replaces the code of the first.
 */
export async function replaceCode(ctx: Context, slug: string, input: unknown): Promise<PlainCode> {
	requirePerson(ctx);
	return ctx.write(async (tx) => {
		const consultation = await getConsultation(tx, ctx.scope, slug);
		assertReadable(ctx, consultation);
		authorize(ctx, 'code.replace', consultation);
		requireFresh(ctx);
		assertUsable(consultation, ctx.now);
		const { person } = parse(replaceInput, input);
		const [holder] = await findHolders(tx, ctx.scope, consultation, { person });
		if (!holder) throw new Invalid('input.invalid', { person: 'field.choose' });
		if (holder.code === 'none') throw new Conflict('codes.none-to-replace');

		return giveCode(tx, ctx, consultation.id, holder);
	});
}
