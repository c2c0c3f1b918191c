import { readWorkbook, type ChooseSheet } from './read-workbook.ts';
import { MOST_BYTES } from '../input.ts';
import { kindOf } from '../table/encoding.ts';
import { headerPlace, HEADER_WITHIN } from '../table/header.ts';
import { readCsv, type Row, type Table } from '../table/read-csv.ts';
import type { Sheet } from '../table/sheets.ts';
import { Invalid } from '#kernel/errors.ts';
import type { Reason } from '#i18n/reasons.ts';

/** A list that can be read: which columns it has, and on which line they are named. */
export type OpenTable = Table & {
	readonly headers: readonly string[];
	/** Which line of the file has the names of the columns, from 1. */
	readonly headerLine: number;
	/** The sheets of a workbook; none of a list of text. */
	readonly sheets: readonly Sheet[];
	/** Which of them this is, from 1; 0 of a list of text. */
	readonly sheet: number;
};

type How = { readonly header?: number; readonly sheet?: ChooseSheet };

const refuse = (reason: Reason): never => {
	throw new Invalid('input.invalid', { file: reason });
};

/** The bytes of a file from a form. They are in memory only, until the answer is given. */
export async function bytesOf(file: unknown): Promise<Uint8Array> {
	if (file instanceof Uint8Array) return file;
	if (!(file instanceof File) || file.size === 0) return refuse('import.no-file');
	if (file.size > MOST_BYTES) return refuse('import.too-large');
	return new Uint8Array(await file.arrayBuffer());
}

/**
 * Looks at how a file is made and where its columns are named; `header` when somebody said so.
 * What is no list of ours is refused by its first bytes: a file of pupils is not read at all.
 */
export async function openTable(
	bytes: Uint8Array,
	{ header = 0, sheet = () => 0 }: How = {}
): Promise<OpenTable> {
	const kind = kindOf(bytes);
	if (kind === 'xml') refuse('import.xml');
	if (kind === 'old-excel') refuse('import.old-excel');
	const table =
		kind === 'xlsx'
			? await readWorkbook(bytes, sheet)
			: { ...readCsv(bytes), sheets: [], sheet: 0 };
	const first = await firstRows(table);
	const place = header || (first[headerPlace(first)]?.line ?? 1);
	const row = first.find(({ line }) => line === place);
	const headers = (row?.cells ?? []).map((it) => it.replace(/\s+/g, ' ').trim().slice(0, 60));
	if (!row || headers.every((it) => it === ''))
		throw new Invalid('input.invalid', { header: 'import.header-line' });
	if (first.some(({ cells }) => cells.some((cell) => cell.includes('\0'))))
		refuse('import.not-a-list');
	return {
		...table,
		headers,
		headerLine: place,
		rows: { [Symbol.asyncIterator]: () => rowsBelow(table, place) }
	};
}

async function firstRows({ rows }: Table): Promise<Row[]> {
	const first: Row[] = [];
	try {
		for await (const row of rows) {
			first.push(row);
			if (first.length === HEADER_WITHIN) break;
		}
	} catch (error) {
		throw mended(error);
	}
	return first;
}

async function* rowsBelow({ rows }: Table, headerLine: number): AsyncGenerator<Row> {
	try {
		for await (const row of rows) if (row.line > headerLine) yield row;
	} catch (error) {
		throw mended(error);
	}
}

/** A reader that gives up says why with a piece of the file in it: only the rule is passed on. */
function mended(error: unknown): unknown {
	const code = (error as { code?: unknown }).code;
	if (typeof code !== 'string' || !code.startsWith('CSV_')) return error;
	return new Invalid('input.invalid', {
		file: code === 'CSV_QUOTE_NOT_CLOSED' ? 'import.quotes' : 'import.not-a-list'
	});
}
