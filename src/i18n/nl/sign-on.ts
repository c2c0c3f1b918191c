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
