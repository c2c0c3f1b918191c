/** The frame around every page. */
export const layout = {
	skip: 'Naar de inhoud',
	menu: 'Menu',
	mainMenu: 'Hoofdmenu',
	consultations: 'Raadplegingen',
	reports: 'Verslagen',
	evenings: 'Ouderavonden',
	explanation: 'Uitleg',
	view: 'Weergave',
	languageIs: 'Taal: Nederlands',
	signIn: 'Inloggen',
	me: 'Mijn deelname',
	desk: 'Werkplek',
	signOut: 'Uitloggen',
	breadcrumb: 'Kruimelpad',
	helpTitle: 'Hulp nodig?',
	help: (name: string, phone: string, hours: string) =>
		`${name}${phone ? `, telefoon ${phone}` : ''}.${hours ? ` ${hours}` : ''}`,
	noHelp: 'Vraag het de school.',
	readersTitle: 'Wie leest wat u schrijft?',
	readers:
		'Bij elk gesprek staat wie het kan lezen. In het verslag kan een zin van u staan, zonder uw naam. Wij houden niet bij wat u leest.',
	aboutTitle: 'Over deze website',
	houseRules: 'Huisregels',
	made: 'Samenspraak is vrije software. Deze website staat op een eigen server.',
	demo: (day: string) => `Dit is een demonstratie. Vandaag is het hier ${day}.`,
	errorTitle: 'Dit lukt niet',
	errorNumber: (id: string) => `Nummer van deze fout: ${id}. Noem het als u ons belt.`,
	home: 'Naar het begin'
};
