import { and, eq, isNull } from 'drizzle-orm';
import { askInput } from '../input.ts';
import { questions } from './schema.ts';
import { getConsultation } from '#features/consultations/server/queries.ts';
import { assertReadable } from '#features/consultations/server/readable.ts';
import { readsNext } from '#features/scopes/office-hours.ts';
import { findContact } from '#features/scopes/server/queries.ts';
import { newId } from '#kernel/ids.ts';
import { parse } from '#kernel/parse.ts';
import { requirePerson, type Context } from '#kernel/server/context.ts';
import { record } from '#kernel/server/journal.ts';
import { countChange } from '#kernel/server/throttle.ts';
import { authorize } from '#policy/authorize.ts';

/** Of one person, wherever they ask: enough for who has questions, too few to bury a desk under. */
const PACE = { times: 5, minutes: 'day', reason: 'question.too-many' } as const;

/**
 * Asks the school something about a consultation; returns the id of the question. The same words
 * again, while they wait for an answer, are the same question. The journal says that one was asked,
 * not by whom.
 */
export async function askQuestion(ctx: Context, slug: string, input: unknown): Promise<string> {
	const askerId = requirePerson(ctx);
	return ctx.write(async (tx) => {
		const { scope, now } = ctx;
		const consultation = await getConsultation(tx, scope, slug);
		assertReadable(ctx, consultation);
		authorize(ctx, 'question.ask', consultation);
		const { body } = parse(askInput, input);
		const consultationId = consultation.id;
		const [sent] = await tx
			.select({ id: questions.id })
			.from(questions)
			.where(
				and(
					eq(questions.askerId, askerId),
					eq(questions.consultationId, consultationId),
					eq(questions.body, body),
					isNull(questions.answeredAt)
				)
			);
		if (sent) return sent.id;
		await countChange(tx, ctx, `question/${askerId}`, PACE);

		const id = newId();
		const contact = await findContact(tx, scope);
		const readsAt = contact?.opening ? readsNext(contact.opening, now) : null;
		await tx.insert(questions).values({ id, consultationId, askerId, body, askedAt: now, readsAt });
		const unnamed = { ...ctx, actor: { kind: 'guest' } } as const;
		await record(tx, unnamed, 'question.asked', { kind: 'question', id });
		return id;
	});
}
