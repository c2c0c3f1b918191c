import type { Catalogue } from '#i18n/catalogue.ts';
import type { PollPart, Quote, ReportDocument, ThemePart } from './document.ts';
import { channelText, percentText, shareText } from '#features/polls/figures.ts';
import { timesHeard } from './figures.ts';
import { holdsGone, stubText } from './gone.ts';
import { warningText } from './warning-words.ts';

/** Characters that Markdown would read as markup in the middle of somebody's words. */
const plain = (words: string) =>
	words.replace(/[\\`*_[\]<>#|]/g, (sign) => `\\${sign}`).replace(/\s*\n\s*/g, ' ');
const list = (items: readonly string[]) => items.map((item) => `- ${plain(item)}`).join('\n');
const table = (head: readonly string[], rows: readonly (readonly string[])[]) =>
	[head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

/** The report as Markdown: the same chapters, figures and words as the page. */
export function reportMarkdown(document: ReportDocument, text: Catalogue): string {
	const { reports: words, format, common } = text;
	const { cover, rules, moderation } = document;
	const blocks = [
		`# ${plain(cover.title)}`,
		`${words.kind}. ${plain(cover.place)}.`,
		plain(cover.question),
		list([
			`${words.held}: ${words.period(format.date(new Date(cover.opensAt)), format.date(new Date(cover.closesAt)))}`,
			`${words.decision}: ${format.date(cover.decisionDay)}`,
			...(cover.owner ? [`${words.owner}: ${cover.owner}`] : [])
		]),
		`## ${words.short}`,
		plain(document.words.outcome),
		plain(document.words.next),
		`## ${words.who}`,
		`${shareText(document.participation, text)} ${common.unit[rules.unit]}.`,
		`## ${words.results}`,
		...document.polls.flatMap((poll) => pollBlocks(poll, text)),
		`## ${words.themes}`,
		...document.themes.flatMap((theme) => themeBlocks(theme, text)),
		`### ${words.minority}`,
		plain(document.words.minority),
		`### ${words.meaning}`,
		plain(document.words.meaning),
		...(document.warnings.length > 0
			? [`### ${words.warningsTitle}`, list(document.warnings.map((it) => warningText(it, text)))]
			: []),
		...eveningBlocks(document, text),
		`## ${words.position}`,
		plain(document.words.position),
		`## ${words.answers}`,
		words.answerPromised(format.day(cover.answerDay)),
		...(document.answers.length > 0
			? [
					table(
						[words.asked, words.outcome, words.reason, words.when],
						document.answers.map((answer) => [
							plain(answer.theme),
							common.outcome[answer.outcome],
							plain(answer.reason),
							plain(
								[answer.by, answer.dueOn ? format.date(answer.dueOn) : answer.dueWords]
									.filter(Boolean)
									.join(', ')
							)
						])
					)
				]
			: []),
		`## ${words.account}`,
		list([
			`${words.method.weight}: ${rules.weight}`,
			`${words.method.agreed}: ${words.method.agreedBy(rules.agreedBy.join(words.and), format.date(rules.agreedOn))}`,
			`${words.method.fingerprint}: ${rules.fingerprint}`,
			`${words.method.moderation}: ${words.method.moderationLine(moderation.hidden, moderation.contributions)}`,
			...(document.polls.some(({ breakdown }) => breakdown) ? [words.method.smallGroups] : []),
			words.method.privacyLine,
			words.method.limitsLine,
			...(holdsGone(document) ? [words.gone.since] : [])
		])
	];
	return `${blocks.join('\n\n')}\n`;
}

function pollBlocks(poll: PollPart, text: Catalogue): string[] {
	const { reports: words, format, common } = text;
	const { tally, verdict, breakdown } = poll;
	const label = (id: string) =>
		plain(poll.options.find((it) => it.id === id)?.label ?? words.term.blank);
	const head = [
		`### ${plain(poll.question)}`,
		`${words.responseTitle}: ${shareText(poll.response, text)}.`
	];
	if (!tally) return [...head, words.tooFew];
	const whole = tally.ballots;
	const rows = tally.options.map(({ id, count }) => [
		label(id),
		format.number(count),
		common.percent(percentText({ part: count, whole }, text))
	]);
	const split = breakdown && [
		`${words.byChannel}. ${words.hiddenNote}`,
		table(
			[
				words.option,
				...breakdown.columns.map(
					({ ids, people }) => `${channelText(ids, text)} (${format.number(people)})`
				),
				words.together
			],
			breakdown.rows.map(({ ids, cells, total }) => [
				ids.length > 1 ? `${words.others} (${ids.map(label).join(', ')})` : label(ids[0] ?? ''),
				...cells.map((cell) => (cell === null ? words.hiddenCell : format.number(cell))),
				format.number(total)
			])
		)
	];
	return [
		...head,
		table([words.option, 'n', '%'], rows),
		tally.ticks === undefined ? words.ofBallots : words.severalNote,
		...(verdict
			? [verdict.met === null ? words.ruleNone : verdict.met ? words.ruleMet : words.ruleMissed]
			: []),
		...(split ?? [])
	];
}

function themeBlocks(theme: ThemePart, text: Catalogue): string[] {
	const quotes = theme.quotes.map((quote) => quoteBlock(quote, text));
	const heard = timesHeard(theme, text).map(({ word }) => word);
	return [`### ${plain(theme.title)}`, heard.join(', '), plain(theme.summary), ...quotes];
}

/** The own words, with a translation below them that is marked as one. */
function quoteBlock({ text: said, translation, by, gone }: Quote, text: Catalogue): string {
	const lines = gone
		? [plain(stubText(gone, text))]
		: [
				plain(said),
				...(translation ? [`${plain(translation)} (${text.reports.translated})`] : []),
				`— ${plain(by)}`
			];
	return lines.map((line) => `> ${line}`).join('\n>\n');
}

function eveningBlocks({ evenings }: ReportDocument, text: Catalogue): string[] {
	const { reports: words, format } = text;
	if (evenings.length === 0) return [];
	return [
		`## ${words.evenings}`,
		...evenings.flatMap((evening) => [
			`### ${plain(evening.title)}`,
			`${format.date(new Date(evening.startsAt))}. ${words.eveningFacts(
				evening.attendance === null ? words.attendanceUnknown : format.number(evening.attendance),
				evening.tables,
				evening.notes
			)}`,
			...evening.hands.flatMap(({ question, answers }) => [
				`${plain(question)} (${words.indicative})`,
				list(answers.map(({ label, count }) => `${label}: ${format.number(count)}`))
			])
		])
	];
}
