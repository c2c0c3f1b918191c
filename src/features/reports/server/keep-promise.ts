import { and, eq } from 'drizzle-orm';
import { answers } from './schema.ts';
import { getConsultation } from '#features/consultations/server/queries.ts';
import { NotFound } from '#kernel/errors.ts';
import { type Context, requirePerson } from '#kernel/server/context.ts';
import { record } from '#kernel/server/journal.ts';
import { dayOf } from '#kernel/time.ts';
import { authorize } from '#policy/authorize.ts';

/** Says that what was promised in an answer has been done, today. Also after the consultation. */
export async function keepPromise(ctx: Context, slug: string, themeId: string): Promise<void> {
	requirePerson(ctx);
	await ctx.write(async (tx) => {
		const consultation = await getConsultation(tx, ctx.scope, slug);
		authorize(ctx, 'answer.give', consultation);
		const [kept] = await tx
			.update(answers)
			.set({ doneOn: dayOf(ctx.now) })
			.where(and(eq(answers.themeId, themeId), eq(answers.consultationId, consultation.id)))
			.returning({ themeId: answers.themeId });
		if (!kept) throw new NotFound('not-found');
		await record(tx, ctx, 'promise.kept', { kind: 'theme', id: themeId });
	});
}
