import { plural } from '../plural.ts';

const families = (n: number, number: string) =>
	plural('nl', n, { one: `${number} gezin`, other: `${number} gezinnen` });
const parents = (n: number, number: string) =>
	plural('nl', n, { one: `${number} ouder`, other: `${number} ouders` });

/** The page of the people at the desk. */
export const people = {
	title: 'Mensen',
	lead: (name: string) => `Wie werkt er bij ${name}, en welke gezinnen horen erbij?`,
	staff: 'Wie werkt hier?',
	noStaff: 'Er werkt hier nog niemand. Wie hierboven een rol heeft, heeft die hier ook.',
	name: 'Naam',
	email: 'Mailadres',
	role: 'Rol',
	roleDoes: {
		coordinator: 'richt in, nodigt uit en maakt codes',
		council: 'maakt raadplegingen, telt en maakt het verslag',
		moderator: 'leest mee, verbergt, voert in en maakt thema’s',
		decider: 'geeft antwoord op het verslag',
		staff: 'doet mee als medewerker'
	},
	you: 'dit bent u',
	newCode: 'Maak een inlogcode',
	forWhom: (name: string) => ` voor ${name}`,
	removeRole: (role: string) => `Haal rol ‘${role}’ weg`,
	fromWhom: (name: string) => ` bij ${name}`,
	removeSure: 'Deze persoon wordt overal uitgelogd. Rol weghalen?',
	invite: 'Iemand uitnodigen',
	inviteIntro: 'U krijgt een link om door te geven. Die werkt één keer, 14 dagen lang.',
	inviteByMail:
		'Met een mailadres sturen we de uitnodiging. Zonder krijgt u een link om door te geven.',
	bounces: 'mail hierheen komt terug',
	mailedTitle: 'De uitnodiging is onderweg',
	mailedText: [
		'In de mail staat een link. Die werkt één keer, 14 dagen lang.',
		'Komt de mail niet aan? Maak dan een inlogcode voor deze persoon.'
	],
	emailHint: 'Dit hoeft niet. Zo herkennen we iemand die al een rol heeft.',
	inviteNow: 'Maak een uitnodiging',
	invitedTitle: 'De uitnodiging is klaar',
	invitedText: 'Geef deze link door. U ziet hem maar één keer.',
	invitedEnded: 'Wat deze persoon had om in te loggen, werkt niet meer.',
	copy: 'Kopieer de link',
	copied: 'De link is gekopieerd',
	roleGiven: 'De rol is gegeven',
	roleGivenText: 'Deze persoon werkt ook op een andere plek en logt in zoals altijd.',
	roleGivenEnded: [
		'Deze persoon werkt ook op een andere plek. Daar kunnen anderen de oude inlogcode kennen.',
		'Daarom werkt die code nergens meer, en is deze persoon overal uitgelogd.',
		'Een coördinator boven beide plekken maakt een nieuwe code, op de pagina Mensen van één van de twee.',
		'Voor een coördinator kan het ook op de server, met npm run sign-in-code.'
	],
	codeTitle: (name: string) => `De inlogcode van ${name}`,
	codeText: 'U ziet de code maar één keer. Hij werkt 90 dagen. Een oudere code werkt niet meer.',
	search: 'Iemand zoeken',
	searchLead: (name: string) => `Iedereen die bij ${name} hoort of hoorde.`,
	sought: 'Naam of sleutel van het gezin',
	soughtHint: 'Hoofdletters en accenten maken niet uit.',
	found: 'Gevonden',
	nobodyFound: 'Niemand gevonden.',
	pages: 'Bladeren',
	firstPage: 'Eerste bladzijde',
	nextPage: 'Volgende bladzijde',
	household: (key: string) => `Gezin: ${key}`,
	standing: { left: 'vertrokken', blocked: 'geblokkeerd', 'no-access': 'geen toegang' },
	decisions: 'Wat is er besloten?',
	decisionsIntro: 'Alleen wie hier coördinator is, leest dit.',
	noDecisions: 'Er is niets besloten. Deze persoon heeft gewoon toegang.',
	decided: {
		blocked: 'Geblokkeerd',
		'no-access': 'Geen toegang',
		lifted: 'Weer toegelaten'
	},
	decide: 'Toegang veranderen',
	decideIntro: 'Het geldt meteen, hier en op alle plekken hieronder.',
	whatNow: 'Wat wilt u doen?',
	decision: {
		blocked: 'Blokkeer deze persoon',
		'no-access': 'Geef deze ouder geen toegang',
		lifted: 'Laat deze persoon weer toe'
	},
	decisionMeans: {
		blocked: 'Voor wie de huisregels blijft overtreden. Elke rol hier stopt.',
		'no-access': 'Voor een ouder zonder gezag, of na een besluit van de rechter.',
		lifted: 'De rollen van eerder gelden weer.'
	},
	reason: 'Reden',
	reasonHint: 'Noem geen kinderen. Verwijs naar het besluit of het gesprek.',
	decideNow: 'Leg dit vast',
	nameless: 'iemand zonder naam',
	families: 'Gezinnen',
	count: (families: string, parents: string) => `Er zijn nu ${families} en ${parents}.`,
	familiesOf: families,
	parentsOf: parents,
	familiesIntro: 'Plak een lijst. Per regel één ouder, met een puntkomma ertussen:',
	columns: 'sleutel;naam;mailadres;groep',
	example: 'M-014;Jeroen Bakker;jeroen@example.org;Groep 6',
	rules: [
		'Alleen de sleutel moet. De rest mag leeg blijven.',
		'Twee regels met dezelfde sleutel zijn twee ouders van één gezin.',
		'Zet er geen namen van leerlingen in.',
		'Een gezin dat er al is, komt er niet dubbel bij.'
	],
	groups: (names: string) => `De groepen zijn: ${names}.`,
	noGroups: 'Er zijn nog geen groepen. Die maakt u bij Plekken.',
	list: 'Lijst met ouders',
	number: 'Of: hoeveel gezinnen?',
	numberHint: 'Dan maken we gezinnen zonder naam: gezin 001, gezin 002 …',
	check: 'Kijk de lijst na',
	add: 'Voeg de gezinnen toe',
	checkedTitle: 'Nagekeken. Er is nog niets toegevoegd.',
	listed: (families: string, parents: string) => `In de lijst staan ${families} en ${parents}.`,
	wouldAdd: (families: string, parents: string) => `Nieuw zijn ${families} en ${parents}.`,
	wrongLines: (n: number) =>
		plural('nl', n, { one: '1 regel klopt niet:', other: `${n} regels kloppen niet:` }),
	line: (number: string, what: string) => `Regel ${number}: ${what}`,
	added: (families: string, parents: string) => `Toegevoegd: ${families} en ${parents}.`
};
