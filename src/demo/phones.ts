import type { DemoConsultation, DemoTheme, Said } from './consultation.ts';

const SAID: readonly Said[] = [
	{
		key: 'marek',
		by: 'Marek Nowak',
		at: '2027-05-31 19:10',
		stance: 'for',
		language: 'pl',
		translation: 'Op school stoort een telefoon. Ik ben voor.',
		body: 'W szkole telefon przeszkadza. Popieram.'
	},
	{
		key: 'femke',
		by: 'Femke Scholten',
		at: '2027-06-01 21:14',
		stance: 'idea',
		support: 61,
		body: 'Mijn zoon reist anderhalf uur. Als de bus uitvalt moet hij mij kunnen bellen. Kluis tot de laatste bel, prima, maar dan wel één plek waar bellen mag.'
	},
	{
		key: 'dirk-jan',
		by: 'Dirk-Jan Mulder',
		at: '2027-06-02 07:52',
		body: 'Eerst de docenten zelf.'
	},
	{
		key: 'onzin',
		at: '2027-06-02 22:48',
		stance: 'against',
		body: 'Onzinplan van mensen die zelf nooit jong waren.',
		hidden: {
			at: '2027-06-03 09:10',
			rule: 1,
			reason: 'Gemeld door een ouder. Wij bekijken deze reactie.'
		},
		restored: { at: '2027-06-03 13:30', reason: 'Scherp, maar niet op een persoon.' }
	},
	{
		key: 'nienke',
		by: 'Nienke van Rossum',
		at: '2027-06-03 20:26',
		stance: 'idea',
		support: 44,
		body: 'Sommige leerlingen gebruiken een app om rustig te blijven. Regel een uitzondering zonder dat een kind het elke keer moet uitleggen.'
	},
	{
		key: 'karim',
		by: 'Karim Haddad',
		at: '2027-06-07 18:03',
		stance: 'question',
		body: 'Wat doen jullie met smartwatches? Anders verplaats je het probleem.'
	},
	{
		key: 'samenvatting',
		by: 'Samira El Idrissi',
		at: '2027-06-10 10:00',
		answers: 'nienke',
		badge: 'moderator',
		note: 'samenvatting',
		support: 38,
		body: 'Wij horen: regel oké, maar maak bellen in nood en hulp-apps mogelijk.'
	}
];

const INGRID = 'I. Tromp, rector';

const THEMES: readonly DemoTheme[] = [
	{
		title: 'Kluis ook in de pauze',
		summary:
			'De meeste ouders zijn het eens met de kluis in de pauze. Anderen vinden de regel te streng.',
		sources: ['*marek', '*dirk-jan', 'onzin'],
		answer: {
			at: '2027-07-06 15:00',
			outcome: 'adopted',
			reason: 'Telefoons gaan ook in de pauze in de kluis.',
			by: INGRID,
			dueWords: 'evaluatie in februari 2028'
		}
	},
	{
		title: 'Bellen in nood',
		summary: 'Leerlingen moeten naar huis kunnen bellen, bijvoorbeeld als de bus uitvalt.',
		sources: ['*femke'],
		answer: {
			at: '2027-07-06 15:10',
			outcome: 'adopted',
			reason: 'Bij de receptie komt een plek waar leerlingen mogen bellen.',
			by: INGRID,
			dueOn: '2027-08-30',
			kept: '2027-08-30 09:00'
		}
	},
	{
		title: 'Hulp-apps',
		summary: 'Sommige leerlingen hebben hun telefoon nodig om rustig te blijven.',
		sources: ['*nienke'],
		answer: {
			at: '2027-07-06 15:20',
			outcome: 'adopted',
			reason: 'De mentor regelt een stille uitzondering, zonder reden op papier.',
			by: INGRID,
			dueOn: '2027-09-30'
		}
	},
	{
		title: 'Muziek in de pauze',
		summary: 'Leerlingen vragen om een plek waar zij in de pauze muziek mogen luisteren.',
		minority: true,
		sources: ['*muziek'],
		answer: {
			at: '2027-07-06 15:30',
			outcome: 'not',
			reason: 'Voor een aparte muziekzone hebben wij in de pauze niet genoeg toezicht.',
			by: INGRID
		}
	},
	{
		title: 'Smartwatches',
		summary: 'Ouders vragen of de regel ook geldt voor een horloge met berichten.',
		sources: ['*karim']
	}
];

