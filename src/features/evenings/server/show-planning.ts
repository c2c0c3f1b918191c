import { eveningStageOf, isFixed, isPlannable } from '../rules.ts';
import { countNotes, listEvenings, writtenDownIn } from './queries.ts';
import { getConsultation } from '#features/consultations/server/queries.ts';
import { assertReadable } from '#features/consultations/server/readable.ts';
import type { Context } from '#kernel/server/context.ts';
import { authorize, can } from '#policy/authorize.ts';

/** What the page for planning shows: the evenings of a consultation, which may go, and if one may be added. */
export async function showPlanning(ctx: Context, consultationSlug: string) {
	const consultation = await getConsultation(ctx.read, ctx.scope, consultationSlug);
	assertReadable(ctx, consultation);
	authorize(ctx, 'desk.see', consultation);
	const evenings = await listEvenings(ctx.read, consultation.id);
	const notes = await countNotes(
		ctx.read,
		evenings.map(({ id }) => id)
	);
	const written = await writtenDownIn(ctx.read, evenings);
	const plan = can(ctx, 'evening.plan', consultation);
	const remove = plan && !isFixed(consultation, ctx.now);
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
			stage: eveningStageOf(it, ctx.now),
			may: { remove: remove && !written.has(it.id) }
		})),
		may: {
			plan: plan && isPlannable(consultation, ctx.now),
			record: can(ctx, 'evening.record', consultation)
		}
	};
}
