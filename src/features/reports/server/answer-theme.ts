import { and, eq } from 'drizzle-orm';
import { themeAnswer } from '../input.ts';
import { assertAnswerable } from '../rules.ts';
import { answers } from './schema.ts';
import { getConsultation } from '#features/consultations/server/queries.ts';
import { assertReadable } from '#features/consultations/server/readable.ts';
import { themes } from '#features/themes/server/schema.ts';
import { NotFound } from '#kernel/errors.ts';
import { parse } from '#kernel/parse.ts';
import { type Context, requirePerson } from '#kernel/server/context.ts';
import { record } from '#kernel/server/journal.ts';
import { authorize } from '#policy/authorize.ts';

/**
 * Gives the board's answer to one theme of a published report: adopted, partly, not or later, with
 * the reason, who answers and by when. Answering again replaces it, until the consultation is done;
 * what was promised then has still to be kept.
 */
export async function answerTheme(
	ctx: Context,
	slug: string,
	themeId: string,
	form: FormData
): Promise<void> {
	const personId = requirePerson(ctx);
	await ctx.write(async (tx) => {
		const consultation = await getConsultation(tx, ctx.scope, slug);
		assertReadable(ctx, consultation);
		const [theme] = await tx
			.select({ id: themes.id })
			.from(themes)
			.where(and(eq(themes.id, themeId), eq(themes.consultationId, consultation.id)));
		if (!theme) throw new NotFound('not-found');
		authorize(ctx, 'answer.give', consultation);
		assertAnswerable(consultation, ctx.now);
		const answer = {
			...parse(themeAnswer, Object.fromEntries(form)),
			doneOn: null,
			answeredAt: ctx.now,
			personId
		};
		await tx
			.insert(answers)
			.values({ themeId, consultationId: consultation.id, ...answer })
			.onConflictDoUpdate({ target: answers.themeId, set: answer });
		await record(tx, ctx, 'theme.answered', { kind: 'theme', id: themeId });
	});
}
