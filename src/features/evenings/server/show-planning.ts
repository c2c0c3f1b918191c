import { eveningStageOf, isPlannable } from '../rules.ts';
import { countNotes, listEvenings } from './queries.ts';
import { getConsultation } from '#features/consultations/server/queries.ts';
import type { Context } from '#kernel/server/context.ts';
import { authorize, can } from '#policy/authorize.ts';

/** What the page for planning shows: the evenings of a consultation, and whether one may be added. */
export async function showPlanning(ctx: Context, consultationSlug: string) {
	const consultation = await getConsultation(ctx.read, ctx.scope, consultationSlug);
	authorize(ctx, 'desk.see', consultation);
	const evenings = await listEvenings(ctx.read, consultation.id);
	const notes = await countNotes(
		ctx.read,
		evenings.map(({ id }) => id)
	);
	return {
		consultation: { slug: consultation.slug, title: consultation.title },
		evenings: evenings.map((it) => ({
			slug: it.slug,
			title: it.title,
			startsAt: it.startsAt,
			endsAt: it.endsAt,
			place: it.place,
			attendance: it.attendance,
			tables: it.tables.length,
			notes: notes.get(it.id) ?? 0,
			stage: eveningStageOf(it, ctx.now)
		})),
		may: {
			plan: can(ctx, 'evening.plan', consultation) && isPlannable(consultation, ctx.now),
			record: can(ctx, 'evening.record', consultation)
		}
	};
}
