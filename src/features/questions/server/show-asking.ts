import { readingOf } from '../reading.ts';
import { listOwnQuestions } from './queries.ts';
import { getConsultation } from '#features/consultations/server/queries.ts';
import { assertReadable } from '#features/consultations/server/readable.ts';
import { findPerson } from '#features/people/server/queries.ts';
import { readsNext } from '#features/scopes/office-hours.ts';
import { findContact } from '#features/scopes/server/queries.ts';
import { requirePerson, type Context } from '#kernel/server/context.ts';
import { authorize } from '#policy/authorize.ts';

/** The page to ask on: when a question of now is read, and what this person asked here before. */
export async function showAsking(ctx: Context, slug: string) {
	const { read, scope, now } = ctx;
	const askerId = requirePerson(ctx);
	const consultation = await getConsultation(read, scope, slug);
	assertReadable(ctx, consultation);
	authorize(ctx, 'question.ask', consultation);
	const contact = await findContact(read, scope);
	return {
		here: { slug: scope.slug, name: scope.name },
		consultation: { slug, title: consultation.title },
		reading: readingOf(contact?.opening ? readsNext(contact.opening, now) : null, now),
		/** As whoever answers sees it. */
		name: (await findPerson(read, askerId))?.name ?? null,
		questions: await listOwnQuestions(read, { askerId, consultationId: consultation.id }, now)
	};
}
