import { eveningStageOf } from '../rules.ts';
import { getEvening, handCountsOf, type Note, notesOf } from './queries.ts';
import { stageOf } from '#features/consultations/rules.ts';
import { getConsultation } from '#features/consultations/server/queries.ts';
import { NotFound } from '#kernel/errors.ts';
import type { Context } from '#kernel/server/context.ts';
import { authorize, can } from '#policy/authorize.ts';

/** What a reader gets of a note. */
export const shownNote = (note: Note) => {
	const { number, tableNumber, body, nodded, stance, language, translation } = note;
	return { number, table: tableNumber, body, nodded, stance, language, translation };
};
export type ShownNote = ReturnType<typeof shownNote>;

/** What the public page of an evening shows: what was announced, and from its beginning what was said. */
export async function showEvening(ctx: Context, consultationSlug: string, eveningSlug: string) {
	const consultation = await getConsultation(ctx.read, ctx.scope, consultationSlug);
	const drafted = stageOf(consultation, ctx.now) === 'draft';
	if (!can(ctx, 'consultation.read', { ...consultation, drafted })) throw new NotFound('not-found');
	authorize(ctx, 'evening.read', consultation);
	const evening = await getEvening(ctx.read, ctx.scope, consultationSlug, eveningSlug);
	const notes = await notesOf(ctx.read, evening.id);
	const hands = await handCountsOf(ctx.read, evening.id);

	const { slug, title, startsAt, endsAt, place, details, attendance } = evening;
	return {
		consultation: { slug: consultation.slug, title: consultation.title },
		evening: { slug, title, startsAt, endsAt, place, details, attendance },
		stage: eveningStageOf(evening, ctx.now),
		tables: evening.tables.map(({ number, host }) => ({
			number,
			host,
			notes: notes.filter((it) => it.tableNumber === number).map(shownNote)
		})),
		notes: notes.length,
		hands: hands.map(({ id, question, answers }) => ({ id, question, answers })),
		may: { record: can(ctx, 'evening.record', consultation) }
	};
}
