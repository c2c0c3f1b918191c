import { plural } from '../plural.ts';

/** How many parents were reached, at the desk. */
export const onboarding = {
	title: 'Aansluiten',
	lead: 'Hoeveel ouders doen mee? U ziet alleen aantallen, nooit namen.',
	nobodyYet: 'Er is nog niemand uitgenodigd. Maak codes bij een raadpleging.',
	ofInvited: (invited: string, percent: string) =>
		`van de ${invited} uitgenodigde ouders doen mee (${percent}%)`,
	goal: (percent: number, days: number) => `doel: ${percent}% na ${days} dagen`,
	reached: 'Het doel is gehaald.',
	missing: (n: number, number: string) =>
		plural('nl', n, {
			one: 'Nog 1 ouder tot het doel.',
			other: `Nog ${number} ouders tot het doel.`
		}),
	day: (day: number, days: number) =>
		day > days ? `Dag ${days} is voorbij.` : `Vandaag is dag ${day} van ${days}.`,
	invited: 'Uitgenodigd',
	opened: 'Binnengekomen',
	active: 'Deden mee',
	whoIsActive:
		'Meedoen is: iets kiezen in een peiling, of iets schrijven in een gesprek. Bij één stem per gezin doet het hele gezin mee.',
	step: {
		active: 'Deden mee',
		opened: 'Alleen gekeken',
		invited: 'Nog niet binnen'
	},
	share: 'Doet mee',
	byPart: 'Per groep of school',
	part: 'Groep of school',
	noPart: 'zonder groep',
	byChannel: 'Per manier van bereiken',
	channel: 'Bereikbaar',
	channels: { email: 'per e-mail', phone: 'per telefoon', paper: 'alleen op papier' },
	mergedNote: 'Kleine groepen staan samen.',
	hiddenNote: 'Aantallen onder de vijf staan er niet. Zo is niemand te herkennen.',
	next: 'Wat kunt u doen?',
	few: 'Een paar ouders',
	parents: (number: string) => `${number} ouders`,
	uninvited: (who: string) => `${who} hebben nog geen code of link.`,
	makeCodes: 'Maak codes bij een raadpleging',
	onPaper: (who: string) => `${who} zijn alleen op papier bereikbaar en kwamen nog niet binnen.`,
	printLetters: 'Print brieven bij een raadpleging',
	behind: (names: readonly string[]) => `Onder het doel: ${names.join('; ')}.`,
	/** The page with how far each school is. */
	rollOut: {
		title: 'Invoering',
		lead: (name: string) => `Hoe ver zijn de scholen van ${name}?`,
		schools: 'Scholen',
		school: 'School',
		administrator: 'Beheerder',
		administrators: {
			in: 'is binnen',
			invited: 'uitgenodigd, nog niet binnen',
			none: 'nog niemand'
		},
		parents: 'Ouders in de lijst',
		invited: 'Ouders uitgenodigd',
		opened: 'Eerste raadpleging',
		openedOn: (day: string) => `geopend op ${day}`,
		notOpened: 'nog niet',
		share: 'Doet mee',
		settings: 'Eigen instellingen',
		settingsOf: { contact: 'contactpunt', rules: 'huisregels', none: 'nog geen' },
		withAdministrator: 'Met een beheerder die binnen is',
		withParents: 'Met ouders in de lijst',
		withConsultation: 'Met een geopende raadpleging',
		of: (n: string, all: string) => `${n} van de ${all}`,
		hidden:
			'Aantallen onder de vijf staan er niet. Zo is niemand te herkennen. Een streepje: nog niemand uitgenodigd.',
		copy: 'Geef uw instellingen aan scholen',
		make: 'Maak scholen uit een lijst',
		none: 'Er zijn geen scholen gevonden.'
	}
};
