import { plural } from '../plural.ts';

type Unit = 'parent' | 'household';

/** Participation codes and the right to take part, at the desk. */
export const electorate = {
	title: 'Codes en brieven',
	lead: 'Elke ouder krijgt een eigen code. Met die code doet een ouder één keer mee.',
	notYet: 'Codes maken kan na het vastzetten van de raadpleging.',
	over: 'De periode is voorbij. Er komen geen codes meer bij.',
	canTakePart: 'Kunnen meedoen',
	units: (n: number, number: string, unit: Unit) =>
		unit === 'parent'
			? plural('nl', n, { one: `${number} ouder`, other: `${number} ouders` })
			: plural('nl', n, { one: `${number} gezin`, other: `${number} gezinnen` }),
	people: 'Ouders met een recht',
	issued: 'Codes die werken',
	replaced: 'Vervangen codes',
	blocked: 'Geblokkeerde codes',
	without: 'Ouders zonder code',
	make: 'Codes maken',
	makeIntro: 'U maakt codes en brieven voor wie er nog geen heeft.',
	makeOnce: 'U ziet de codes maar één keer. Zorg dat u nu kunt printen.',
	makeNow: 'Maak de brieven',
	forWhom: 'Voor wie?',
	forAll: 'Iedereen',
	unreached: (n: number, number: string) =>
		plural('nl', n, {
			one: 'Alleen ouders die geen mail krijgen (1 ouder)',
			other: `Alleen ouders die geen mail krijgen (${number} ouders)`
		}),
	again: 'Ook wie al een code heeft. Die krijgt een nieuwe; de oude werkt dan niet meer.',
	allServed: 'Iedereen heeft een code.',
	once: 'Deze pagina toont de codes één keer. Print ze nu.',
	onceWhy: 'Wij bewaren de codes niet leesbaar. Kwijt? Dan maakt u een nieuwe.',
	print: 'Print de brieven',
	made: (n: number, number: string) =>
		plural('nl', n, { one: '1 brief is klaar', other: `${number} brieven zijn klaar` }),
	noneMade: 'Er is geen brief gemaakt',
	noneMadeWhy: 'Wie u koos, heeft al een code. Er waren geen nieuwe codes nodig.',
	toCodes: 'Terug naar codes en brieven',
	backToCodes: 'Klaar met printen',
	replace: 'Een code vervangen of blokkeren',
	replaceIntro:
		'Is een brief kwijt? Maak een nieuwe code. De oude werkt dan niet meer. Heeft een ander de brief? Blokkeer de code.',
	search: 'Zoek op naam, gezin of groep',
	nothingFound: 'Niemand gevonden.',
	pages: 'Pagina’s van de lijst',
	firstPage: 'Naar het begin',
	nextPage: 'Volgende',
	nameless: 'Ouder zonder naam',
	household: (key: string) => `gezin ${key}`,
	noCode: 'heeft nog geen code',
	replaceNow: 'Maak een nieuwe code',
	block: 'Blokkeer de code',
	blockMeans:
		'De code werkt dan nergens meer, ook niet op papier. Wie er al mee binnen was, moet eruit. Een stem die al geteld is, blijft staan.',
	blockReason: 'Waarom?',
	blockReasonHint:
		'Bijvoorbeeld: brief verkeerd bezorgd. Alleen de coördinator leest dit. Noem geen namen.',
	blockNow: 'Blokkeer nu',
	blockedOn: (day: string) => `Geblokkeerd op ${day}.`,
	late: 'Later erbij gekomen',
	lateIntro:
		'Is er na de opening een gezin of ouder bij gekomen? Geef die ook het recht om mee te doen. Maak daarna een code.',
	lateWho: 'Wie?',
	lateReason: 'Waarom?',
	lateReasonHint:
		'Bijvoorbeeld: nieuw op school sinds 12 mei. Iedereen leest dit. Noem geen namen.',
	lateNow: 'Geef het recht om mee te doen',
	added: (n: number, number: string) =>
		plural('nl', n, {
			one: `Er kwam ${number} recht om mee te doen bij.`,
			other: `Er kwamen ${number} rechten om mee te doen bij.`
		}),
	lateNone: 'Iedereen van nu kan al meedoen.'
};
