import { and, eq } from 'drizzle-orm';
import { withdrawInput } from '../input.ts';
import { questions } from './schema.ts';
import { consultations } from '#features/consultations/server/schema.ts';
import { scopes } from '#features/scopes/server/schema.ts';
import { Conflict } from '#kernel/errors.ts';
import { parse } from '#kernel/parse.ts';
import { requirePerson, type Context } from '#kernel/server/context.ts';
import { record } from '#kernel/server/journal.ts';

/**
 * Takes back one's own question, also of a school that one has left, until it is answered: nothing
 * stays of it. Of what is not there, or somebody else's, nothing happens.
 */
export async function withdrawQuestion(ctx: Context, input: unknown): Promise<void> {
	const askerId = requirePerson(ctx);
	await ctx.write(async (tx) => {
		const { question: id } = parse(withdrawInput, input);
		const [own] = await tx
			.select({ answeredAt: questions.answeredAt, scope: scopes })
			.from(questions)
			.innerJoin(consultations, eq(consultations.id, questions.consultationId))
			.innerJoin(scopes, eq(scopes.id, consultations.scopeId))
			.where(and(eq(questions.id, id), eq(questions.askerId, askerId)));
		if (!own) return;
		if (own.answeredAt) throw new Conflict('question.answered');
		await tx.delete(questions).where(eq(questions.id, id));
		const unnamed = { now: ctx.now, scope: own.scope, actor: { kind: 'guest' } } as const;
		await record(tx, unnamed, 'question.withdrawn', { kind: 'question', id });
	});
}
