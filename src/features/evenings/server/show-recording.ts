import { eveningStageOf, isFixed, isPlannable } from '../rules.ts';
import { getEvening, handCountsOf, notesOf } from './queries.ts';
import { shownNote } from './show-evening.ts';
import { stageOf } from '#features/consultations/rules.ts';
import { getConsultation } from '#features/consultations/server/queries.ts';
import { assertReadable } from '#features/consultations/server/readable.ts';
import type { Context } from '#kernel/server/context.ts';
import { authorize, can } from '#policy/authorize.ts';

/** What the page for entering an evening shows, at one of its tables; at the first without one. */
export async function showRecording(
	ctx: Context,
	consultationSlug: string,
	eveningSlug: string,
	wantedTable: number | null
) {
	const consultation = await getConsultation(ctx.read, ctx.scope, consultationSlug);
	assertReadable(ctx, consultation);
	authorize(ctx, 'evening.record', consultation);
	const evening = await getEvening(ctx.read, ctx.scope, consultationSlug, eveningSlug);
	const notes = await notesOf(ctx.read, evening.id);
	const hands = await handCountsOf(ctx.read, evening.id);

	const { slug, title, startsAt, endsAt, place, details, attendance } = evening;
	const stage = stageOf(consultation, ctx.now);
	const coming = eveningStageOf(evening, ctx.now) === 'coming';
	const stands = isFixed(consultation, ctx.now);
	const table = evening.tables.find(({ number }) => number === wantedTable) ?? evening.tables[0];
	return {
		consultation: { slug: consultation.slug, title: consultation.title },
		evening: { slug, title, startsAt, endsAt, place, details, attendance },
		tables: evening.tables.map(({ number, host }) => ({
			number,
			host,
			notes: notes.filter((it) => it.tableNumber === number).length
		})),
		table: table?.number ?? null,
		/** Of this table, the latest first. */
		notes: notes
			.filter((it) => it.tableNumber === table?.number)
			.map(shownNote)
			.toReversed(),
		hands: hands.map(({ id, question, answers }) => ({ id, question, answers })),
		/** Why nothing can be entered now; null when it can. */
		shut: coming ? ('coming' as const) : stands ? ('stands' as const) : null,
		may: {
			record: !coming && !stands,
			attend: !coming && !stands && stage !== 'counted',
			arrange: !stands,
			change: can(ctx, 'evening.plan', consultation) && coming && isPlannable(consultation, ctx.now)
		}
	};
}
