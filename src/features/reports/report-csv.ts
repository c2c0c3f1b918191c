import { stringify } from 'csv-stringify/sync';
import type { Catalogue } from '#i18n/catalogue.ts';
import type { PollPart, ReportDocument } from './document.ts';
import { channelText, percentText } from '#features/polls/figures.ts';

type Line = readonly (string | number)[];

/**
 * Every figure of a report as a table: part, question, option, channel, count, whole, percentage,
 * unit. UTF-8 with a byte order mark so that spreadsheets read it, and no cell that one would run
 * as a formula.
 */
export function reportCsv(document: ReportDocument, text: Catalogue): string {
	const { csv } = text.reports;
	const head = [
		csv.part,
		csv.question,
		csv.option,
		csv.channel,
		csv.count,
		csv.whole,
		csv.percent,
		csv.unit
	];
	const unit = text.common.unit[document.rules.unit];
	const { part, whole } = document.participation;
	const lines: Line[] = [
		[
			csv.response,
			document.cover.question,
			'',
			'',
			part,
			whole,
			percentText({ part, whole }, text),
			unit
		],
		...document.polls.flatMap((poll) => linesOfPoll(poll, unit, text)),
		...document.themes.flatMap((theme) =>
			(['online', 'evening', 'paper', 'phone'] as const).flatMap((origin): Line[] => {
				const count = theme.counts[origin] ?? 0;
				return count > 0
					? [[csv.theme, theme.title, '', text.common.origin[origin], count, '', '', '']]
					: [];
			})
		),
		...document.evenings.flatMap((evening) =>
			evening.hands.flatMap(({ question, answers }) =>
				answers.map(({ label, count }): Line => [csv.hands, question, label, '', count, '', '', ''])
			)
		)
	];
	return stringify([head, ...lines], {
		bom: true,
		escape_formulas: true,
		record_delimiter: 'windows'
	});
}

function linesOfPoll(poll: PollPart, unit: string, text: Catalogue): Line[] {
	const { csv, others, hiddenCell, term } = text.reports;
	const { tally, breakdown, question } = poll;
	if (!tally) return [];
	const label = (id: string) => poll.options.find((it) => it.id === id)?.label ?? term.blank;
	const whole = tally.ballots;
	const row = (option: string, count: number): Line => [
		csv.result,
		question,
		option,
		'',
		count,
		whole,
		percentText({ part: count, whole }, text),
		unit
	];
	return [
		...tally.options.map(({ id, count }) => row(label(id), count)),
		row(term.blank, tally.blank),
		...(breakdown?.rows ?? []).flatMap(({ ids, cells }) =>
			cells.map((cell, column): Line => {
				const { ids: channels = [], people = 0 } = breakdown?.columns[column] ?? {};
				const option =
					ids.length > 1 ? `${others}: ${ids.map(label).join(', ')}` : label(ids[0] ?? '');
				return [
					csv.breakdown,
					question,
					option,
					channelText(channels, text),
					cell ?? hiddenCell,
					people,
					cell === null ? '' : percentText({ part: cell, whole: people }, text),
					unit
				];
			})
		)
	];
}
