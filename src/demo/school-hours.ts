import type { DemoConsultation, DemoTheme, Said } from './consultation.ts';
import { HOURS_EVENING } from './school-hours-evening.ts';

const SAID: readonly Said[] = [
	{
		key: 'jeroen',
		by: 'Jeroen Bakker',
		at: '2027-05-10 20:12',
		stance: 'for',
		body: 'Ik werk in ploegen. Elke dag dezelfde tijd scheelt mij drie oppas-appjes per week. Doen.'
	},
	{
		key: 'lotte',
		by: 'Lotte Hendriks',
		at: '2027-05-11 09:40',
		stance: 'against',
		body: 'Mijn dochter zit in groep 1. Zij slaapt om twee uur bijna op haar bord. Vijf lange dagen achter elkaar vind ik veel voor kleuters. Kan groep 1–2 op vrijdag vrij blijven?'
	},
	{
		key: 'peter',
		by: 'Peter Kuipers',
		at: '2027-05-11 14:05',
		answers: 'lotte',
		badge: 'staff',
		note: 'directeur',
		official: true,
		body: 'Dank u. Kleuters mogen nu op vrijdagmiddag al vrij zijn. Wij zoeken uit of dat bij plan B kan blijven. U leest het antwoord hier vóór 19 mei.'
	},
	{
		key: 'mohamed',
		by: 'Mohamed Benali',
		at: '2027-05-12 21:20',
		stance: 'question',
		body: 'Wat kost de BSO als school om 14.00 uit is? Nu betaal ik vanaf 15.15. Dat is elke dag vijf kwartier meer.'
	},
	{
		key: 'ayse',
		by: 'Ayşe Demir',
		at: '2027-05-12 22:02',
		language: 'tr',
		translation:
			'Mijn zoon eet tussen de middag thuis. Dat is belangrijk voor ons. Maar als de meeste ouders het willen, pas ik mij aan.',
		body: 'Oğlum öğle yemeğini evde yiyor, bu bizim için önemli. Ama çoğunluk isterse ben de uyarım.'
	},
	{
		key: 'form-14',
		at: '2027-05-13 11:00',
		entered: { origin: 'paper', source: 'formulier 14' },
		body: 'Laat het zo. Rust is ook wat waard.'
	},
	{
		key: 'dirk-jan',
		by: 'Dirk-Jan Mulder',
		at: '2027-05-13 19:31',
		stance: 'against',
		body: 'Dit besluit is toch allang genomen. De juf zei vorige week al ‘als we straks om twee uur klaar zijn’.'
	},
	{
		key: 'marloes',
		by: 'Marloes de Wit',
		at: '2027-05-13 21:48',
		answers: 'dirk-jan',
		badge: 'council',
		note: 'MR',
		body: 'Ik snap dat dat zo voelt. Er is geen besluit. Het bestuur mag niet besluiten zonder ons ja. Onze spelregels staan bovenaan en zijn op 3 mei vastgezet. Ik vraag de school om dit ook in de groepen te zeggen.'
	},
	{
		key: 'hidden',
		at: '2027-05-13 22:15',
		stance: 'against',
		body: 'Een reactie waarin een leerkracht met naam genoemd werd.',
		hidden: { at: '2027-05-13 22:40', rule: 3, reason: 'Hierin stond een naam van een leerkracht.' }
	},
	{
		key: 'chantal',
		by: 'Chantal Pieters',
		at: '2027-05-14 08:55',
		stance: 'idea',
		body: 'Vraag de tennisclub. Zij hebben op dinsdag en donderdag van twee tot vier plek en willen kinderen.'
	},
	{
		key: 'bas',
		by: 'Bas van Vliet',
		at: '2027-05-18 20:40',
		stance: 'idea',
		support: 19,
		body: 'Kijk ook naar de bel. Als groep 5–8 een kwartier later uitgaat, is het plein minder vol.'
	}
];

const ANSWERED = '2027-09-01 10:00';
const PETER = 'P. Kuipers, directeur';

const THEMES: readonly DemoTheme[] = [
	{
		title: 'Kosten en plek BSO',
		summary:
			'Ouders vragen wat de opvang kost als school eerder uit is. Zij zoeken ook een plek voor de middag.',
		sources: ['*mohamed', 'jeroen', 'chantal', '*t1-a'],
		answer: {
			at: ANSWERED,
			outcome: 'partly',
			reason:
				'De BSO houdt de prijs van de eerste vijf kwartier in 2027–2028 gelijk voor gezinnen met toeslag. Langer kunnen wij niet beloven.',
			by: PETER,
			dueOn: '2028-07-31'
		}
	},
	{
		title: 'Kleuters',
		summary:
			'Voor kleuters zijn vijf lange dagen veel. De vraag is of vrijdagmiddag vrij kan blijven.',
		sources: ['*lotte'],
		answer: {
			at: ANSWERED,
			outcome: 'adopted',
			reason: 'Vrijdagmiddag vrij blijft mogelijk.',
			by: PETER,
			dueOn: '2028-08-28'
		}
	},
	{
		title: 'Genoeg tijd om te eten',
		summary: 'Eten in de klas mag, als er genoeg tijd is. Tien minuten is te kort.',
		sources: ['*t2-a', 't1-b', '*ayse'],
		answer: {
			at: ANSWERED,
			outcome: 'adopted',
			reason: '20 minuten eten, 25 minuten buiten.',
			by: PETER,
			dueOn: '2028-08-28'
		}
	},
	{
		title: 'Begin na kerst',
		summary: 'Ouders willen tijd om opvang te regelen. Zij willen zeker weten wanneer het begint.',
		sources: ['*t4-a', 't3-b'],
		answer: {
			at: ANSWERED,
			outcome: 'not',
			reason: 'Dan krijgen groepen twee roosters in één jaar. Dat is onrustig.',
			by: PETER
		}
	},
	{
		title: 'Drukte op het plein',
		summary: 'Als alle groepen tegelijk uitgaan, is het plein vol. Wie let er dan op?',
		sources: ['*bas', 't2-b'],
		answer: {
			at: ANSWERED,
			outcome: 'later',
			reason: 'Wij doen een proef met twee tijden voor de bel.',
			by: PETER,
			dueWords: 'proef in oktober'
		}
	}
];

