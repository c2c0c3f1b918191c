/** Telling parents by mail that a consultation is open, at the desk. */
export const invitations = {
	title: 'Ouders mailen',
	intro: 'Elke ouder krijgt één mail, met een link om meteen te antwoorden.',
	waiting: 'Nog niet gemaild',
	mailed: 'Gemaild',
	unreached: 'Geen werkend mailadres, of liever een brief',
	hidden: 'Aantallen onder de vijf staan er niet.',
	letters: 'Maak brieven voor ouders die geen mail krijgen',
	once: 'U kunt dit vaker doen. Wie al een mail kreeg, krijgt er geen tweede.',
	leavesAt: (day: string, time: string) =>
		`De mails gaan weg als de raadpleging opent: ${day} om ${time} uur.`,
	go: 'Mail de ouders',
	done: 'De mails staan klaar',
	doneHint: 'Ze gaan een voor een weg. Komen er later ouders bij? Mail die dan ook.',
	none: 'Iedereen die mail krijgt, is gemaild.',
	noServer: 'Deze website kan geen mail sturen. Maak brieven voor alle ouders.'
};
