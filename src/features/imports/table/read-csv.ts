import { Readable } from 'node:stream';
import { parse } from 'csv-parse';
import { formatOf, type Delimiter } from './delimiter.ts';
import { encodingOf, textOf, type Encoding } from './encoding.ts';
import { OPTIONS } from './options.ts';

/** A row of a list: on which line of the file it begins, from 1, and what is in it. */
export type Row = { readonly line: number; readonly cells: readonly string[] };

export type Table = {
	/** Null for a workbook, which says so itself. */
	readonly encoding: Encoding | null;
	readonly bom: boolean;
	readonly delimiter: Delimiter | null;
	readonly hasSepLine: boolean;
	readonly rows: AsyncIterable<Row>;
};

/** How much of a file is looked at to see how it is made. */
const HEAD = 64_000;

/** Reads a list of text with columns. Rows come one by one; only the bytes are held in memory. */
export function readCsv(bytes: Uint8Array): Table {
	const encoded = encodingOf(bytes);
	const head = [...textOf(bytes.subarray(0, HEAD), encoded)].join('');
	const { delimiter, skip } = formatOf(head);
	return {
		...encoded,
		delimiter,
		hasSepLine: skip > 0,
		rows: { [Symbol.asyncIterator]: () => rowsOf(bytes, encoded, delimiter, skip) }
	};
}

/** How many lines a row takes: one, and one more for every line break inside a cell. */
const linesOf = (cells: readonly string[]) =>
	cells.reduce((sum, cell) => sum + (cell.match(/\r\n|\r|\n/g)?.length ?? 0), 1);

async function* rowsOf(
	bytes: Uint8Array,
	encoded: ReturnType<typeof encodingOf>,
	delimiter: Delimiter,
	skip: number
): AsyncGenerator<Row> {
	const parser = parse({ ...OPTIONS, delimiter });
	const source = Readable.from(after(textOf(bytes, encoded), skip), { objectMode: false });
	source.on('error', (error) => parser.destroy(error)).pipe(parser);
	let line = skip > 0 ? 2 : 1;
	try {
		for await (const cells of parser as AsyncIterable<string[]>) {
			yield { line, cells };
			line += linesOf(cells);
		}
	} finally {
		source.destroy();
		parser.destroy();
	}
}

/** The same text without its first characters. */
function* after(text: Generator<string>, skip: number): Generator<string> {
	let left = skip;
	for (const piece of text) {
		const rest = piece.slice(left);
		left = Math.max(0, left - piece.length);
		if (rest !== '') yield rest;
	}
}
