import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { stringify } from 'csv-stringify/sync';
import { describe, expect, test } from 'vitest';
import { kindOf } from './encoding.ts';
import { headerPlace } from './header.ts';
import { readCsv, type Row } from './read-csv.ts';

const SHARED = '../shared/data/import/';
const folder = [SHARED, '../../shared/data/import/'].find((it) => existsSync(it)) ?? SHARED;
const isThere = existsSync(folder);

async function read(bytes: Uint8Array) {
	const { rows, ...how } = readCsv(bytes);
	const found: Row[] = [];
	for await (const row of rows) found.push(row);
	return { ...how, rows: found, cells: found.map(({ cells }) => cells) };
}

type Expected = {
	encoding: string;
	delimiter: string;
	rows: number;
	columns_mode: number;
	first_row: string[];
	second_row: string[] | null;
	bom: boolean;
	excel_sep_line: boolean;
	header: string[];
	last_rows: string[][];
	objects: Record<string, string>[];
};
const expected = (slug: string) =>
	(JSON.parse(readFileSync(`${folder}${slug}.expected.json`, 'utf8')) as { expected?: Expected })
		.expected ?? (JSON.parse(readFileSync(`${folder}${slug}.expected.json`, 'utf8')) as Expected);
const bytesOf = (file: string) => readFileSync(folder + file);
const NAMES: Readonly<Record<string, string>> = { cp1252: 'windows-1252', 'utf-8-sig': 'utf-8' };

describe.skipIf(!isThere)('the lists that schools send, kept beside this repository', () => {
	test.each([
		['csv-begrotingsanalyse-2011.csv', 'csv-begrotingsanalyse-2011-csv'],
		['csv-simple.ssv', 'csv-simple-ssv'],
		['csv-spanish_chars.csv', 'csv-spanish-chars-csv'],
		['csv-utf8bom.csv', 'csv-utf8bom-csv']
	])('%s is read in its encoding, by its delimiter, with all its rows', async (file, slug) => {
		const want = expected(slug);
		const got = await read(bytesOf(file));
		expect(got.encoding).toBe(NAMES[want.encoding] ?? want.encoding);
		expect(got.bom).toBe(want.encoding === 'utf-8-sig');
		expect(got.delimiter).toBe(want.delimiter);
		expect(got.cells.length).toBe(want.rows);
		expect(got.cells[0]).toEqual(want.first_row);
		const second = want.second_row ?? [];
		expect(got.cells[1]?.slice(0, second.length) ?? []).toEqual(second);
		const widths = Map.groupBy(got.cells, (row) => row.length);
		const [mode] = [...widths].toSorted((a, b) => b[1].length - a[1].length)[0] ?? [];
		expect(mode).toBe(want.columns_mode);
	});

	test.each(['pupils-cp1252-semicolon', 'pupils-utf8bom-semicolon'])(
		'%s has its header, its rows and its last names right',
		async (slug) => {
			const want = expected(slug);
			const got = await read(bytesOf(`${slug}.csv`));
			expect(got.encoding).toBe(NAMES[want.encoding] ?? want.encoding);
			expect([got.bom, got.hasSepLine]).toEqual([want.bom, want.excel_sep_line]);
			expect(got.delimiter).toBe(want.delimiter);
			expect(got.cells[headerPlace(got.rows)]).toEqual(want.header);
			expect(got.cells.length - 1).toBe(want.rows);
			expect(got.cells.slice(-want.last_rows.length)).toEqual(want.last_rows);
		}
	);

	test.each(['empty', 'json', 'quotes_and_newlines', 'utf8'])(
		'the odd list "%s" comes out as its cells',
		async (name) => {
			const [header = [], ...rows] = (await read(bytesOf(`spectrum-${name}.csv`))).cells;
			const objects = rows.map((row) => Object.fromEntries(header.map((it, n) => [it, row[n]])));
			expect(objects).toEqual(expected(`spectrum-${name}`).objects);
		}
	);

	test('files of pupils are known by their first letters and are no lists', () => {
		for (const file of ['edexml-103-school-400', 'edexml-21-voorbeeld', 'edexml-21-invalid-1'])
			expect(kindOf(bytesOf(`${file}.xml`))).toBe('xml');
	});
});

const CELL = fc.oneof(
	fc.constantFrom(
		'',
		'Çelik',
		'Nguyễn Thị Hương',
		'فاطمة',
		"d'Arcy",
		'a;b',
		'a,b',
		'x"y',
		'a\nb',
		'0612'
	),
	fc.string({ unit: 'grapheme', maxLength: 8 }).map((it) => it.replace(/[\r\0]/g, ''))
);
const TABLE = fc.array(fc.array(CELL, { minLength: 3, maxLength: 3 }), {
	minLength: 3,
	maxLength: 12
});
const HEADER = ['Naam', 'Mailadres', 'Groep'];

const utf16 = (text: string, swap: boolean) => {
	const bytes = Buffer.from(`\uFEFF${text}`, 'utf16le');
	return swap ? bytes.swap16() : bytes;
};

test('what a spreadsheet writes is read back, in every encoding and with every delimiter', async () => {
	await fc.assert(
		fc.asyncProperty(
			TABLE,
			fc.constantFrom(';', ',', '\t'),
			fc.constantFrom('utf-8', 'bom', 'utf-16le', 'utf-16be', 'sep'),
			async (table, delimiter, how) => {
				const rows = [HEADER, ...table];
				const text = stringify(rows, { delimiter, quoted: true, record_delimiter: '\r\n' });
				const bytes = {
					'utf-8': () => Buffer.from(text),
					bom: () => Buffer.from(`\uFEFF${text}`),
					'utf-16le': () => utf16(text, false),
					'utf-16be': () => utf16(text, true),
					sep: () => Buffer.from(`\uFEFFsep=${delimiter}\r\n${text}`)
				}[how]();
				const got = await read(bytes);
				expect(got.delimiter).toBe(delimiter);
				expect(got.cells).toEqual(rows);
			}
		),
		{ numRuns: 60 }
	);
});

test('rows are numbered by the line of the file on which they begin', async () => {
	const got = await read(Buffer.from('sep=;\r\na;b\r\n1;"x\r\ny"\r\n\r\n2;z'));
	expect(got.rows.map(({ line, cells }) => [line, cells[0]])).toEqual([
		[2, 'a'],
		[3, '1'],
		[5, ''],
		[6, '2']
	]);
});

test('one letter at the end of a long file decides how it was written', async () => {
	const plain = Buffer.from(`naam;groep\n${'Jan;3\n'.repeat(40_000)}`);
	const windows = Buffer.concat([plain, Buffer.from([0x5a, 0x6f, 0xeb]), Buffer.from(';4\n')]);
	const got = await read(windows);
	expect(got.encoding).toBe('windows-1252');
	expect(got.cells.at(-1)).toEqual(['Zoë', '4']);
	expect((await read(Buffer.concat([plain, Buffer.from('Zoë;4')]))).encoding).toBe('utf-8');
});

test('commas in addresses do not make a list one of commas', async () => {
	const list = 'naam;adres\nJan;Laan 1, Utrecht, NL\nEva;Weg 2, Zeist, NL\nBo;Pad 3, Soest, NL';
	expect((await read(Buffer.from(list))).delimiter).toBe(';');
});
