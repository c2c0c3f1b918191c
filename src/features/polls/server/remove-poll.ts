import { eq } from 'drizzle-orm';
import { getPoll } from './queries.ts';
import { polls } from './schema.ts';
import { assertDraft } from '#features/consultations/rules.ts';
import { assertReadable } from '#features/consultations/server/readable.ts';
import { type Context, requirePerson } from '#kernel/server/context.ts';
import { record } from '#kernel/server/journal.ts';
import { authorize } from '#policy/authorize.ts';

/** Takes a poll out of a consultation in the making. After the opening it stays. */
export async function removePoll(
	ctx: Context,
	consultationSlug: string,
	pollSlug: string
): Promise<void> {
	requirePerson(ctx);
	await ctx.write(async (tx) => {
		const poll = await getPoll(tx, ctx.scope, consultationSlug, pollSlug);
		assertReadable(ctx, poll.consultation);
		authorize(ctx, 'poll.open', poll);
		assertDraft(poll.consultation, ctx.now);
		await tx.delete(polls).where(eq(polls.id, poll.id));
		await record(tx, ctx, 'poll.removed', { kind: 'poll', id: poll.id });
	});
}
