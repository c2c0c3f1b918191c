import { and, eq } from 'drizzle-orm';
import { answers } from './schema.ts';
import { getConsultation } from '#features/consultations/server/queries.ts';
import { assertReadable } from '#features/consultations/server/readable.ts';
import { NotFound } from '#kernel/errors.ts';
import { type Context, requirePerson } from '#kernel/server/context.ts';
import { record } from '#kernel/server/journal.ts';
import { dayOf } from '#kernel/time.ts';
import { authorize } from '#policy/authorize.ts';

/**
 * Says that what was promised in an answer has been done, today. Also after the consultation. The
 * first day that it was said stands; twice does nothing more.
 */
export async function keepPromise(ctx: Context, slug: string, themeId: string): Promise<void> {
	requirePerson(ctx);
	await ctx.write(async (tx) => {
		const consultation = await getConsultation(tx, ctx.scope, slug);
		assertReadable(ctx, consultation);
		authorize(ctx, 'answer.give', consultation);
		const ofTheme = and(eq(answers.themeId, themeId), eq(answers.consultationId, consultation.id));
		const [answer] = await tx.select({ doneOn: answers.doneOn }).from(answers).where(ofTheme);
		if (!answer) throw new NotFound('not-found');
		if (answer.doneOn) return;

		await tx
			.update(answers)
			.set({ doneOn: dayOf(ctx.now) })
			.where(ofTheme);
		await record(tx, ctx, 'promise.kept', { kind: 'theme', id: themeId });
	});
}
