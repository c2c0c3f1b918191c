import type { DemoConsultation, DemoTheme, Said } from './consultation.ts';

const SAID: readonly Said[] = [
	{
		key: 'priya',
		by: 'Priya Ramdin',
		at: '2027-06-15 12:20',
		stance: 'against',
		body: 'Geen verhoging. Voor ons met drie kinderen is € 15 meer per jaar een tas boodschappen.'
	},
	{
		key: 'femke',
		by: 'Femke Scholten',
		at: '2027-06-16 20:31',
		stance: 'for',
		body: 'Ik wil best meer betalen als de musical terugkomt.'
	},
	{
		key: 'zonnebloem',
		pseudonym: 'Zonnebloem',
		at: '2027-06-17 21:05',
		stance: 'question',
		body: 'Kunt u in de brief het woord ‘verschuldigd’ weghalen? Ik schrok ervan.'
	},
	{
		key: 'ouderraad',
		by: 'Anneke Blom',
		at: '2027-06-18 10:15',
		answers: 'zonnebloem',
		badge: 'council',
		note: 'ouderraad',
		official: true,
		body: 'U heeft gelijk. De brief is aangepast. Dank u.'
	},
	{
		key: 'karim',
		by: 'Karim Haddad',
		at: '2027-06-18 17:48',
		stance: 'question',
		body: 'Waar is de € 1.140 van vorig jaar gebleven? Ik zie in het jaaroverzicht alleen ‘diversen’.'
	},
	{
		key: 'penningmeester',
		by: 'Wouter Prins',
		at: '2027-06-21 20:00',
		answers: 'karim',
		badge: 'council',
		note: 'penningmeester',
		official: true,
		body: '€ 620 voor de bus, € 340 voor Sint, € 180 over. Overzicht staat nu hieronder.'
	},
	{
		key: 'paper',
		at: '2027-06-22 11:30',
		entered: { origin: 'paper', source: 'formulier 6' },
		body: 'Graag kunnen betalen in twee keer.'
	},
	{
		key: 'olena',
		by: 'Olena Koval',
		at: '2027-06-24 19:12',
		stance: 'idea',
		language: 'uk',
		translation: 'Mag ik ook helpen in plaats van betalen? Ik kan goed bakken.',
		body: 'Чи можна допомогти замість грошей? Я добре печу.'
	}
];

const THEMES: readonly DemoTheme[] = [
	{
		title: 'Hoogte van de bijdrage',
		summary:
			'Voor gezinnen met meer kinderen telt elke verhoging. Anderen willen meer betalen als er iets terugkomt.',
		sources: ['*priya', '*femke']
	},
	{
		title: 'De brief',
		summary: 'De brief klonk alsof betalen moet. De bijdrage is vrijwillig.',
		sources: ['*zonnebloem']
	},
	{
		title: 'Waar het geld blijft',
		summary: 'Ouders willen zien waaraan de bijdrage is uitgegeven.',
		sources: ['*karim']
	},
	{
		title: 'Anders betalen of helpen',
		summary: 'Ouders vragen om betalen in twee keer, of om te mogen helpen.',
		sources: ['*paper', '*olena']
	}
];

/** "Ouderbijdrage" at De Merelmolen: counted, and the report is being written. */
export const PARENTAL_CONTRIBUTION: DemoConsultation = {
	place: 'merelmolen',
	body: 'MR De Merelmolen',
	by: 'Marloes de Wit',
	second: 'Samira El Idrissi',
	moderator: 'Samira El Idrissi',
	drafted: '2027-05-24 20:00',
	agreed: { at: '2027-06-07 20:00', by: ['Marloes de Wit', 'Peter Kuipers'] },
	opened: '2027-06-11 15:30',
	plan: {
		title: 'Ouderbijdrage: hoeveel en waarvoor?',
		slug: 'ouderbijdrage',
		question: 'Welk bedrag per kind per jaar vindt u goed?',
		introduction:
			'De bijdrage is vrijwillig. Betaalt u niet? Uw kind doet altijd met alles mee. Wij vragen hier niet of u betaalt.',
		motive:
			'De bus voor de schoolreis wordt duurder. De ouderraad maakt nu de begroting voor het nieuwe schooljaar.',
		facts: [
			'Nu: € 30 per kind per jaar.',
			'Vorig jaar is er € 180 overgebleven.',
			'Elk gezin geeft één antwoord, van 14 juni tot en met 2 juli.'
		],
		fixed: ['De bijdrage is vrijwillig.', 'Elk kind doet altijd met alles mee.'],
		open: ['Hoe hoog de bijdrage is', 'Waarvoor wij hem gebruiken'],
		level: 'consult',
		decider: 'Het bestuur. Dat kan alleen als de ouders in de MR instemmen.',
		decisionDay: '2027-09-23',
		answerDay: '2027-10-15',
		weight: 'De ouders in de MR wegen de uitslag mee. Wijken zij ervan af? Dan leggen zij dat uit.',
		contact: 'Marloes de Wit, MR De Merelmolen. Zij antwoordt op schooldagen.',
		unit: 'household',
		secrecy: 'secret',
		channels: ['online', 'paper'],
		opens: '2027-06-14 08:00',
		closes: '2027-07-02 23:59'
	},
	poll: {
		slug: 'bedrag',
		question: 'Welk bedrag per kind per jaar vindt u goed?',
		explanation: 'De bijdrage is vrijwillig, hoe hoog hij ook wordt.',
		method: 'single-choice',
		options: [
			{ label: '€ 30, zo blijven' },
			{ label: '€ 35' },
			{ label: '€ 20' },
			{ label: 'Geen mening', noPreference: true }
		]
	},
	votes: {
		ballots: { perOption: { online: [27, 27, 5, 2], paper: [14, 6, 7, 1] } }
	},
	panel: {
		slug: 'gesprek',
		title: 'Wat wilt u ons meegeven?',
		lead: 'Over het bedrag, over de brief, of over waar het geld naartoe gaat.',
		visibility: 'audience'
	},
	said: SAID,
	counted: '2027-07-06 20:00',
	themed: '2027-09-02 20:00',
	themes: THEMES,
	report: {
		written: '2027-09-03 21:00',
		words: {
			outcome:
				'De meeste gezinnen die meededen, willen dat de bijdrage € 30 blijft. Een derde kiest voor € 35.',
			meaning: '',
			minority: '',
			position: '',
			next: ''
		}
	}
};
