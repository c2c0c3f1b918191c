import { and, asc, count, desc, eq, isNotNull, isNull } from 'drizzle-orm';
import { questions } from './schema.ts';
import { consultations } from '#features/consultations/server/schema.ts';
import { people } from '#features/people/server/schema.ts';
import type { Context, Scope } from '#kernel/server/context.ts';
import type { Reader } from '#kernel/server/db.ts';
import { authorize } from '#policy/authorize.ts';

const ON_A_PAGE = 25;
const ANSWERED = 10;

/**
 * What was asked at this place: those that wait, in the order of arrival, and the last that were
 * answered. Of who asked the name is shown, never how to reach them.
 */
export async function showQuestions(ctx: Context) {
	const { read, scope } = ctx;
	authorize(ctx, 'question.answer', { scopeId: scope.id });
	const here = eq(consultations.scopeId, scope.id);
	const asked = () =>
		read
			.select({
				...{ id: questions.id, body: questions.body, askedAt: questions.askedAt },
				...{ answer: questions.answer, answeredAt: questions.answeredAt },
				...{ asker: people.name, about: consultations.title, slug: consultations.slug }
			})
			.from(questions)
			.innerJoin(consultations, eq(consultations.id, questions.consultationId))
			.innerJoin(people, eq(people.id, questions.askerId));
	const shown = await asked()
		.where(and(here, isNull(questions.answeredAt)))
		.orderBy(asc(questions.askedAt), asc(questions.id))
		.limit(ON_A_PAGE);
	return {
		here: { slug: scope.slug, name: scope.name },
		waiting: shown,
		more: Math.max(0, (await countWaiting(read, scope)) - shown.length),
		answered: await asked()
			.where(and(here, isNotNull(questions.answeredAt)))
			.orderBy(desc(questions.answeredAt), desc(questions.id))
			.limit(ANSWERED)
	};
}

/** How many questions at this place wait for an answer. */
export async function countWaiting(db: Reader, scope: Scope): Promise<number> {
	const [all] = await db
		.select({ n: count() })
		.from(questions)
		.innerJoin(consultations, eq(consultations.id, questions.consultationId))
		.where(and(eq(consultations.scopeId, scope.id), isNull(questions.answeredAt)));
	return all?.n ?? 0;
}
