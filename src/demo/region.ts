import { WEEKDAYS } from '#features/scopes/office-hours.ts';
import type { Role } from '#kernel/server/context.ts';

/** Where and when the demonstration is: the invented region Merelstreek, on a Monday in 2027. */
export const DEMO_CLOCK = '2027-09-06T08:00:00Z';

/** When the region was set up, and the house rules published. */
export const FOUNDED = '2026-10-05 09:00';

/** The same hours on the first days of the week, as the form for the contact sends them. */
const onDays = (days: number, from: string, to: string): Readonly<Record<string, string>> =>
	Object.fromEntries(
		WEEKDAYS.slice(0, days).flatMap((day) => [
			[`${day}-from`, from],
			[`${day}-to`, to]
		])
	);

export const ALLIANCE = {
	name: 'Samenwerkingsverband Passend Onderwijs Merelstreek',
	slug: 'merelstreek',
	contact: {
		name: 'Ouder- en jeugdsteunpunt Merelstreek',
		phone: '06-0000 0010',
		...onDays(4, '09:00', '15:00')
	},
	bodies: [
		{ kind: 'opr', name: 'OPR Merelstreek' },
		{ kind: 'network', name: 'Samen Verder Merelstreek' }
	]
} as const;

export const BOARDS = [
	{
		name: 'Stichting Openbaar Onderwijs Merelstreek',
		slug: 'openbaar-merelstreek',
		bodies: [{ kind: 'gmr', name: 'GMR Openbaar Onderwijs Merelstreek' }]
	},
	{ name: 'Vereniging Lyceum Merelwaard', slug: 'vereniging-merelwaard', bodies: [] }
] as const;

export type DemoSchool = {
	readonly name: string;
	readonly slug: string;
	readonly place: string;
	readonly board: string;
	readonly groups: readonly string[];
	/** Families, and parents and carers in them: some families have one, the others two. */
	readonly families: number;
	readonly parents: number;
	readonly contact: Readonly<Record<string, string>>;
	readonly bodies: readonly { readonly kind: string; readonly name: string }[];
	/** Parents who speak in the stories, each of another family. */
	readonly known: readonly string[];
};

const years = (count: number, word: string) =>
	Array.from({ length: count }, (_, n) => `${word} ${String(n + 1)}`);

export const SCHOOLS: readonly DemoSchool[] = [
	{
		name: 'obs De Merelmolen',
		slug: 'merelmolen',
		place: 'Merelveld',
		board: 'openbaar-merelstreek',
		groups: years(8, 'Groep'),
		families: 148,
		parents: 271,
		contact: {
			name: 'Meester Wim, administratie',
			phone: '06-0000 0011',
			...onDays(4, '09:00', '15:00')
		},
		bodies: [
			{ kind: 'mr', name: 'MR De Merelmolen' },
			{ kind: 'parent-association', name: 'Ouderraad De Merelmolen' }
		],
		known: [
			'Jeroen Bakker',
			'Lotte Hendriks',
			'Mohamed Benali',
			'Ayşe Demir',
			'Dirk-Jan Mulder',
			'Chantal Pieters',
			'Bas van Vliet',
			'Priya Ramdin',
			'Femke Scholten',
			'Karim Haddad',
			'Olena Koval'
		]
	},
	{
		name: 'sbo ’t Zilverpad',
		slug: 'zilverpad',
		place: 'Oosterwaard',
		board: 'openbaar-merelstreek',
		groups: ['Onderbouw', 'Middenbouw', 'Bovenbouw'],
		families: 84,
		parents: 139,
		contact: {
			name: 'Juf Karin, administratie',
			phone: '06-0000 0012',
			...onDays(5, '08:30', '12:00'),
			hours: 'Niet in de schoolvakanties.'
		},
		bodies: [{ kind: 'mr', name: 'MR ’t Zilverpad' }],
		known: ['Priya Ramdin', 'Olena Koval', 'Lotte Hendriks', 'Yordanos Tesfay']
	},
	{
		name: 'Lyceum Merelwaard',
		slug: 'merelwaard',
		place: 'Dijkum',
		board: 'vereniging-merelwaard',
		groups: years(6, 'Leerjaar'),
		families: 566,
		parents: 1018,
		contact: {
			name: 'De receptie',
			phone: '06-0000 0013',
			...onDays(5, '08:00', '17:00')
		},
		bodies: [{ kind: 'mr', name: 'MR Lyceum Merelwaard' }],
		known: ['Marek Nowak', 'Femke Scholten', 'Dirk-Jan Mulder', 'Nienke van Rossum', 'Karim Haddad']
	}
];

