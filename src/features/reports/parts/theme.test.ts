import { expect, test } from 'vitest';
import { themePart } from './theme.ts';
import type { LinkedSource } from '#features/themes/source.ts';

const SOURCE: LinkedSource = {
	kind: 'contribution',
	id: 'said',
	origin: 'online',
	text: 'Oğlum evde yiyor.',
	html: null,
	language: 'tr',
	translation: null,
	stance: null,
	at: new Date('2027-05-12T10:00:00Z'),
	slug: 'gesprek',
	title: 'Schooltijden',
	displayName: 'Ayşe D.',
	badge: 'parent',
	sourceLabel: null,
	supportCount: 0,
	number: null,
	tableNumber: null,
	nodded: null,
	quoted: true
};

/** What a theme quotes of this piece. */
function quoteOf(piece: Partial<LinkedSource>) {
	const theme = themePart({
		id: 'theme',
		consultationId: 'consultation',
		title: 'Eten',
		summary: '',
		position: 1,
		minority: false,
		counts: { online: 1, paper: 0, evening: 0, phone: 0 },
		stances: { for: 0, against: 0, question: 0, idea: 0 },
		support: 0,
		nodded: 0,
		voices: 1,
		sources: [{ ...SOURCE, ...piece }]
	});
	return theme.quotes[0];
}
const translated = (language: string, text: string) => ({
	translation: { language, text, checked: 'human' as const }
});

test('a quote in another language has its translation into Dutch beside the own words', () => {
	expect(quoteOf(translated('nl', 'Mijn zoon eet thuis.'))).toMatchObject({
		text: 'Oğlum evde yiyor.',
		language: 'tr',
		translation: 'Mijn zoon eet thuis.'
	});
});

test('a translation into another language than Dutch is not taken for Dutch', () => {
	expect(quoteOf(translated('en', 'My son eats at home.'))?.translation).toBeNull();
});

test('a quote in Dutch is its own words, whatever it was translated into', () => {
	const dutch = { text: 'Laat het zo.', language: 'nl' };
	for (const language of ['en', 'nl'])
		expect(quoteOf({ ...dutch, ...translated(language, 'Leave it.') })).toMatchObject({
			text: 'Laat het zo.',
			translation: null
		});
});
