/** Coming in with an account of the organisation where one works. */
export const signOn = {
	title: 'Inloggen met een account van uw organisatie',
	way: (name: string) => `Inloggen met ${name}`,
	wayHint: 'Voor wie hier werkt.',
	lead: (name: string) => `U gaat naar de website van ${name} en komt daarna hier terug.`,
	failedTitle: 'Inloggen is niet gelukt',
	again: 'Probeer het opnieuw',
	confirm: (name: string) => `Bevestig bij ${name}`,
	confirmLead: (name: string) => `Bij ${name} laat u opnieuw zien dat u het bent.`,
	account: {
		none: (name: string) =>
			`U kunt inloggen met ${name}. Uw mailadres moet daar hetzelfde zijn als hier.`,
		linked: (name: string, day: string) => `Uw account bij ${name} is gekoppeld op ${day}.`,
		remove: 'Maak los',
		removeWhich: (name: string) => `: ${name}`,
		removeSure: 'Wilt u dit account echt losmaken?',
		removeHint: 'Logt u er later weer mee in? Dan koppelen we het opnieuw.'
	}
};

/** Why somebody comes back from there with nothing; among the other reasons. */
export const signOnReasons = {
	'sign-on.unknown': 'Met dit account komt u hier niet binnen. Vraag het eventueel de school.',
	'sign-on.shared': 'Twee mensen die hier werken, delen dit adres. Log anders in.',
	'sign-on.cancelled': 'U bent gestopt met inloggen. U kunt het opnieuw proberen.',
	'sign-on.expired': 'Dit duurde te lang, of u bent hiermee al ingelogd. Begin opnieuw.',
	'sign-on.away': 'De andere website antwoordt nu niet. Probeer het straks nog eens.',
	'sign-on.wrong': 'Het antwoord van de andere website klopt niet. Log anders in.',
	'sign-on.other': 'Dit account hoort hier bij iemand anders, of bij niemand.',
	'sign-on.not-anew': 'Daar is niet opnieuw gevraagd wie u bent. Log uit, en anders weer in.'
};
