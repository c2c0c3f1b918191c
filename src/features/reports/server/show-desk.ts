import { answersOf, listEditions, wordsOf } from './queries.ts';
import { getConsultation } from '#features/consultations/server/queries.ts';
import { stageOf } from '#features/consultations/rules.ts';
import { listThemes } from '#features/themes/server/queries.ts';
import type { Context } from '#kernel/server/context.ts';
import { dayOf } from '#kernel/time.ts';
import { authorize, can } from '#policy/authorize.ts';

/** What whoever writes the report sees: the words so far, and what is still missing. */
export async function showReportDesk(ctx: Context, slug: string) {
	const consultation = await getConsultation(ctx.read, ctx.scope, slug);
	authorize(ctx, 'report.bundle', consultation);
	const { id, title } = consultation;
	const themes = await listThemes(ctx.read, id);
	return {
		consultation: { slug, title },
		stage: stageOf(consultation, ctx.now),
		words: await wordsOf(ctx.read, id),
		themes: themes.map((theme) => ({ id: theme.id, title: theme.title })),
		editions: await listEditions(ctx.read, id),
		may: { publish: can(ctx, 'report.publish', consultation) }
	};
}

/** What the decision-maker sees: each theme with what parents said, and the answer so far. */
export async function showAnswers(ctx: Context, slug: string) {
	const consultation = await getConsultation(ctx.read, ctx.scope, slug);
	authorize(ctx, 'answer.give', consultation);
	const { id, title, rules } = consultation;
	const answers = await answersOf(ctx.read, id, dayOf(ctx.now));
	const themes = await listThemes(ctx.read, id);
	return {
		consultation: { slug, title },
		stage: stageOf(consultation, ctx.now),
		answerDay: rules.answerDay,
		themes: themes.map((theme) => ({
			id: theme.id,
			title: theme.title,
			summary: theme.summary,
			sources: theme.sources.length,
			answer: answers.find(({ themeId }) => themeId === theme.id) ?? null
		})),
		may: { complete: can(ctx, 'consultation.complete', consultation) }
	};
}
