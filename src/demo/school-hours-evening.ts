import type { DemoEvening } from './consultation.ts';

/** The parent evening of "Schooltijden": four tables, seven notes, one show of hands. */
export const HOURS_EVENING: DemoEvening = {
	planned: '2027-05-06 16:00',
	slug: 'avond',
	title: 'Ouderavond schooltijden',
	day: '2027-05-20',
	from: '19:30',
	to: '21:00',
	place: 'Aula van De Merelmolen',
	details: 'Met oppas en een tolk Arabisch.',
	hosts: ['Anneke Blom', 'Ricardo Jansen', 'Olena Koval', 'Femke Scholten'],
	held: {
		attendance: 23,
		notes: [
			{
				key: 't1-a',
				table: 1,
				nodded: 5,
				body: 'Grootouders passen op tot 15.15; om 14.00 kunnen zij niet'
			},
			{
				key: 't1-b',
				table: 1,
				nodded: 4,
				body: 'Kinderen die overblijven vinden de pauze nu te lang'
			},
			{ key: 't2-a', table: 2, nodded: 6, body: 'Eten in de klas: 10 minuten is te kort, wel 20' },
			{ key: 't2-b', table: 2, body: 'Wie let op bij plein om 14.00?' },
			{ key: 't3-a', table: 3, nodded: 3, body: 'Vrije woensdagmiddag is voor sport en zwemles' },
			{
				key: 't3-b',
				table: 3,
				nodded: 4,
				language: 'ar',
				body: 'نريد قبل كل شيء أن نعرف بالتأكيد متى يبدأ ذلك',
				translation: 'Wij willen vooral zeker weten wanneer het ingaat'
			},
			{
				key: 't4-a',
				table: 4,
				nodded: 7,
				body: 'Begin pas na de kerst, dan kan iedereen opvang regelen'
			}
		],
		hands: {
			question: 'Kunt u leven met plan B als BSO niet duurder wordt?',
			answers: [
				{ label: 'ja', count: 14 },
				{ label: 'nee', count: 5 },
				{ label: 'weet niet', count: 4 }
			]
		}
	}
};
