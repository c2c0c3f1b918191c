import { and, eq, isNotNull } from 'drizzle-orm';
import { assertEnterable } from '../rules.ts';
import { getPoll } from './queries.ts';
import { forgetRefused } from './same-form.ts';
import { countConfirmations, slips } from './schema.ts';
import { assertReadable } from '#features/consultations/server/readable.ts';
import { NotFound } from '#kernel/errors.ts';
import type { Context } from '#kernel/server/context.ts';
import { record } from '#kernel/server/journal.ts';
import { authorize } from '#policy/authorize.ts';

/**
 * Takes a refused slip off the list: a code was mistyped, and the slip itself is entered anew. One
 * that was counted cannot be taken back, since nobody knows which ballot it became. Who had
 * confirmed the count before has to look again.
 */
export async function strikeSlip(
	ctx: Context,
	consultationSlug: string,
	pollSlug: string,
	slipId: string
): Promise<void> {
	await ctx.write(async (tx) => {
		const poll = await getPoll(tx, ctx.scope, consultationSlug, pollSlug);
		assertReadable(ctx, poll.consultation);
		authorize(ctx, 'slip.enter', poll);
		assertEnterable(poll.consultation, ctx.now);
		const [struck] = await tx
			.delete(slips)
			.where(and(eq(slips.id, slipId), eq(slips.pollId, poll.id), isNotNull(slips.code)))
			.returning({ by: slips.enteredBy });
		if (!struck) throw new NotFound('not-found');
		const { consultationId } = poll;
		if (struck.by) await forgetRefused(tx, { consultationId, personId: struck.by });
		await tx
			.delete(countConfirmations)
			.where(eq(countConfirmations.consultationId, poll.consultationId));
		await record(tx, ctx, 'slip.struck', { kind: 'poll', id: poll.id });
	});
}
