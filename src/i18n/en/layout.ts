import type { Catalogue } from '../catalogue.ts';

export const layout: Catalogue['layout'] = {
	skip: 'To the content',
	menu: 'Menu',
	mainMenu: 'Main menu',
	consultations: 'Consultations',
	reports: 'Reports',
	evenings: 'Parent evenings',
	explanation: 'How it works',
	view: 'Display',
	languageIs: 'Language: English',
	signIn: 'Sign in',
	me: 'My part',
	desk: 'Desk',
	signOut: 'Sign out',
	breadcrumb: 'Breadcrumb',
	helpTitle: 'Need help?',
	help: (name: string, phone: string, hours: string) =>
		`${name}${phone ? `, phone ${phone}` : ''}.${hours ? ` ${hours}` : ''}`,
	noHelp: 'Ask the school.',
	readersTitle: 'Who reads what you write?',
	readers:
		'Each discussion says who can read it. The report may quote a sentence of yours, without your name. We do not track what you read.',
	aboutTitle: 'About this website',
	houseRules: 'House rules',
	made: 'Samenspraak is free software. This website runs on its own server.',
	demo: (day: string) => `This is a demonstration. Here, today is ${day}.`,
	errorTitle: 'That did not work',
	errorNumber: (id: string) => `Number of this error: ${id}. Mention it when you call us.`,
	home: 'To the start'
};
