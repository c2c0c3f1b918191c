import { expect, test } from 'vitest';
import type { ReportDocument } from './document.ts';
import { runningHeads } from './running-heads.ts';
import { loadCatalogue } from '#i18n/catalogue.ts';

const nl = await loadCatalogue('nl');
const HASH = 'c0ffee'.repeat(10) + 'abcd';
const headsOf = (title: string, place = 'De Vuurvogel', text = nl) =>
	runningHeads(
		{ document: { cover: { title, place } } as ReportDocument, number: 2, hash: HASH },
		text
	);

test('a printed page says of which report and school it is, which edition, and its number', () => {
	const heads = headsOf('Welke schooltijden?');
	expect(heads).toContain(
		'@top-left { content: "Verslag: Welke schooltijden?"; padding-left: 36mm; }'
	);
	expect(heads).toContain('@top-right { content: "De Vuurvogel";');
	expect(heads).toContain(
		'@bottom-left { content: "Uitgave 2 · c0ffeec0ffee"; padding-left: 36mm; }'
	);
	expect(heads).toContain('@bottom-right { content: counter(page) " van " counter(pages);');
});

test('from right to left the heads change sides', () => {
	const heads = headsOf('Tijden', 'De Vuurvogel', { ...nl, locale: 'ar' } as never);
	expect(heads).toContain('@top-right { content: "Verslag: Tijden"; padding-right: 36mm; }');
});

test('a title cannot end the words it stands in, nor the rule around it', () => {
	const heads = headsOf('"; } body { display: none } \\', 'a\nb');
	expect(heads).toContain('"Verslag: \\22 ; } body { display: none } \\5c "');
	expect(heads).toContain('"a\\a b"');
	expect(heads.replaceAll(/"[^"\n]*"/g, '""')).not.toContain('body');
});