/** "Schooltijden" at De Merelmolen: from its first draft to its last answer. */
export const SCHOOL_HOURS: DemoConsultation = {
	place: 'merelmolen',
	body: 'MR De Merelmolen',
	by: 'Marloes de Wit',
	second: 'Samira El Idrissi',
	moderator: 'Samira El Idrissi',
	drafted: '2027-04-12 20:00',
	agreed: { at: '2027-05-03 20:30', by: ['Marloes de Wit', 'Peter Kuipers'] },
	opened: '2027-05-07 15:00',
	plan: {
		title: 'Welke schooltijden passen bij ons?',
		slug: 'schooltijden',
		question: 'Welke schooltijden wilt u vanaf augustus 2027?',
		introduction:
			'De school wil vanaf augustus 2027 andere schooltijden. Wij willen weten welke tijden bij uw gezin passen.',
		motive:
			'Wij hebben te weinig overblijfouders. Het team wil een kortere middagpauze. De BSO kan op twee dagen meer plekken maken.',
		facts: [
			'Nu: 8.30 tot 12.00 en 13.15 tot 15.15 uur. Woensdag tot 12.30 uur.',
			'Idee: eten in de klas. Dan zijn kinderen eerder uit.',
			'Elk gezin geeft één antwoord, van 10 tot en met 28 mei.'
		],
		fixed: ['Het aantal lesuren blijft gelijk.', 'De school begint niet vóór 8.15 uur.'],
		open: ['Welke tijden', 'Welke pauze', 'Wanneer het begint'],
		level: 'consult',
		decider: 'Het bestuur. Dat kan alleen als de ouders in de MR instemmen.',
		decisionDay: '2027-06-24',
		answerDay: '2027-09-01',
		weight:
			'De ouders in de MR stemmen in als 60% of meer van de gezinnen meedoet én één keuze meer dan 60% krijgt van de gezinnen met een voorkeur. Lukt dat niet? Dan maakt de MR een eigen afweging en legt die uit.',
		contact: 'Marloes de Wit, MR De Merelmolen. Zij antwoordt op schooldagen.',
		unit: 'household',
		secrecy: 'secret',
		channels: ['online', 'paper', 'evening'],
		opens: '2027-05-10 08:00',
		closes: '2027-05-28 23:59',
		atLeast: '60%',
		moreThan: '60%'
	},
	poll: {
		slug: 'schooltijden',
		question: 'Welke schooltijden wilt u vanaf augustus 2027?',
		explanation: 'Kies wat het beste past bij uw gezin. De lesuren blijven gelijk.',
		method: 'single-choice',
		options: [
			{ label: 'Zo blijven', hint: '8.30–12.00 en 13.15–15.15 uur, woensdag tot 12.30 uur' },
			{ label: 'Vijf gelijke dagen', hint: '8.30–14.00 uur, eten in de klas' },
			{
				label: 'Vrije woensdagmiddag',
				hint: '8.30–14.45 uur, woensdag tot 12.15 uur, eten in de klas'
			},
			{ label: 'Geen voorkeur', noPreference: true }
		]
	},
	votes: {
		ballots: {
			perOption: { online: [17, 46, 6, 2], paper: [10, 7, 4, 1], evening: [2, 5, 1, 1] }
		},
		doubles: 4,
		invalid: 1
	},
	panel: {
		slug: 'gesprek',
		title: 'Wat betekenen andere tijden voor u?',
		lead: 'Denk aan opvang, werk, eten en de rust van uw kind.',
		visibility: 'audience'
	},
	said: SAID,
	evening: HOURS_EVENING,
	counted: '2027-06-01 20:00',
	themed: '2027-06-04 20:00',
	themes: THEMES,
	report: {
		written: '2027-06-09 21:00',
		published: '2027-06-11 16:00',
		words: {
			outcome:
				'Genoeg gezinnen deden mee. Vijf gelijke dagen kreeg de meeste stemmen, maar net niet genoeg voor de afgesproken grens.',
			meaning:
				'De uitslag zegt iets over de 102 gezinnen die meededen. Gezinnen die op papier antwoordden, kozen vaker voor zo blijven.',
			minority:
				'Een deel van de gezinnen wil dat het blijft zoals het is. Zij noemen rust, thuis eten en oppas door grootouders.',
			position:
				'Wij stemmen nu niet in. De meerderheidsgrens is net niet gehaald en ouders die op papier antwoordden denken er anders over. Wij vragen in september opnieuw, met de BSO-afspraak erbij.',
			next: 'Op 24 juni besluit het bestuur. Uiterlijk 1 september leest u per thema wat de school doet.'
		}
	},
	answers: {
		by: 'Peter Kuipers',
		completed: {
			at: '2027-09-01 16:00',
			changes: 'De antwoorden van de school op de vijf thema’s zijn toegevoegd.'
		}
	}
};
