import { eveningStageOf } from '../rules.ts';
import { getEvening, handCountsOf, type Note, notesOf } from './queries.ts';
import { getConsultation } from '#features/consultations/server/queries.ts';
import { assertReadable } from '#features/consultations/server/readable.ts';
import type { Context } from '#kernel/server/context.ts';
import { authorize, can } from '#policy/authorize.ts';

/** What a reader gets of a note. */
export const shownNote = (note: Note) => {
	const { number, tableNumber, body, nodded, stance, language, translation } = note;
	return { number, table: tableNumber, body, nodded, stance, language, translation };
};
export type ShownNote = ReturnType<typeof shownNote>;

/**
 * What the page of an evening shows: to everybody what was announced and how many came; to the
 * people of the place also who hosts the tables, and what was said as soon as it is written down.
 * Guests read what was said once the report is there, and never who hosts.
 */
export async function showEvening(ctx: Context, consultationSlug: string, eveningSlug: string) {
	const consultation = await getConsultation(ctx.read, ctx.scope, consultationSlug);
	assertReadable(ctx, consultation);
	authorize(ctx, 'evening.read', consultation);
	const evening = await getEvening(ctx.read, ctx.scope, consultationSlug, eveningSlug);
	const { scopeId, reportedAt } = consultation;
	// who may read what parents say to each other
	const belongs = can(ctx, 'panel.read', { scopeId, visibility: 'audience' });
	const withheld = !belongs && reportedAt === null;
	const notes = withheld ? [] : await notesOf(ctx.read, evening.id);
	const hands = withheld ? [] : await handCountsOf(ctx.read, evening.id);

	const { slug, title, startsAt, endsAt, place, details, attendance } = evening;
	return {
		consultation: { slug: consultation.slug, title: consultation.title },
		evening: { slug, title, startsAt, endsAt, place, details, attendance },
		stage: eveningStageOf(evening, ctx.now),
		tables: evening.tables.map(({ number, host }) => ({
			number,
			host: belongs ? host : null,
			notes: notes.filter((it) => it.tableNumber === number).map(shownNote)
		})),
		notes: notes.length,
		hands: hands.map(({ id, question, answers }) => ({ id, question, answers })),
		/** Whether what was said is not yet for this reader. */
		withheld,
		may: { record: can(ctx, 'evening.record', consultation) }
	};
}
