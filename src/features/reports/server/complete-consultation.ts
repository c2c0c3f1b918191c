import { eq } from 'drizzle-orm';
import { assertAnswerable } from '../rules.ts';
import { freezeEdition } from './freeze-edition.ts';
import { getEdition } from './queries.ts';
import { answers } from './schema.ts';
import { getConsultation } from '#features/consultations/server/queries.ts';
import { assertReadable } from '#features/consultations/server/readable.ts';
import { consultations } from '#features/consultations/server/schema.ts';
import { themes } from '#features/themes/server/schema.ts';
import { Conflict } from '#kernel/errors.ts';
import { type Context, requirePerson } from '#kernel/server/context.ts';
import { record } from '#kernel/server/journal.ts';
import { authorize } from '#policy/authorize.ts';

/**
 * Makes a consultation done: only when every theme has its answer. The last edition of the report,
 * with the answers in it, is frozen at the same time. Its words are those of the edition before:
 * what somebody was still writing is not published.
 */
export async function completeConsultation(
	ctx: Context,
	slug: string,
	changes: string
): Promise<void> {
	requirePerson(ctx);
	await ctx.write(async (tx) => {
		const consultation = await getConsultation(tx, ctx.scope, slug);
		assertReadable(ctx, consultation);
		authorize(ctx, 'consultation.complete', consultation);
		assertAnswerable(consultation, ctx.now);
		const { id } = consultation;
		const open = await tx.$count(themes, eq(themes.consultationId, id));
		const answered = await tx.$count(answers, eq(answers.consultationId, id));
		if (answered < open) throw new Conflict('report.unanswered');

		const { words } = (await getEdition(tx, id)).document;
		await freezeEdition(tx, ctx, { id, slug }, { words, changes });
		await tx.update(consultations).set({ completedAt: ctx.now }).where(eq(consultations.id, id));
		await record(tx, ctx, 'consultation.completed', { kind: 'consultation', id });
	});
}
