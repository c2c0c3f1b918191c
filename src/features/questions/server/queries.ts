import { and, desc, eq } from 'drizzle-orm';
import { readingOf, type Reading } from '../reading.ts';
import { questions } from './schema.ts';
import { consultations } from '#features/consultations/server/schema.ts';
import { scopes } from '#features/scopes/server/schema.ts';
import type { Reader } from '#kernel/server/db.ts';

/** A question as its asker sees it; who answered is the school, not a person. */
export type OwnQuestion = {
	readonly id: string;
	readonly body: string;
	readonly askedAt: Date;
	readonly reading: Reading;
	readonly answer: string | null;
	readonly answeredAt: Date | null;
	readonly about: { readonly title: string; readonly href: string; readonly place: string };
};

/** What somebody asked, the newest first: of one consultation, or of all. */
export async function listOwnQuestions(
	db: Reader,
	{ askerId, consultationId }: { readonly askerId: string; readonly consultationId?: string },
	now: Date
): Promise<OwnQuestion[]> {
	const rows = await db
		.select({
			...{ id: questions.id, body: questions.body, askedAt: questions.askedAt },
			...{ readsAt: questions.readsAt, answer: questions.answer },
			...{ answeredAt: questions.answeredAt, title: consultations.title },
			...{ slug: consultations.slug, scope: scopes.slug, place: scopes.name }
		})
		.from(questions)
		.innerJoin(consultations, eq(consultations.id, questions.consultationId))
		.innerJoin(scopes, eq(scopes.id, consultations.scopeId))
		.where(
			and(
				eq(questions.askerId, askerId),
				consultationId ? eq(questions.consultationId, consultationId) : undefined
			)
		)
		.orderBy(desc(questions.askedAt), desc(questions.id));
	return rows.map(({ readsAt, title, slug, scope, place, ...it }) => ({
		...it,
		reading: readingOf(readsAt, now),
		about: { title, href: `/${scope}/consultations/${slug}`, place }
	}));
}
