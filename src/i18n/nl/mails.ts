/** What stands in the mails that this website sends. */
export const mails = {
	greeting: (name: string | null) => (name ? `Dag ${name},` : 'Dag,'),
	sender: (product: string, origin: string) => `${product}, ${origin}`,
	signIn: {
		subject: (product: string) => `Inloggen bij ${product}`,
		lead: ['Met deze link logt u in.', 'Hij werkt één keer, en 30 minuten lang.'],
		link: 'Log in',
		digits: 'Vraagt de website om zes cijfers? Vul deze in:',
		close: [
			'Geef de link en de cijfers aan niemand anders. De school vraagt er nooit om.',
			'Hebt u hier niet om gevraagd? Dan hoeft u niets te doen.'
		]
	},
	invitation: {
		subject: (place: string) => `Uitnodiging voor ${place}`,
		lead: (place: string) => `U bent uitgenodigd om mee te werken bij ${place}.`,
		how: 'Met deze link logt u in. Hij werkt één keer, en 14 dagen lang.',
		link: 'Begin',
		close: [
			'Daarna logt u in met uw mailadres. U hebt geen wachtwoord nodig.',
			'Kent u deze plek niet? Dan hoeft u niets te doen.'
		]
	}
};
