import { isAnswerable, isReportable } from '../rules.ts';
import { answersOf, listEditions, wordsOf } from './queries.ts';
import { type Consultation, getConsultation } from '#features/consultations/server/queries.ts';
import { assertReadable } from '#features/consultations/server/readable.ts';
import { listThemes } from '#features/themes/server/queries.ts';
import type { Context } from '#kernel/server/context.ts';
import { dayOf } from '#kernel/time.ts';
import { authorize, can } from '#policy/authorize.ts';

/** Who the page with the answers is for: those who answer, and those who round it off. */
const closing = (ctx: Context, consultation: Consultation) => ({
	answer: can(ctx, 'answer.give', consultation),
	complete: can(ctx, 'consultation.complete', consultation)
});

/** What whoever writes the report sees: the words so far, and what is still missing. */
export async function showReportDesk(ctx: Context, slug: string) {
	const consultation = await getConsultation(ctx.read, ctx.scope, slug);
	assertReadable(ctx, consultation);
	authorize(ctx, 'report.bundle', consultation);
	const { id, title, reportedAt } = consultation;
	const themes = await listThemes(ctx.read, id);
	const { answer, complete } = closing(ctx, consultation);
	return {
		consultation: { slug, title },
		words: await wordsOf(ctx.read, id),
		themes: themes.map((theme) => ({ id: theme.id, title: theme.title })),
		editions: await listEditions(ctx.read, id),
		may: {
			write: isReportable(consultation, ctx.now),
			publish: can(ctx, 'report.publish', consultation),
			answers: reportedAt !== null && (answer || complete)
		}
	};
}

/**
 * What the decision-maker sees, and whoever rounds the consultation off: each theme with what
 * parents said, and the answer so far. Each of them can do their own part.
 */
export async function showAnswers(ctx: Context, slug: string) {
	const consultation = await getConsultation(ctx.read, ctx.scope, slug);
	assertReadable(ctx, consultation);
	const { answer, complete } = closing(ctx, consultation);
	if (!complete) authorize(ctx, 'answer.give', consultation);
	const { id, title, rules } = consultation;
	const answers = await answersOf(ctx.read, id, dayOf(ctx.now));
	const themes = await listThemes(ctx.read, id);
	const answerable = isAnswerable(consultation, ctx.now);
	return {
		consultation: { slug, title },
		answerDay: rules.answerDay,
		themes: themes.map((theme) => ({
			id: theme.id,
			title: theme.title,
			summary: theme.summary,
			sources: theme.sources.length,
			answer: answers.find(({ themeId }) => themeId === theme.id) ?? null
		})),
		may: {
			answer: answer && answerable,
			/** Also when the consultation is done: a promise is often for later. */
			keep: answer,
			complete: complete && answerable
		}
	};
}
