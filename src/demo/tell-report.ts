import type { DemoAnswers, DemoReport, DemoTheme } from './consultation.ts';
import { formOf, scene, sourceOf, type Scene, type Telling } from './telling.ts';
import { answerTheme } from '#features/reports/server/answer-theme.ts';
import { completeConsultation } from '#features/reports/server/complete-consultation.ts';
import { keepPromise } from '#features/reports/server/keep-promise.ts';
import { publishReport } from '#features/reports/server/publish-report.ts';
import { writeReport } from '#features/reports/server/write-report.ts';
import { changeTheme } from '#features/themes/server/change-theme.ts';
import { linkSources } from '#features/themes/server/link-sources.ts';
import { makeTheme } from '#features/themes/server/make-theme.ts';
import { quoteSource } from '#features/themes/server/quote-source.ts';
import type { Context } from '#kernel/server/context.ts';

/** What was said, gathered in themes; the report on it; and what the board does with each theme. */
export function reporting(telling: Telling): Scene[] {
	const { story } = telling;
	const { themed, themes = [], report, answers } = story;
	return [
		...(themed
			? [
					scene(telling, themed, story.moderator, async (ctx) => {
						for (const theme of themes) await gather(telling, ctx, theme);
					})
				]
			: []),
		...(report ? publishing(telling, report) : []),
		...(answers ? answering(telling, themes, answers) : [])
	];
}

async function gather(telling: Telling, ctx: Context, theme: DemoTheme): Promise<void> {
	const { slug } = telling.story.plan;
	const { title, summary, minority, sources } = theme;
	const { id } = await makeTheme(ctx, slug, { title, summary });
	telling.themes.set(title, id);
	if (minority) await changeTheme(ctx, slug, id, { title, summary, minority });

	const named = sources.map((key) => sourceOf(telling, key.replace('*', '')));
	await linkSources(ctx, slug, id, named);
	for (const [nth, source] of named.entries()) {
		if (sources[nth]?.startsWith('*')) await quoteSource(ctx, slug, id, source, true);
	}
}

function publishing(telling: Telling, report: DemoReport): Scene[] {
	const { story } = telling;
	const { slug } = story.plan;
	const { written, words, published, corrected } = report;
	return [
		scene(telling, written, story.by, (ctx) => writeReport(ctx, slug, formOf(words))),
		...(published
			? [
					scene(telling, published, story.by, (ctx) =>
						publishReport(ctx, slug, formOf({ changes: '' }))
					)
				]
			: []),
		...(corrected
			? [
					scene(telling, corrected.at, story.by, async (ctx) => {
						await writeReport(ctx, slug, formOf(corrected.words));
						await publishReport(ctx, slug, formOf({ changes: corrected.changes }));
					})
				]
			: [])
	];
}

function answering(
	telling: Telling,
	themes: readonly DemoTheme[],
	{ by, completed }: DemoAnswers
): Scene[] {
	const { story, stage } = telling;
	const { slug } = story.plan;
	const idOf = (title: string) => telling.themes.get(title) ?? '';
	return [
		...themes.flatMap(({ title, answer }): Scene[] => {
			if (!answer) return [];
			const { at, kept, dueOn, ...given } = answer;
			const due = dueOn ? { dueOn: stage.calendar.day(dueOn) } : {};
			return [
				scene(telling, at, by, (ctx) =>
					answerTheme(ctx, slug, idOf(title), formOf({ ...given, ...due }))
				),
				...(kept ? [scene(telling, kept, by, (ctx) => keepPromise(ctx, slug, idOf(title)))] : [])
			];
		}),
		...(completed
			? [
					scene(telling, completed.at, story.by, (ctx) =>
						completeConsultation(ctx, slug, completed.changes)
					)
				]
			: [])
	];
}
