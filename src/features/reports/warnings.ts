import { CHANNELS } from '#features/consultations/ground-rules.ts';
import type { PollPart, ReportDocument, ThemePart, Warning } from './document.ts';

/** Under this many answers a reader is told that the number is small. */
const SMALL = 30;
const ONE_SIDED_FROM = 5;

/** The most chosen options of a column of a breakdown; null where the cells do not tell. */
function leadersOf(poll: PollPart, column: number): string[] | null {
	const running = new Set(poll.tally?.order.flatMap(({ options }) => options));
	const rows = (poll.breakdown?.rows ?? [])
		.filter(({ ids }) => ids.length === 1 && running.has(ids[0] ?? ''))
		.map(({ ids, cells }) => ({ id: ids[0] ?? '', count: cells[column] ?? null }));
	if (rows.length === 0 || rows.some(({ count }) => count === null)) return null;
	const most = Math.max(...rows.map(({ count }) => count ?? 0));
	return rows.filter(({ count }) => count === most).map(({ id }) => id);
}

function channelsDiffer(poll: PollPart): Warning[] {
	const [main, ...others] = poll.breakdown?.columns ?? [];
	const first = leadersOf(poll, 0);
	if (!main || !first) return [];
	const labels = (ids: readonly string[]) =>
		ids.map((id) => poll.options.find((it) => it.id === id)?.label ?? id);
	return others.flatMap((column, index): Warning[] => {
		const other = leadersOf(poll, index + 1);
		if (!other || other.join() === first.join()) return [];
		return [
			{
				kind: 'channels-differ',
				question: poll.question,
				one: main.ids,
				other: column.ids,
				oneLeads: labels(first),
				otherLeads: labels(other)
			}
		];
	});
}

/** By how many the first place leads the second, when that is at most one in twenty ballots. */
function close(poll: PollPart): Warning[] {
	const { tally } = poll;
	const counts = (tally?.options ?? [])
		.filter((option) => option.shareOfPreference !== null)
		.map((option) => option.count)
		.toSorted((a, b) => b - a);
	const [first = 0, second = 0] = counts;
	if (!tally || counts.length < 2 || first === 0) return [];
	const difference = first - second;
	return difference * 20 <= tally.ballots
		? [{ kind: 'close', question: poll.question, difference }]
		: [];
}

function ofPoll(poll: PollPart): Warning[] {
	const { part, whole } = poll.response;
	return [
		...(part < SMALL ? [{ kind: 'small', n: part } as const] : []),
		...(part * 2 < whole ? [{ kind: 'low-response', part, whole } as const] : []),
		...(poll.tally?.ticks === undefined
			? []
			: [{ kind: 'several', question: poll.question } as const]),
		...channelsDiffer(poll),
		...close(poll)
	];
}

/** A theme that came, for four fifths or more, from one side. */
function oneSided(theme: ThemePart): Warning[] {
	const total = CHANNELS.reduce((sum, origin) => sum + (theme.counts[origin] ?? 0), 0);
	if (total < ONE_SIDED_FROM) return [];
	const main = CHANNELS.find((origin) => (theme.counts[origin] ?? 0) * 5 >= total * 4);
	return main ? [{ kind: 'one-sided', theme: theme.title, origin: main }] : [];
}

/**
 * What has to be said beside the figures so that nobody makes too much of them. The same document
 * always gives the same warnings, and nobody can leave one out.
 */
export function warningsOf(
	document: Pick<ReportDocument, 'polls' | 'themes' | 'rules'>
): readonly Warning[] {
	return [
		...document.polls.flatMap(ofPoll),
		...(document.rules.unit === 'household' ? [{ kind: 'household' } as const] : []),
		...document.themes.flatMap(oneSided)
	];
}
