import { plural } from '../plural.ts';

type Unit = 'parent' | 'household';
const units = (n: number, number: string, unit: Unit) =>
	unit === 'parent'
		? plural('nl', n, { one: `${number} ouder`, other: `${number} ouders` })
		: plural('nl', n, { one: `${number} gezin`, other: `${number} gezinnen` });

/** The desk of those who make a consultation, from draft to opening and after. */
export const planning = {
	newTitle: 'Een raadpleging maken',
	newLead: 'U kunt dit later nog aanpassen, tot u de raadpleging opent.',
	newPart: 'Beschrijf de raadpleging',
	make: 'Bewaar als concept',
	title: (title: string) => `Voorbereiding: ${title}`,
	toPage: 'Bekijk de pagina voor ouders',
	stage: 'Stand',
	missing: 'Dit mist nog',
	missingIntro: 'Pas als deze lijst leeg is, kan de raadpleging open.',
	complete: 'Alles is er. U kunt de raadpleging openen.',
	soon: 'Let op: het besluit is binnen twee weken na de sluiting. Is er genoeg tijd om de uitslag te wegen?',
	revise: 'Vraag, verwachtingen en spelregels',
	reviseIntro: 'Verandert u de spelregels? Dan moeten twee mensen ze opnieuw afspreken.',
	reviseNow: 'Pas het concept aan',
	save: 'Bewaar het concept',
	panels: 'Gesprekken',
	noPanels: 'Er is nog geen gesprek.',
	addPanel: 'Maak een gesprek',
	panelTitle: 'Titel van het gesprek',
	panelLead: 'Wat wilt u hier horen?',
	panelSlug: 'Naam in het webadres',
	panelSlugHint: 'Leeg? Dan maken wij hem van de titel.',
	visibility: 'Wie mag meelezen?',
	audience: 'Mensen van deze school',
	public: 'Iedereen',
	polls: 'Peilingen',
	noPolls: 'Er is nog geen peiling.',
	addPoll: 'Maak een peiling',
	pollQuestion: 'De vraag',
	pollExplanation: 'Uitleg bij de vraag',
	pollMethod: 'Hoe kiest een ouder?',
	method: { 'single-choice': 'Eén antwoord', 'several-choices': 'Meer antwoorden' },
	pollOptions: 'De antwoorden',
	pollOptionsHint:
		'Eén per regel. Uitleg zet u achter een streep: Zo blijven | 8.30 tot 15.15 uur. Begint een regel met een - ? Dan telt hij niet als voorkeur.',
	minimum: 'Minstens hoeveel?',
	maximum: 'Hoogstens hoeveel?',
	severalHint: 'Alleen bij meer antwoorden.',
	remove: 'Haal deze peiling weg',
	evenings: 'Ouderavonden',
	noEvenings: 'Er is nog geen ouderavond.',
	addEvening: 'Plan een ouderavond',
	agree: 'Spelregels afspreken',
	agreeIntro:
		'Twee mensen spreken de spelregels af: bijvoorbeeld één van de raad en één van de school. Doe dit als alles klaar is.',
	name1: 'Naam van de eerste',
	name2: 'Naam van de tweede',
	agreedDay: 'Wanneer?',
	agreeNow: 'Leg de afspraak vast',
	agreedBy: (names: readonly string[], day: string) =>
		`Afgesproken door ${names.join(' en ')}, op ${day}.`,
	agreedOtherwise: 'De spelregels zijn daarna veranderd. Deze afspraak geldt niet meer.',
	open: 'Openen',
	openIntro: 'Hierna liggen de spelregels en de peilingen vast. Wie mag meedoen, wordt nu bepaald.',
	openUnits: (n: number, number: string, unit: Unit) =>
		plural('nl', n, {
			one: `${units(n, number, unit)} kan meedoen.`,
			other: `${units(n, number, unit)} kunnen meedoen.`
		}),
	openNow: 'Zet vast en open',
	codesLine: (issued: string, total: string) => `${issued} codes gemaakt. ${total} kunnen meedoen.`,
	toCodes: 'Naar de codes',
	extend: 'Later sluiten',
	extendIntro: 'Eerder sluiten kan niet. Ouders lezen de reden.',
	extendDay: 'Nieuwe dag',
	extendTime: 'Tijd',
	reason: 'Waarom?',
	reasonHint: 'Ten minste 20 tekens. Iedereen leest dit.',
	extendNow: 'Sluit later',
	correct: 'Een tikfout verbeteren',
	correctIntro: 'Ouders zien wat er eerst stond, en wat er nu staat.',
	correctField: 'In welke tekst?',
	correctText: 'Zo moet het worden',
	correctTextHint: 'Typ de hele tekst opnieuw. Bij feiten: één per regel.',
	correctReason: 'Wat was er mis?',
	correctNow: 'Verbeter de tekst',
	fields: {
		title: 'De titel',
		introduction: 'De inleiding',
		motive: 'Waarom nu?',
		facts: 'De feiten'
	},
	stop: 'Stilzetten of intrekken',
	suspend: 'Zet stil',
	suspendIntro: 'Niemand kan dan meedoen. De sluiting schuift niet op.',
	resume: 'Laat verdergaan',
	withdraw: 'Trek in',
	withdrawIntro: 'Dit is voorgoed. Er komt geen telling en geen verslag.',
	fingerprint: 'Vingerafdruk van de spelregels'
};