/** "Telefoons" at Lyceum Merelwaard: reported, and one answer of the school is late. */
export const PHONES: DemoConsultation = {
	place: 'merelwaard',
	body: 'MR Lyceum Merelwaard',
	by: 'Rob Hartog',
	second: 'Samira El Idrissi',
	moderator: 'Samira El Idrissi',
	drafted: '2027-05-03 19:30',
	agreed: { at: '2027-05-19 17:00', by: ['Rob Hartog', 'Ingrid Tromp'] },
	opened: '2027-05-28 12:00',
	plan: {
		title: 'Telefoons op school',
		slug: 'telefoons',
		question: 'Moeten telefoons ook in de pauze in de kluis?',
		introduction:
			'Tijdens de les ligt de telefoon al in de kluis. De school wil dat ook in de pauze. Wij willen weten wat ouders daarvan vinden.',
		motive:
			'In de pauze kijken veel leerlingen op een scherm. Docenten zien ruzie in groepsapps. Het schoolreglement wordt dit jaar herzien.',
		facts: [
			'Nu: tijdens de les in de kluis, in de pauze vrij.',
			'Idee: in de kluis van de eerste tot de laatste bel.',
			'Elke ouder geeft één antwoord, van 31 mei tot en met 18 juni.'
		],
		fixed: ['Tijdens de les ligt de telefoon in de kluis.'],
		open: ['De regel in de pauze', 'Bellen in nood', 'Uitzonderingen'],
		level: 'consult',
		decider: 'De rector. Dat kan alleen als de MR instemt.',
		decisionDay: '2027-07-08',
		answerDay: '2027-08-31',
		weight: 'De MR weegt de uitslag mee, en hoort ook de leerlingen. De uitslag is niet bindend.',
		contact: 'Rob Hartog, MR Lyceum Merelwaard. Hij antwoordt op schooldagen.',
		unit: 'parent',
		secrecy: 'confidential',
		channels: ['online', 'paper'],
		opens: '2027-05-31 08:00',
		closes: '2027-06-18 23:59'
	},
	poll: {
		slug: 'stelling',
		question: 'Telefoons gaan ook in de pauze in de kluis.',
		explanation: 'Hoe eens bent u het met deze stelling?',
		method: 'single-choice',
		options: [
			{ label: 'Helemaal eens' },
			{ label: 'Eens' },
			{ label: 'Neutraal' },
			{ label: 'Oneens' },
			{ label: 'Helemaal oneens' }
		]
	},
	votes: {
		ballots: { perOption: { online: [139, 114, 36, 55, 33], paper: [9, 7, 2, 4, 3] } }
	},
	panel: {
		slug: 'gesprek',
		title: 'Wat moet de school weten?',
		lead: 'Wat gaat er goed, en wat gaat er mis, als de telefoon de hele dag in de kluis ligt?',
		visibility: 'audience'
	},
	said: SAID,
	evening: {
		planned: '2027-05-27 16:00',
		slug: 'leerlingpanel',
		title: 'Leerlingpanel',
		day: '2027-06-08',
		from: '15:30',
		to: '16:30',
		place: 'Studiecentrum van Lyceum Merelwaard',
		details: 'Alleen voor leerlingen. Hun antwoord staat apart en telt niet mee bij de ouders.',
		hosts: ['De leerlingenraad'],
		held: {
			notes: [
				{
					key: 'muziek',
					table: 1,
					stance: 'idea',
					body: 'Leerlingenraad: in de pauze willen we muziek. Mag een zone?'
				}
			],
			hands: {
				question: 'Telefoons gaan ook in de pauze in de kluis.',
				answers: [
					{ label: 'eens', count: 5 },
					{ label: 'oneens', count: 16 },
					{ label: 'weet niet', count: 3 }
				]
			}
		}
	},
	counted: '2027-06-22 16:00',
	themed: '2027-06-24 16:00',
	themes: THEMES,
	report: {
		written: '2027-06-30 20:00',
		published: '2027-07-01 16:00',
		words: {
			outcome:
				'402 ouders gaven antwoord. 269 van hen zijn het eens of helemaal eens met de kluis in de pauze.',
			meaning:
				'Minder dan de helft van de ouders deed mee. Leerlingen denken er anders over: van 24 leerlingen zijn er 16 het oneens.',
			minority:
				'95 ouders zijn het oneens. Zij willen dat hun kind kan bellen als er iets is, en dat een hulp-app mag.',
			position:
				'De MR stemt in, met twee voorwaarden: een plek om te bellen en een stille uitzondering voor hulp-apps.',
			next: 'Op 8 juli besluit de rector. Uiterlijk 31 augustus leest u per thema wat de school doet.'
		}
	},
	answers: { by: 'Ingrid Tromp' }
};
