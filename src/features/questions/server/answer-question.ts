import { and, eq } from 'drizzle-orm';
import { answerInput } from '../input.ts';
import { questions } from './schema.ts';
import { consultations } from '#features/consultations/server/schema.ts';
import { Conflict, NotFound } from '#kernel/errors.ts';
import { parse } from '#kernel/parse.ts';
import { requirePerson, type Context } from '#kernel/server/context.ts';
import { record } from '#kernel/server/journal.ts';
import { authorize } from '#policy/authorize.ts';

/**
 * Answers a question that was asked at this place. It is answered once: of two who answer at the same
 * time the first did. The same answer sent twice is one.
 */
export async function answerQuestion(ctx: Context, input: unknown): Promise<void> {
	const answeredBy = requirePerson(ctx);
	await ctx.write(async (tx) => {
		authorize(ctx, 'question.answer', { scopeId: ctx.scope.id });
		const { question: id, answer } = parse(answerInput, input);
		const [asked] = await tx
			.select({ answer: questions.answer })
			.from(questions)
			.innerJoin(consultations, eq(consultations.id, questions.consultationId))
			.where(and(eq(questions.id, id), eq(consultations.scopeId, ctx.scope.id)));
		if (!asked) throw new NotFound('not-found');
		if (asked.answer === answer) return;
		if (asked.answer !== null) throw new Conflict('question.answered');
		const answered = { answer, answeredAt: ctx.now, answeredBy };
		await tx.update(questions).set(answered).where(eq(questions.id, id));
		await record(tx, ctx, 'question.answered', { kind: 'question', id });
	});
}
