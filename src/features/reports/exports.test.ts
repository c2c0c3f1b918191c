import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { en } from '#i18n/en/index.ts';
import { nl } from '#i18n/nl/index.ts';
import { aReport } from '#tests/support/report.ts';
import { reportCsv } from './report-csv.ts';
import { reportMarkdown } from './report-markdown.ts';

test('the figures as CSV carry count, whole, percentage and unit, the reader’s way', () => {
	const lines = reportCsv(aReport, nl).split('\r\n');
	expect(lines[0]?.charCodeAt(0)).toBe(0xfeff);
	expect(lines).toContain('respons,Welke schooltijden wilt u?,,,102,148,"68,9",gezinnen');
	expect(lines).toContain(
		'uitslag,Welke schooltijden wilt u?,Vijf gelijke dagen,,58,102,"56,9",gezinnen'
	);
	expect(reportCsv(aReport, en)).toContain('Vijf gelijke dagen,,58,102,56.9,families');
});

test('no cell of the CSV runs as a formula', () => {
	const cells = reportCsv(aReport, nl).split(/[,\r\n]+/);
	expect(cells.filter((cell) => /^"?[=+\-@\t]/.test(cell))).toEqual([]);
	expect(reportCsv(aReport, nl)).toContain("'=Kunt u leven met plan B?");
});

test('the CSV holds no cell by channel under five', () => {
	const { data } = Papa.parse<string[]>(reportCsv(aReport, nl));
	const cells = data.filter(([part]) => part === 'per manier').map((line) => Number(line[4]));
	expect(cells).toEqual([17, 12, 46, 12, 8, 7]);
});

test('the report as Markdown has the same figures, and people’s words are not markup', () => {
	const text = reportMarkdown(aReport, nl);
	expect(text).toContain('102 van 148 (68,9%) gezinnen.');
	expect(text).toContain('| Vijf gelijke dagen | 58 | 56,9% |');
	expect(text).toContain(String.raw`> =10 minuten is te kort, \*wel\* 20`);
	expect(text).toContain('De afgesproken grens is niet gehaald.');
	expect(reportMarkdown(aReport, en)).toContain('The agreed threshold was not met.');
});
