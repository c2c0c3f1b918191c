import type { ReportDocument } from '#features/reports/document.ts';
import { pollPart } from '#features/reports/parts/poll.ts';
import { reconcile } from '#features/polls/reconciliation.ts';
import { singleChoice } from '#features/polls/methods/single-choice.ts';
import type { Option } from '#features/polls/methods/method.ts';

const options: readonly Option[] = [
	{ id: 'a', label: 'Zo blijven' },
	{ id: 'b', label: 'Vijf gelijke dagen' },
	{ id: 'c', label: 'Vrije woensdagmiddag' },
	{ id: 'd', label: 'Geen voorkeur', noPreference: true }
];
const shape = { options, settings: {} };
const box = (counts: readonly number[]) =>
	counts.flatMap((count, index) =>
		Array.from({ length: count }, () => ({ choice: options[index]?.id ?? null }))
	);
const channels = {
	online: box([17, 46, 6, 2]),
	paper: box([10, 7, 4, 1]),
	evening: box([2, 5, 1, 1])
};

/** 102 of 148 families: enough took part, and the leading option falls just short of its limit. */
export const schoolHours = pollPart(
	{
		slug: 'schooltijden',
		question: 'Welke schooltijden wilt u?',
		method: 'single-choice',
		options
	},
	{
		tally: singleChoice.count(Object.values(channels).flat(), shape),
		byChannel: {
			online: singleChoice.count(channels.online, shape),
			paper: singleChoice.count(channels.paper, shape),
			evening: singleChoice.count(channels.evening, shape)
		},
		reconciliation: reconcile({
			issued: 148,
			used: 102,
			unused: 46,
			blocked: 0,
			replaced: 0,
			received: 107,
			counted: 102,
			blank: 0,
			invalid: 1,
			double: 4,
			late: 0,
			unknown: 0,
			ballotsByChannel: { online: 71, paper: 22, evening: 9 },
			participations: 102,
			optionsTotal: 102
		})
	},
	148,
	{
		all: [
			{
				kind: 'threshold',
				about: 'response',
				of: 'units',
				relation: 'at-least',
				numerator: 60,
				denominator: 100
			},
			{
				kind: 'threshold',
				about: 'option',
				of: 'preference',
				relation: 'more-than',
				numerator: 60,
				denominator: 100
			}
		]
	}
);

/** A report with one poll, one theme and one evening. */
export const aReport: ReportDocument = {
	version: 1,
	cover: {
		title: 'Welke schooltijden passen bij ons?',
		question: 'Welke schooltijden wilt u?',
		place: 'obs De Merelmolen',
		owner: 'MR De Merelmolen',
		opensAt: '2027-05-10T06:00:00.000Z',
		closesAt: '2027-05-28T21:59:00.000Z',
		decider: 'Het bestuur',
		decisionDay: '2027-06-24',
		answerDay: '2027-09-01'
	},
	words: {
		outcome: 'Vijf gelijke dagen kreeg de meeste stemmen.',
		meaning: 'De uitslag zegt iets over wie meededen.',
		minority: 'Een deel wil dat het blijft zoals het is.',
		position: 'Wij stemmen nu niet in.',
		next: 'Het bestuur besluit op 24 juni.'
	},
	rules: {
		motive: 'Wij hebben te weinig overblijfouders.',
		level: 'consult',
		unit: 'household',
		secrecy: 'secret',
		channels: ['online', 'paper', 'evening'],
		weight: 'De MR weegt de uitslag mee.',
		fixed: ['Het aantal lesuren blijft gelijk.'],
		open: ['Welke tijden'],
		agreedBy: ['Marloes de Wit', 'Peter Kuipers'],
		agreedOn: '2027-05-03',
		fingerprint: 'ab'.repeat(32),
		changes: []
	},
	participation: { part: 102, whole: 148 },
	polls: [schoolHours],
	themes: [
		{
			id: 'theme1',
			title: 'Genoeg tijd om te eten',
			summary: 'Tien minuten is te kort.',
			minority: false,
			counts: { online: 1, evening: 5 },
			stances: {},
			support: 3,
			nodded: 10,
			quotes: [
				{
					origin: 'evening',
					text: '=10 minuten is te kort, *wel* 20',
					language: 'nl',
					translation: null,
					by: 'tafel 2',
					source: {
						kind: 'note',
						id: 'note1',
						origin: 'evening',
						slug: 'avond',
						title: 'Ouderavond',
						number: 3
					}
				}
			],
			sources: []
		}
	],
	evenings: [
		{
			slug: 'avond',
			title: 'Ouderavond',
			startsAt: '2027-05-20T17:30:00.000Z',
			place: 'Aula',
			attendance: 23,
			tables: 4,
			notes: 7,
			hands: [{ question: '=Kunt u leven met plan B?', answers: [{ label: 'ja', count: 14 }] }]
		}
	],
	moderation: {
		contributions: 11,
		hidden: 1,
		byRule: [{ rule: 3, words: 'Geen namen.', count: 1 }]
	},
	warnings: [],
	answers: []
};
