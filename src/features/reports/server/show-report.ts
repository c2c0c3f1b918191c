import { isOverdue } from '../due.ts';
import { answersOf, getEdition, listEditions } from './queries.ts';
import { getConsultation } from '#features/consultations/server/queries.ts';
import { listPanels } from '#features/panels/server/queries.ts';
import type { Context } from '#kernel/server/context.ts';
import { dayOf } from '#kernel/time.ts';
import { authorize, can } from '#policy/authorize.ts';

/** What the page of a report shows: an edition, and the answers as they stand today. */
export async function showReport(ctx: Context, slug: string, number?: number) {
	const consultation = await getConsultation(ctx.read, ctx.scope, slug);
	authorize(ctx, 'report.read', consultation);
	const { document, text, ...edition } = await getEdition(ctx.read, consultation.id, number);
	const today = dayOf(ctx.now);
	const answers = await answersOf(ctx.read, consultation.id, today);
	const panels = await listPanels(ctx.read, consultation.id);
	return {
		consultation: { slug, title: consultation.title },
		document,
		edition,
		editions: await listEditions(ctx.read, consultation.id),
		answers,
		overdue:
			isOverdue(consultation.rules.answerDay, today) && answers.length < document.themes.length,
		readable: panels
			.filter(({ visibility }) => can(ctx, 'panel.read', { scopeId: ctx.scope.id, visibility }))
			.map((panel) => panel.slug)
	};
}

/** The frozen document of the latest edition, for the exports. */
export async function exportReport(ctx: Context, slug: string) {
	const consultation = await getConsultation(ctx.read, ctx.scope, slug);
	authorize(ctx, 'report.read', consultation);
	return getEdition(ctx.read, consultation.id);
}
