import type { Catalogue } from '../catalogue.ts';

/** As a clock is written here: `08:30` is 8:30. */
const clock = (time: string) => time.replace(/^0/, '');

export const scopes: Catalogue['scopes'] = {
	title: 'Places',
	lead: (name: string) => `What belongs to ${name}?`,
	below: 'Below this',
	tree: 'Places in a list',
	noneBelow: 'There is nothing below this yet.',
	noneBelowGroup: 'There is nothing below a group.',
	name: 'Name',
	kind: 'Kind',
	town: 'Town',
	address: 'Address on this website',
	add: 'Add a place',
	addIntro: 'A school, or a group of a school.',
	slug: 'Short address',
	slugHint: 'How the place stands in the web address. Empty? Then we make it of the name.',
	addNow: 'Add the place',
	added: 'The place was added.',
	desk: 'Desk',
	bodies: 'Councils and parent bodies',
	bodiesIntro: 'They can put a question to parents.',
	noBodies: 'There is no council yet.',
	bodyKind: {
		mr: 'participation council (MR)',
		gmr: 'joint participation council (GMR)',
		opr: 'support-plan council (OPR)',
		'parent-association': 'parents’ association',
		network: 'parent network',
		team: 'team'
	},
	bodyHint: 'For example: MR De Merelmolen.',
	addBody: 'Add this council',
	contact: 'Contact',
	contactIntro: 'Whom can parents ask for help? This stands at the foot of every page.',
	contactName: 'Name',
	contactNameHint: 'For example: meester Wim, administration.',
	phone: 'Phone',
	email: 'E-mail address',
	hours: 'What to add',
	hoursHint: 'For example: not in the school holidays.',
	schoolsOwn:
		'Fill in a number and address of the school, not of a person. Everybody can read this.',
	officeHours: 'Office hours',
	officeHoursHint:
		'When does somebody read questions? Leave a day empty when nobody does. Parents see this with every consultation.',
	weekday: {
		monday: 'Monday',
		tuesday: 'Tuesday',
		wednesday: 'Wednesday',
		thursday: 'Thursday',
		friday: 'Friday'
	},
	opensFrom: (day: string) => `${day} from`,
	opensTo: (day: string) => `${day} to`,
	throughout: (first: string, last: string) => `${first} to ${last}`,
	openOn: (days: string, from: string, to: string) => `${days} from ${clock(from)} to ${clock(to)}`,
	sought: 'Name or town',
	noneFound: 'Nothing found.',
	pages: 'Pages',
	firstPage: 'First page',
	nextPage: 'Next page',
	search: 'Search',
	saveContact: 'Save the contact',
	point: {
		who: 'Contact',
		phone: 'Phone',
		email: 'Mail',
		hours: 'When',
		notOutside: 'Outside these hours we do not read.'
	}
};
