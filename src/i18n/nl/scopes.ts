/** As a clock is written here: `08:30` is 8.30. */
const clock = (time: string) => time.replace(/^0/, '').replace(':', '.');

/** The page of the places at the desk. */
export const scopes = {
	title: 'Plekken',
	lead: (name: string) => `Wat hoort er bij ${name}?`,
	below: 'Hieronder vallen',
	tree: 'Plekken op een rij',
	noneBelow: 'Hieronder valt nog niets.',
	noneBelowGroup: 'Onder een groep valt niets meer.',
	name: 'Naam',
	kind: 'Soort',
	town: 'Plaats',
	address: 'Adres op deze website',
	add: 'Een plek toevoegen',
	addIntro: 'Een school, of een groep van een school.',
	slug: 'Kort adres',
	slugHint: 'Zo staat de plek in het webadres. Leeg? Dan maken wij het van de naam.',
	addNow: 'Voeg de plek toe',
	added: 'De plek is toegevoegd.',
	desk: 'Werkplek',
	bodies: 'Raden en groepen ouders',
	bodiesIntro: 'Zij kunnen een vraag stellen aan ouders.',
	noBodies: 'Er is nog geen raad.',
	bodyKind: {
		mr: 'medezeggenschapsraad (MR)',
		gmr: 'gemeenschappelijke MR (GMR)',
		opr: 'ondersteuningsplanraad (OPR)',
		'parent-association': 'ouderraad of oudervereniging',
		network: 'oudernetwerk',
		team: 'team'
	},
	bodyHint: 'Bijvoorbeeld: MR De Merelmolen.',
	addBody: 'Voeg deze raad toe',
	contact: 'Contactpunt',
	contactIntro: 'Bij wie kunnen ouders hulp vragen? Dit staat onder elke pagina.',
	contactName: 'Naam',
	contactNameHint: 'Bijvoorbeeld: meester Wim, administratie.',
	phone: 'Telefoon',
	email: 'Mailadres',
	hours: 'Wat erbij hoort',
	hoursHint: 'Bijvoorbeeld: niet in de schoolvakanties.',
	schoolsOwn:
		'Vul een nummer en adres van de school in, niet van een persoon. Iedereen kan dit lezen.',
	officeHours: 'Kantooruren',
	officeHoursHint:
		'Wanneer leest iemand vragen? Laat een dag leeg als dan niemand leest. Ouders zien dit bij elke raadpleging.',
	weekday: {
		monday: 'maandag',
		tuesday: 'dinsdag',
		wednesday: 'woensdag',
		thursday: 'donderdag',
		friday: 'vrijdag'
	},
	opensFrom: (day: string) => `${day.charAt(0).toUpperCase()}${day.slice(1)} van`,
	opensTo: (day: string) => `${day.charAt(0).toUpperCase()}${day.slice(1)} tot`,
	throughout: (first: string, last: string) => `${first} tot en met ${last}`,
	openOn: (days: string, from: string, to: string) =>
		`${days} van ${clock(from)} tot ${clock(to)} uur`,
	sought: 'Naam of plaats',
	noneFound: 'Niets gevonden.',
	pages: 'Bladeren',
	firstPage: 'Eerste bladzijde',
	nextPage: 'Volgende bladzijde',
	search: 'Zoek',
	saveContact: 'Bewaar het contactpunt',
	/** The contact as parents see it. */
	point: {
		who: 'Contactpunt',
		phone: 'Telefoon',
		email: 'Mail',
		hours: 'Wanneer',
		notOutside: 'Buiten deze tijden lezen wij niet.'
	}
};
