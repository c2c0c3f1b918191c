import { plural } from '../plural.ts';

const pieces = (n: number) => plural('nl', n, { one: `${n} stukje`, other: `${n} stukjes` });

export const themes = {
	title: (consultation: string) => `Thema’s: ${consultation}`,
	progress: (coded: number, all: number) => `${coded} van de ${all} stukjes hebben een thema.`,
	progressOf: (coded: number, all: number) => `${coded} van ${all}`,
	uncoded: (n: number) =>
		plural('nl', n, {
			one: 'Nog 1 stukje zonder thema',
			other: `Nog ${n} stukjes zonder thema`
		}),
	allCoded: 'Alle stukjes hebben een thema',
	shut: 'Thema’s maken kan van de opening tot het verslag is vastgesteld.',
	tasks: 'Taken bij deze raadpleging',
	toPlan: 'Opzet',
	toEvenings: 'Ouderavonden',
	toThemes: 'Thema’s',
	toReport: 'Verslag',
	// pieces
	pieces: 'Stukjes',
	found: (n: number) => `${pieces(n)} gevonden`,
	show: 'Toon',
	fromOrigin: 'Waar vandaan',
	anyOrigin: 'Alles',
	ofTheme: 'Bij welk thema',
	everyTheme: 'Zonder thema eerst',
	noTheme: 'Alleen zonder thema',
	nothingFound: 'Hier staat niets.',
	nothingFoundHint: 'Kies iets anders, of wacht op nieuwe reacties.',
	place: (title: string, day: string) => `gesprek ${title} · ${day}`,
	note: (number: number, table: number) => `briefje ${number} · tafel ${table}`,
	nodded: (n: number) => plural('nl', n, { one: '1 ouder knikte', other: `${n} ouders knikten` }),
	supported: (n: number) =>
		plural('nl', n, { one: '1 ouder vindt dit ook', other: `${n} ouders vinden dit ook` }),
	inDutch: 'In het Nederlands:',
	byMachine: 'Vertaald door een computer:',
	withoutTheme: 'nog geen thema',
	unlink: (theme: string) => `Haal ‘${theme}’ weg bij dit stukje`,
	quote: 'Citeer in het verslag',
	quoted: 'Staat als citaat in het verslag',
	unquote: 'Citeer niet',
	pages: 'Bladzijden',
	previous: 'Vorige',
	next: 'Volgende',
	pageOf: (page: number, pages: number) => `bladzijde ${page} van ${pages}`,
	toThemesBelow: 'Ga naar de thema’s',
	// themes
	themes: 'Thema’s',
	themesHint: 'Kies één of meer stukjes. Zet ze dan bij een thema.',
	none: 'Er is nog geen thema.',
	assign: 'Zet bij dit thema',
	support: (n: number) =>
		plural('nl', n, { one: 'gesteund door 1 ouder', other: `gesteund door ${n} ouders` }),
	minority: 'mening van weinig ouders',
	look: (n: number) => `Bekijk ${pieces(n)}`,
	change: 'Verander dit thema',
	changeThis: 'Bewaar dit thema',
	remove: 'Haal dit thema weg',
	removeMeans: 'Dit kan zolang er geen stukjes bij horen.',
	make: 'Nieuw thema',
	makeThis: 'Maak dit thema',
	fieldTitle: 'Hoe heet het thema?',
	fieldSummary: 'Wat zeiden ouders?',
	summaryHint: 'Een paar zinnen in uw eigen woorden. Noem geen namen.',
	fieldMinority: 'Weinig ouders vinden dit. Toon het toch in het verslag.',
	fieldPosition: 'Plaats bij gelijke steun',
	balance: 'Let op het evenwicht',
	oneSided: (theme: string, origin: string) => `‘${theme}’ komt bijna alleen van: ${origin}.`,
	balanceHint: 'Noem dat in het verslag.'
};
