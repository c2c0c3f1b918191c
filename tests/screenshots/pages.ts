/** A page to look at, and as whom. */
export type Shot = {
	readonly name: string;
	readonly path: string;
	/** The name of a person of the demonstration; without it, a guest. */
	readonly as?: string;
	readonly folder: string;
};

const hours = '/merelmolen/consultations/schooltijden';
const reach = '/zilverpad/consultations/bereiken';
const desk = '/merelmolen/desk/consultations/schooltijden';

const shown = (shots: readonly Omit<Shot, 'folder'>[], folder: string): Shot[] =>
	shots.map((shot) => ({ ...shot, folder }));

/** What parents and councils see most: ten pages. */
export const MAIN_PAGES = shown(
	[
		{ name: 'front', path: '/' },
		{ name: 'school', path: '/merelmolen' },
		{ name: 'join', path: '/join' },
		{ name: 'consultation', path: reach },
		{ name: 'vote', path: `${reach}/polls/bereiken`, as: 'ouder 1' },
		{ name: 'panel', path: `${hours}/panels/gesprek`, as: 'Marloes de Wit' },
		{ name: 'result', path: `${hours}/polls/schooltijden` },
		{ name: 'evening', path: `${hours}/evenings/avond` },
		{ name: 'report', path: `${hours}/report` },
		{ name: 'rules', path: `${hours}/rules` }
	],
	'docs'
);

/** Those, and the desks. */
export const ALL_PAGES = [
	...shown(MAIN_PAGES, 'test-results/screenshots'),
	...shown(
		[
			{ name: 'help', path: '/help' },
			{ name: 'preferences', path: '/preferences' },
			{ name: 'me', path: '/me', as: 'ouder 1' },
			{ name: 'reports', path: '/merelmolen/reports' },
			{ name: 'evenings', path: '/merelmolen/evenings' },
			{ name: 'house-rules', path: '/merelmolen/house-rules' },
			{ name: 'desk', path: '/merelmolen/desk', as: 'Hanneke Vos' },
			{ name: 'desk-places', path: '/merelstreek/desk/places', as: 'Hanneke Vos' },
			{ name: 'desk-people', path: '/merelmolen/desk/people', as: 'Hanneke Vos' },
			{ name: 'desk-new', path: '/merelmolen/desk/consultations/new', as: 'Marloes de Wit' },
			{ name: 'desk-plan', path: desk, as: 'Marloes de Wit' },
			{
				name: 'desk-slips',
				path: '/zilverpad/desk/consultations/bereiken/slips',
				as: 'Joke Steen'
			},
			{ name: 'desk-count', path: `${desk}/count`, as: 'Marloes de Wit' },
			{ name: 'desk-evening', path: `${desk}/evenings/avond`, as: 'Samira El Idrissi' },
			{ name: 'desk-themes', path: `${desk}/themes`, as: 'Samira El Idrissi' },
			{ name: 'desk-report', path: `${desk}/report`, as: 'Marloes de Wit' },
			{ name: 'desk-answers', path: `${desk}/answers`, as: 'Peter Kuipers' }
		],
		'test-results/screenshots'
	)
];
