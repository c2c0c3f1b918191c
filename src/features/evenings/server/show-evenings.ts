import { eveningStageOf } from '../rules.ts';
import { countNotes, eveningsOf } from './queries.ts';
import { stageOf } from '#features/consultations/rules.ts';
import { listConsultations } from '#features/consultations/server/queries.ts';
import type { Context } from '#kernel/server/context.ts';
import { can } from '#policy/authorize.ts';

/** The evenings of a place: those to come, the first one first, and those that were, the last first. */
export async function showEvenings(ctx: Context) {
	const all = await listConsultations(ctx.read, ctx.scope);
	const readable = all.filter((it) => {
		const stage = stageOf(it, ctx.now);
		const drafted = stage === 'draft';
		return stage !== 'withdrawn' && can(ctx, 'consultation.read', { ...it, drafted });
	});
	const consultations = new Map(readable.map((it) => [it.id, it]));
	const evenings = await eveningsOf(ctx.read, [...consultations.keys()]);
	const notes = await countNotes(
		ctx.read,
		evenings.map(({ id }) => id)
	);

	const shown = evenings.flatMap((it) => {
		const consultation = consultations.get(it.consultationId);
		if (!consultation) return [];
		const { slug, title, startsAt, endsAt, place, details, attendance } = it;
		return {
			evening: { slug, title, startsAt, endsAt, place, details, attendance },
			notes: notes.get(it.id) ?? 0,
			tables: it.tables.length,
			stage: eveningStageOf(it, ctx.now),
			consultation: { slug: consultation.slug, title: consultation.title }
		};
	});
	return {
		coming: shown.filter(({ stage }) => stage !== 'over'),
		over: shown.filter(({ stage }) => stage === 'over').toReversed()
	};
}
