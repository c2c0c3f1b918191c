import { and, eq } from 'drizzle-orm';
import { blockInput } from '../input.ts';
import { assertUsable } from '../rules.ts';
import { findHolders } from './holders.ts';
import { participationCodes } from './schema.ts';
import { getConsultation } from '#features/consultations/server/queries.ts';
import { assertReadable } from '#features/consultations/server/readable.ts';
import { sessions } from '#features/people/server/schema.ts';
import { Conflict, Invalid } from '#kernel/errors.ts';
import { parse } from '#kernel/parse.ts';
import { requirePerson, type Context } from '#kernel/server/context.ts';
import { requireFresh } from '#kernel/server/fresh.ts';
import { record } from '#kernel/server/journal.ts';
import { dayOf } from '#kernel/time.ts';
import { authorize } from '#policy/authorize.ts';

/**
 * Blocks the code of somebody, for a letter that came into other hands: from now on it opens nothing
 * and counts on no slip, and whoever came in with it is signed out. The right stays, and with another
 * code (`replaceCode`) it can be used. A vote that was cast stays cast.
 *
 * Input: `{ person, reason }`. The reason stays with the code and is gone with it at the count.
 */
export async function blockCode(ctx: Context, slug: string, input: unknown): Promise<void> {
	requirePerson(ctx);
	await ctx.write(async (tx) => {
		const consultation = await getConsultation(tx, ctx.scope, slug);
		assertReadable(ctx, consultation);
		authorize(ctx, 'code.block', consultation);
		requireFresh(ctx);
		assertUsable(consultation, ctx.now);
		const { person, reason } = parse(blockInput, input);
		const [holder] = await findHolders(tx, ctx.scope, consultation, { person });
		if (!holder) throw new Invalid('input.invalid', { person: 'field.choose' });
		if (holder.code !== 'issued') throw new Conflict('codes.none-to-block');

		await tx
			.update(participationCodes)
			.set({ status: 'blocked', blockedOn: dayOf(ctx.now), blockedReason: reason })
			.where(
				and(
					eq(participationCodes.consultationId, consultation.id),
					eq(participationCodes.personId, person),
					eq(participationCodes.status, 'issued')
				)
			);
		await tx.delete(sessions).where(eq(sessions.personId, person));
		await record(tx, ctx, 'code.blocked', { kind: 'consultation', id: consultation.id });
	});
}