/** The names of all parents who speak in the stories. */
export const SPEAKERS: ReadonlySet<string> = new Set(SCHOOLS.flatMap(({ known }) => known));

export type Persona = {
	readonly name: string;
	readonly roles: readonly Exclude<Role, 'guest' | 'parent'>[];
	/** The slug of where they have these roles, and so in everything below. */
	readonly at: string;
	/** The code they sign in with; those without one only play a part in the stories. */
	readonly code?: string;
	readonly does?: { readonly nl: string; readonly en: string };
};

/** Who works with the product in the demonstration. */
export const PEOPLE = [
	{
		name: 'Hanneke Vos',
		roles: ['coordinator', 'staff'],
		at: 'merelstreek',
		code: 'HANNEKE2',
		does: {
			nl: 'coördinator van het samenwerkingsverband: scholen, mensen, raadplegingen',
			en: 'coordinator of the alliance: schools, people, consultations'
		}
	},
	{
		name: 'Marloes de Wit',
		roles: ['council'],
		at: 'merelmolen',
		code: 'MARGREET',
		does: {
			nl: 'MR-ouder van De Merelmolen: raadpleging, telling, verslag',
			en: 'council parent of De Merelmolen: consultation, count, report'
		}
	},
	{
		name: 'Samira El Idrissi',
		roles: ['moderator'],
		at: 'merelstreek',
		code: 'SAMERA22',
		does: {
			nl: 'moderator: gesprekken, ouderavond, formulieren, thema’s',
			en: 'moderator: discussions, parent evening, paper slips, themes'
		}
	},
	{
		name: 'Peter Kuipers',
		roles: ['decider'],
		at: 'merelmolen',
		code: 'PETERK22',
		does: {
			nl: 'directeur van De Merelmolen: geeft antwoord op elk thema',
			en: 'head of De Merelmolen: answers every theme'
		}
	},
	{
		name: 'Ingrid Tromp',
		roles: ['decider'],
		at: 'merelwaard',
		code: 'ANGRED22',
		does: {
			nl: 'rector van Lyceum Merelwaard: moet nog één antwoord geven',
			en: 'head of Lyceum Merelwaard: one answer is still to be given'
		}
	},
	{
		name: 'Joke Steen',
		roles: ['council'],
		at: 'zilverpad',
		code: 'JSTEEN22',
		does: {
			nl: 'MR-ouder van ’t Zilverpad: de open raadpleging',
			en: 'council parent of ’t Zilverpad: the open consultation'
		}
	},
	{
		name: 'Fatma Yılmaz',
		roles: ['helper'],
		at: 'zilverpad',
		code: 'FATMAY22',
		does: {
			nl: 'helper van ’t Zilverpad: de helpdesk op een tablet',
			en: 'helper of ’t Zilverpad: the helpdesk on a tablet'
		}
	},
	{ name: 'Anneke Blom', roles: ['council'], at: 'merelmolen' },
	{ name: 'Wouter Prins', roles: ['council'], at: 'merelmolen' },
	{ name: 'Rob Hartog', roles: ['council'], at: 'merelwaard' },
	{ name: 'Joris Veldman', roles: ['council'], at: 'merelstreek' },
	{ name: 'Gerda Molenaar', roles: ['decider'], at: 'merelstreek' }
] as const satisfies readonly Persona[];

export type PersonaName = (typeof PEOPLE)[number]['name'];

export const HOUSE_RULES = [
	'Wij praten met elkaar, niet over elkaar.',
	'Iedereen mag iets anders vinden.',
	'Geen namen van kinderen, leraren of andere ouders.',
	'Niets over gezondheid of problemen van een kind.',
	'Alleen over school. Geen reclame.',
	'Eén punt per reactie, kort mag.',
	'Boos? Schrijf wat u merkt en wat u wilt.',
	'De moderator mag een reactie verbergen. U hoort waarom. U mag bezwaar maken.'
] as const;
