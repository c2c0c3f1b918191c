import type { DemoConsultation, Said } from './consultation.ts';

const SAID: readonly Said[] = [
	{
		key: 'ricardo',
		at: '2027-08-31 10:40',
		entered: { origin: 'phone', source: 'belde met de moderator', name: 'Ricardo J.' },
		body: 'Bel mij als het belangrijk is. De rest zegt mijn vrouw wel.'
	},
	{
		key: 'priya',
		by: 'Priya Ramdin',
		at: '2027-08-31 20:15',
		support: 27,
		body: 'Vier apps, twee mails en een brief over dezelfde sportdag. Kies er één.'
	},
	{
		key: 'olena',
		by: 'Olena Koval',
		at: '2027-09-01 13:22',
		body: 'Formulier in het Engels helpt mij niet. Oekraïens of gewoon Nederlands.'
	},
	{
		key: 'lotte',
		by: 'Lotte Hendriks',
		at: '2027-09-01 21:47',
		support: 22,
		body: 'Stuur niets na acht uur ’s avonds. Ik lig dan wakker.'
	},
	{
		key: 'taxi',
		at: '2027-09-02 11:05',
		entered: { origin: 'paper', source: 'formulier 3' },
		body: 'Mijn kind komt met de taxi. Briefjes raken weg.'
	},
	{
		key: 'kade',
		pseudonym: 'Kade',
		at: '2027-09-03 19:33',
		body: 'Mijn ex krijgt alles dubbel en ik niets.',
		hidden: {
			at: '2027-09-03 20:50',
			rule: 1,
			reason: 'Op verzoek van de schrijver. De administratie zoekt het uit.'
		}
	}
];

/** "Hoe bereiken wij u het best?" at 't Zilverpad: open at the moment of the demonstration. */
export const REACHING_PARENTS: DemoConsultation = {
	place: 'zilverpad',
	body: 'MR ’t Zilverpad',
	by: 'Joke Steen',
	second: 'Samira El Idrissi',
	moderator: 'Samira El Idrissi',
	drafted: '2027-06-21 20:00',
	agreed: { at: '2027-07-08 16:00', by: ['Joke Steen', 'Els Wiersma'] },
	opened: '2027-08-27 12:00',
	plan: {
		title: 'Hoe bereiken wij u het best?',
		slug: 'bereiken',
		question: 'Hoe wilt u berichten van school krijgen?',
		introduction:
			'De school stuurt berichten op veel manieren. Wij willen het rustiger en duidelijker maken. Vertel ons wat bij u werkt.',
		motive:
			'Ouders krijgen te veel berichten en missen wat belangrijk is. Veel kinderen komen met de taxi. Briefjes raken weg.',
		facts: [
			'Nu: vier apps, e-mail en briefjes.',
			'Veel kinderen komen met de taxi.',
			'Elke ouder geeft één antwoord, van 30 augustus tot en met 24 september.'
		],
		fixed: ['Bij nood belt de school u altijd.'],
		open: ['Hoe u berichten krijgt', 'Hoe vaak en hoe laat', 'Wat wij niet meer sturen'],
		level: 'consult',
		decider: 'Het bestuur. Dat kan alleen als de ouders in de MR instemmen.',
		decisionDay: '2027-10-14',
		answerDay: '2027-11-12',
		weight: 'De ouders in de MR wegen de uitslag mee. De uitslag is niet bindend.',
		contact: 'Joke Steen, MR ’t Zilverpad. Zij antwoordt op schooldagen.',
		unit: 'parent',
		secrecy: 'secret',
		channels: ['online', 'paper', 'evening'],
		opens: '2027-08-30 08:00',
		closes: '2027-09-24 23:59'
	},
	poll: {
		slug: 'bereiken',
		question: 'Hoe wilt u berichten van school krijgen?',
		explanation: 'U mag meer dan één antwoord kiezen.',
		method: 'several-choices',
		options: [
			{ label: 'Melding op mijn telefoon' },
			{ label: 'Weekoverzicht' },
			{ label: 'E-mail bij elk bericht' },
			{ label: 'Sms' },
			{ label: 'Briefje mee met mijn kind' },
			{ label: 'Bellen' }
		]
	},
	votes: {
		ballots: { people: { online: 62, paper: 15 }, ticks: [34, 31, 29, 18, 15, 6] },
		until: '2027-09-05',
		doubles: 1,
		unknown: 1
	},
	panel: {
		slug: 'gesprek',
		title: 'Wat moeten wij niet meer doen?',
		lead: 'Vertel wat u merkt van al die berichten, en wat u graag wilt.',
		visibility: 'audience'
	},
	said: SAID,
	evening: {
		planned: '2027-07-08 16:30',
		slug: 'avond',
		title: 'Ouderavond: minder berichten, meer contact',
		day: '2027-09-16',
		from: '19:30',
		to: '21:00',
		place: 'Speelzaal van ’t Zilverpad',
		details: 'Met oppas. Laat het weten als u een tolk of vervoer nodig heeft.',
		hosts: ['Ilse Dekker', 'Ricardo Jansen', 'Yordanos Tesfay']
	}
};
