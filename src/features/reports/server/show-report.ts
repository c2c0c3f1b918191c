import { isOverdue } from '../due.ts';
import { answersOf, listEditions } from './queries.ts';
import { type ServedEdition, serveEdition } from './serve-edition.ts';
import { getConsultation } from '#features/consultations/server/queries.ts';
import { assertReadable } from '#features/consultations/server/readable.ts';
import { listPanels } from '#features/panels/server/queries.ts';
import type { Context } from '#kernel/server/context.ts';
import { dayOf } from '#kernel/time.ts';
import { authorize, can } from '#policy/authorize.ts';

/** What the page of a report shows: an edition, and the answers as they stand today. */
export async function showReport(ctx: Context, slug: string, number?: number) {
	const consultation = await getConsultation(ctx.read, ctx.scope, slug);
	assertReadable(ctx, consultation);
	authorize(ctx, 'report.read', consultation);
	const served = await serveEdition(ctx.read, consultation.id, number);
	const { document, bytes, ...edition } = served;
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

/** An edition for the exports; the latest when no number is asked for. */
export async function exportReport(
	ctx: Context,
	slug: string,
	number?: number
): Promise<ServedEdition> {
	const consultation = await getConsultation(ctx.read, ctx.scope, slug);
	assertReadable(ctx, consultation);
	authorize(ctx, 'report.read', consultation);
	return serveEdition(ctx.read, consultation.id, number);
}
