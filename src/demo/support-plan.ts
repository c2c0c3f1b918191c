import type { DemoConsultation, DemoTheme, Said } from './consultation.ts';

const SAID: readonly Said[] = [
	{
		key: 'eik',
		pseudonym: 'Eik',
		at: '2027-01-12 21:30',
		support: 88,
		body: 'Wij hebben in twee jaar vijf contactpersonen gehad. Elke keer begon ik opnieuw. Eén naam en één nummer, meer vraag ik niet.'
	},
	{
		key: 'chantal',
		by: 'Chantal Pieters',
		at: '2027-01-14 09:05',
		stance: 'question',
		body: 'Wat is een arrangement? Ik heb het drie keer gelezen.'
	},
	{
		key: 'hanneke',
		by: 'Hanneke Vos',
		at: '2027-01-14 14:20',
		answers: 'chantal',
		badge: 'staff',
		note: 'ambtelijk secretaris',
		official: true,
		body: 'Een afspraak over extra hulp. Wij zetten dat woord er voortaan niet meer in zonder uitleg.'
	},
	{
		key: 'mohamed',
		by: 'Mohamed Benali',
		at: '2027-01-17 20:11',
		stance: 'idea',
		body: 'Vergeet kinderen niet die sneller gaan. Mijn dochter verveelt zich.'
	},
	{
		key: 'taxi',
		at: '2027-01-19 10:30',
		entered: { origin: 'paper', source: 'formulier 31' },
		body: 'Het taxivervoer staat er niet in. Daar begint onze dag.'
	},
	{
		key: 'swv',
		by: 'Gerda Molenaar',
		at: '2027-01-20 16:00',
		answers: 'taxi',
		badge: 'staff',
		note: 'directeur swv',
		official: true,
		body: 'Vervoer regelt de gemeente. Wij geven dit door (OOGO) en laten in april weten wat er gezegd is.'
	},
	{
		key: 'bas',
		by: 'Bas van Vliet',
		at: '2027-01-22 19:45',
		stance: 'against',
		support: 34,
		body: 'Niet alles kan op elke school. Ik heb liever één school die het echt goed kan.'
	},
	{
		key: 'yordanos',
		at: '2027-01-26 11:15',
		entered: {
			origin: 'phone',
			source: 'opname in het Tigrinya, vertaald door een tolk',
			name: 'Yordanos T.'
		},
		body: 'Ik wist niet dat ik om uitleg mocht vragen.'
	}
];

const GERDA = 'G. Molenaar, directeur swv';

const THEMES: readonly DemoTheme[] = [
	{
		title: 'Vaste contactpersoon',
		summary: 'Ouders willen één naam en één nummer, en niet elke keer opnieuw beginnen.',
		sources: ['*eik', '*foto'],
		answer: {
			at: '2027-03-16 15:00',
			outcome: 'adopted',
			reason: 'Elke school noemt een contactpersoon en een vervanger in de schoolgids.',
			by: GERDA,
			dueOn: '2027-10-01'
		}
	},
	{
		title: 'Lang wachten',
		summary: 'Wachten is moeilijk. Niet weten hoe lang is moeilijker.',
		sources: ['*wachten'],
		answer: {
			at: '2027-03-16 15:10',
			outcome: 'partly',
			reason:
				'Elke maand staat per school op de site hoe lang het duurt. Een garantie kunnen wij niet geven.',
			by: GERDA,
			dueOn: '2027-05-01',
			kept: '2027-04-29 12:00'
		}
	},
	{
		title: 'Uitleg in gewone taal',
		summary: 'Brieven en plannen zijn moeilijk te lezen, en komen niet altijd bij de goede ouder.',
		sources: ['*chantal', '*yordanos', 'scheiding'],
		answer: {
			at: '2027-03-16 15:20',
			outcome: 'adopted',
			reason: 'Een lezersgroep van 8 ouders leest onze brieven voordat zij weggaan.',
			by: GERDA,
			dueOn: '2027-04-15',
			kept: '2027-04-12 10:00'
		}
	},
	{
		title: 'Leerlingen die sneller gaan',
		summary: 'Het plan gaat over extra hulp. Kinderen die zich vervelen staan er niet in.',
		sources: ['*mohamed'],
		answer: {
			at: '2027-03-16 15:30',
			outcome: 'later',
			reason: 'In het nieuwe schooljaar vragen wij de scholen wat zij hiervoor nodig hebben.',
			by: GERDA,
			dueWords: 'volgend schooljaar'
		}
	},
	{
		title: 'Vervoer met de taxi',
		summary: 'Voor veel gezinnen begint de schooldag in de taxi. Het plan zegt daar niets over.',
		sources: ['*taxi'],
		answer: {
			at: '2027-04-22 11:00',
			outcome: 'partly',
			reason:
				'Vervoer regelt de gemeente. Wij hebben dit doorgegeven. Op 22 april heeft de gemeente geantwoord.',
			by: GERDA
		}
	},
	{
		title: 'Eén sterke school',
		summary:
			'Een deel van de ouders wil niet alles op elke school, maar één school die het goed kan.',
		minority: true,
		sources: ['*bas'],
		answer: {
			at: '2027-03-16 15:40',
			outcome: 'not',
			reason:
				'De afspraak is dat elk kind dicht bij huis naar school kan. Voor één school moeten te veel kinderen ver reizen.',
			by: GERDA
		}
	}
];

