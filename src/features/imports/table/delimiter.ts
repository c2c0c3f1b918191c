import { parse } from 'csv-parse/sync';
import { OPTIONS } from './options.ts';

export type Delimiter = ';' | ',' | '\t';
const DELIMITERS = [';', ',', '\t'] as const;

/** What Excel writes in front to tell itself how to read the file: `sep=;`. */
const SEP_LINE = /^sep=(.)(?:\r\n|\r|\n|$)/i;
const RECORDS = 50;

export type Format = {
	readonly delimiter: Delimiter;
	/** How long the `sep=` line is, its end included; 0 without one. */
	readonly skip: number;
};

/**
 * What parts the columns. Not the sign that stands there most often, since addresses have commas:
 * the one by which most rows fall into equally many columns, as rows are really read.
 */
export function formatOf(head: string): Format {
	const [line = '', named] = SEP_LINE.exec(head) ?? [];
	const skip = line.length;
	const told = DELIMITERS.find((it) => it === named);
	if (told) return { delimiter: told, skip };
	const [best] = DELIMITERS.map((delimiter) => ({
		delimiter,
		score: score(head, delimiter)
	})).toSorted((a, b) => b.score - a.score);
	return { delimiter: best?.delimiter ?? ';', skip };
}

/** How many rows have as many columns as most have; nothing where everything is one column. */
function score(head: string, delimiter: Delimiter): number {
	const rows = firstRows(head, delimiter).filter((row) => row.some((cell) => cell !== ''));
	const widths = Map.groupBy(rows, (row) => row.length);
	const [width = 0, alike = []] =
		[...widths].toSorted(([a, x], [b, y]) => y.length - x.length || b - a)[0] ?? [];
	return width < 2 ? 0 : alike.length / rows.length + width / 1000;
}

function firstRows(head: string, delimiter: Delimiter): string[][] {
	try {
		return parse(head, { ...OPTIONS, delimiter, to: RECORDS });
	} catch {
		return [];
	}
}
