import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { en } from '#i18n/en/index.ts';
import { nl } from '#i18n/nl/index.ts';
import { aReport } from '#tests/support/report.ts';
import type { Quote, ReportDocument } from './document.ts';
import { withQuotes } from './gone.ts';
import { reportCsv } from './report-csv.ts';
import { reportJson } from './report-json.ts';
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

const quoting = (changed: Partial<Quote>): ReportDocument =>
	withQuotes(aReport, (quote) => ({ ...quote, ...changed }));

test('a quote in another language stands in the Markdown with its translation, marked as one', () => {
	const text = 'Oğlum evde yiyor.';
	const turkish = quoting({ text, language: 'tr', translation: 'Mijn zoon eet thuis.' });
	expect(reportMarkdown(turkish, nl)).toContain(
		'> Oğlum evde yiyor.\n>\n> Mijn zoon eet thuis. (vertaald)\n>\n> — tafel 2'
	);
	expect(reportMarkdown(aReport, nl)).not.toContain('(vertaald)');
});

test('where words are gone the exports say so, each in the language of its reader', () => {
	const document = quoting({
		text: '',
		by: '',
		gone: { kind: 'hidden', rule: 3, words: 'Geen namen.' }
	});
	expect(reportMarkdown(document, nl)).toContain(
		'> Deze woorden zijn verborgen. Huisregel 3: ‘Geen namen.’\n'
	);
	expect(reportMarkdown(document, nl)).toContain(nl.reports.gone.since);
	expect(reportMarkdown(document, en)).toContain(
		'> These words were hidden. House rule 3: ‘Geen namen.’\n'
	);

	const served = { document, hash: 'ef'.repeat(32), bytes: null };
	const json = JSON.parse(reportJson(served, en)) as unknown;
	expect(json).toMatchObject({
		themes: [
			{ quotes: [{ text: 'These words were hidden. House rule 3: ‘Geen namen.’', language: 'en' }] }
		],
		removed: {
			note: `${en.reports.gone.since} ${en.reports.gone.fingerprint}`,
			hash: served.hash,
			quotes: [
				{ kind: 'note', id: 'note1', gone: { kind: 'hidden', rule: 3, words: 'Geen namen.' } }
			]
		}
	});
});

test('an edition of which every word still stands is given as the bytes that were hashed', () => {
	const served = { document: aReport, hash: 'ef'.repeat(32), bytes: '{"as":"frozen"}' };
	expect(reportJson(served, nl)).toBe(served.bytes);
});

test('the Markdown speaks of small groups only where it has a table by channel', () => {
	const { smallGroups } = nl.reports.method;
	expect(reportMarkdown(aReport, nl)).toContain(smallGroups);
	const polls = aReport.polls.map((poll) => ({ ...poll, breakdown: null }));
	expect(reportMarkdown({ ...aReport, polls }, nl)).not.toContain(smallGroups);
});
