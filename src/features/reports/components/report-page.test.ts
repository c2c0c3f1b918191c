import { describe, expect, test } from 'vitest';
import ReportAccount from './ReportAccount.svelte';
import ReportCover from './ReportCover.svelte';
import ReportThemes from './ReportThemes.svelte';
import type { Quote, ReportDocument, ThemePart } from '../document.ts';
import { en } from '#i18n/en/index.ts';
import { nl } from '#i18n/nl/index.ts';
import type { Locale } from '#i18n/catalogue.ts';
import { htmlOf, wordsOf } from '#tests/support/html.ts';
import { aReport } from '#tests/support/report.ts';

const [THEME] = aReport.themes as readonly [ThemePart];
const [QUOTE] = THEME.quotes as readonly [Quote];
const BASE = '/school/consultations/tijden';

const themes = (given: readonly Partial<ThemePart>[], locale: Locale = 'nl') =>
	htmlOf(
		ReportThemes,
		{
			document: {
				...aReport,
				themes: given.map((it, n) => ({ ...THEME, id: `theme${String(n)}`, ...it }))
			},
			answers: [],
			base: BASE,
			readable: []
		},
		locale
	);
const quoting = (quote: Partial<Quote>, locale: Locale = 'nl') =>
	themes([{ quotes: [{ ...QUOTE, ...quote }] }], locale);

const account = (document: ReportDocument = aReport, locale: Locale = 'nl') =>
	htmlOf(
		ReportAccount,
		{ document, edition: { number: 2, hash: 'cd'.repeat(32) }, base: BASE },
		locale
	);
const withoutTables = {
	...aReport,
	polls: aReport.polls.map((it) => ({ ...it, breakdown: null }))
};
const goneIn = (document: ReportDocument): ReportDocument => ({
	...document,
	themes: [
		{
			...THEME,
			quotes: [
				{ ...QUOTE, text: '', by: '', gone: { kind: 'hidden', rule: 3, words: 'Geen namen.' } }
			]
		}
	]
});

describe('the themes of a report', () => {
	test('are drawn on one scale: the longest bar is that of the theme heard most', async () => {
		const html = await themes([{ counts: { online: 40 } }, { counts: { online: 10 } }]);
		const widths = [...html.matchAll(/<rect[^>]* width="([^"]*)"/g)].map(([, width]) => width);
		expect(widths).toEqual(['100%', '25%']);
	});

	test('say how often was nodded, for nobody knows how many people that were', async () => {
		expect(wordsOf(await themes([{ nodded: 12 }]))).toContain('12 keer geknikt');
		expect(wordsOf(await themes([{ nodded: 12 }], 'en'))).toContain('nodded 12 times');
		expect(wordsOf(await themes([{ nodded: 1 }], 'en'))).toContain('nodded once');
	});

	test('quote the own words with the translation beside them, marked as one', async () => {
		const html = await quoting({
			text: 'Oğlum evde yiyor.',
			language: 'tr',
			translation: 'Mijn zoon eet thuis.'
		});
		expect(html).toMatch(/<p[^>]* lang="tr"[^>]*><q>Oğlum evde yiyor\.<\/q>/);
		expect(html).toMatch(/<p[^>]* lang="nl"[^>]*><q>Mijn zoon eet thuis\.<\/q>/);
		expect(wordsOf(html)).toContain(nl.reports.translated);
	});

	test('do not call anything translated that is not', async () => {
		expect(wordsOf(await quoting({}))).not.toContain(nl.reports.translated);
	});

	test('say in the place of words that are gone that they were hidden, or withdrawn', async () => {
		const hidden = {
			text: '',
			by: '',
			gone: { kind: 'hidden', rule: 3, words: 'Geen namen.' }
		} as const;
		expect(wordsOf(await quoting(hidden))).toContain(
			'Deze woorden zijn verborgen. Huisregel 3: ‘Geen namen.’'
		);
		const withdrawn = { text: '', by: '', gone: { kind: 'withdrawn' } } as const;
		const html = await quoting(withdrawn);
		expect(wordsOf(html)).toContain('Deze woorden zijn ingetrokken.');
		expect(html).not.toContain('<q>');
		expect(wordsOf(await quoting(withdrawn, 'en'))).toContain('These words were withdrawn.');
	});
});

describe('the account of a report', () => {
	test('says that groups under five are not shown only where a table by channel is', async () => {
		for (const [locale, text] of [
			['nl', nl],
			['en', en]
		] as const) {
			const { smallGroups, privacyLine } = text.reports.method;
			expect(wordsOf(await account(aReport, locale))).toContain(`${smallGroups} ${privacyLine}`);
			const without = wordsOf(await account(withoutTables, locale));
			expect(without).not.toContain(smallGroups);
			expect(without).toContain(privacyLine);
		}
	});

	test('does not call a consultation secret in the heading over a sentence that says otherwise', async () => {
		const named = { ...aReport, rules: { ...aReport.rules, secrecy: 'named' as const } };
		expect(await account(named)).toContain('<dt>Hoe geheim</dt>');
		expect(await account(named)).not.toContain('<dt>Geheim</dt>');
	});

	test('says by which house rules was moderated, in the words that they had then', async () => {
		expect(wordsOf(await account())).toContain('Huisregel 3, ‘Geen namen.’: 1 keer.');
	});

	test('says whose the fingerprint is when words were taken away since', async () => {
		expect(wordsOf(await account())).not.toContain(nl.reports.gone.fingerprint);
		expect(wordsOf(await account(goneIn(aReport)))).toContain(nl.reports.gone.fingerprint);
	});

	test('gives the very edition that is shown to whoever takes it along', async () => {
		const [cover, end] = [
			await htmlOf(ReportCover, {
				document: aReport,
				edition: { number: 1, publishedAt: new Date('2027-06-11T10:00:00Z') },
				base: BASE
			}),
			await account()
		];
		const links = (html: string) => [...html.matchAll(/href="([^"]*\/report\/[^"]*)"/g)];
		expect(links(cover).map(([, href]) => href)).toEqual([
			`${BASE}/report/document.md?edition=1`,
			`${BASE}/report/tally.csv?edition=1`
		]);
		expect(links(end).map(([, href]) => href)).toEqual([
			`${BASE}/report/tally.csv?edition=2`,
			`${BASE}/report/document.md?edition=2`,
			`${BASE}/report/document.json?edition=2`
		]);
	});
});

test('the button that prints is not there for a browser that could do nothing with it', async () => {
	const html = await htmlOf(ReportCover, {
		document: aReport,
		edition: { number: 1, publishedAt: new Date('2027-06-11T10:00:00Z') },
		base: BASE
	});
	expect(html).toMatch(/<button[^>]* data-print[^>]* hidden/);
});