const WORDS = {
	outcome:
		'312 ouders uit de hele regio kozen samen 812 punten. Een vaste contactpersoon en minder lang wachten staan bovenaan.',
	meaning:
		'Ruim één op de vijf ouders deed mee. Ouders van ’t Zilverpad deden vaker mee dan ouders van de andere scholen.',
	minority:
		'Een deel van de ouders wil niet dat elke school alles moet kunnen. Zij kiezen liever voor één school die het echt goed kan.',
	position:
		'De OPR stemt in met het plan. Wel met een voorwaarde: elk half jaar cijfers over wachten en contactpersonen.',
	next: 'Op 16 maart besluit de OPR. Vóór 1 mei gaat het plan naar de inspectie.'
};

/** "Ondersteuningsplan" of the alliance: all is done. */
export const SUPPORT_PLAN: DemoConsultation = {
	place: 'merelstreek',
	body: 'OPR Merelstreek',
	by: 'Joris Veldman',
	second: 'Samira El Idrissi',
	moderator: 'Samira El Idrissi',
	drafted: '2026-11-16 20:00',
	agreed: { at: '2026-12-15 20:30', by: ['Joris Veldman', 'Gerda Molenaar'] },
	opened: '2027-01-08 12:00',
	plan: {
		title: 'Ondersteuningsplan 2027–2031',
		slug: 'ondersteuningsplan',
		question: 'Wat moet elke school in onze regio goed kunnen?',
		introduction:
			'Het ondersteuningsplan zegt welke hulp elke school geeft. Wij maken een nieuw plan voor vier jaar. Wij willen weten wat voor u het zwaarst telt.',
		motive:
			'Het oude plan loopt af. Ouders in de OPR willen weten wat andere ouders belangrijk vinden, voordat zij instemmen.',
		facts: [
			'Het plan geldt voor alle scholen in Merelveld, Oosterwaard en Dijkum.',
			'Het geldt vier jaar, tot de zomer van 2031.',
			'Elke ouder geeft één antwoord, van 11 januari tot en met 7 februari.'
		],
		fixed: ['Het geld blijft gelijk.', 'Elk kind krijgt een plek op een school.'],
		open: ['Waar het geld het eerst naartoe gaat', 'Wat elke school zelf moet kunnen'],
		level: 'consult',
		decider: 'Het bestuur van het samenwerkingsverband. Dat kan alleen als de OPR instemt.',
		decisionDay: '2027-03-16',
		answerDay: '2027-04-30',
		weight: 'De OPR weegt de uitslag mee bij de instemming. De uitslag is niet bindend.',
		contact: 'Hanneke Vos, ambtelijk secretaris van de OPR. Zij antwoordt op schooldagen.',
		unit: 'parent',
		secrecy: 'secret',
		channels: ['online', 'paper', 'evening'],
		opens: '2027-01-11 08:00',
		closes: '2027-02-07 23:59'
	},
	poll: {
		slug: 'goed-kunnen',
		question: 'Wat moet elke school in onze regio goed kunnen? Kies er hoogstens 3.',
		explanation: 'Kies wat voor u het zwaarst telt.',
		method: 'several-choices',
		maximum: 3,
		options: [
			{ label: 'Vaste contactpersoon' },
			{ label: 'Minder lang wachten op hulp' },
			{ label: 'Uitleg in gewone taal' },
			{ label: 'Leraren die meer weten van leren en gedrag' },
			{ label: 'Rustige plek op school' },
			{ label: 'Hulp bij de overstap naar de middelbare' }
		]
	},
	votes: {
		ballots: {
			people: { online: 233, paper: 70, evening: 9 },
			ticks: [201, 188, 142, 131, 87, 63]
		},
		perSchool: { merelmolen: 74, zilverpad: 58, merelwaard: 180 }
	},
	panel: {
		slug: 'gesprek',
		title: 'Wat moeten wij weten van hulp op school?',
		lead: 'Vertel wat u merkt en wat u wilt. U hoeft niet te vertellen wat uw kind heeft.',
		visibility: 'public'
	},
	said: SAID,
	evening: {
		planned: '2026-12-17 11:00',
		slug: 'dorpshuis',
		title: 'Avond in het dorpshuis',
		day: '2027-01-28',
		from: '19:30',
		to: '21:00',
		place: 'Dorpshuis Dijkum',
		details: 'Met koffie en thee. Er is een tolk Tigrinya.',
		hosts: ['Ilse Dekker', 'Tom de Graaf'],
		held: {
			attendance: 11,
			notes: [
				{
					key: 'scheiding',
					table: 1,
					body: 'Brief van het swv gaat naar de verkeerde ouder na een scheiding'
				},
				{
					key: 'wachten',
					table: 1,
					nodded: 8,
					body: 'Wachten: zeg dan hoe lang, ook als het lang is'
				},
				{
					key: 'foto',
					table: 2,
					nodded: 6,
					body: 'Zet op de site foto en werkdagen van de contactpersoon'
				}
			]
		}
	},
	counted: '2027-02-11 16:00',
	themed: '2027-02-16 16:00',
	themes: THEMES,
	report: {
		written: '2027-02-23 20:00',
		published: '2027-02-25 12:00',
		words: {
			...WORDS,
			next: 'Op 16 maart besluit de OPR. Vóór 1 juni gaat het plan naar de inspectie.'
		},
		corrected: {
			at: '2027-03-02 12:00',
			changes: 'De inspectie krijgt het plan vóór 1 mei. In de eerste uitgave stond 1 juni.',
			words: WORDS
		}
	},
	answers: {
		by: 'Gerda Molenaar',
		completed: {
			at: '2027-04-22 16:00',
			changes: 'De antwoorden van het samenwerkingsverband zijn toegevoegd.'
		}
	}
};
