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
	},
	consultation: {
		subject: (place: string, title: string) => `${place}: ${title}`,
		asks: (asker: string, place: string) =>
			asker === place
				? `${place} vraagt wat u vindt.`
				: `${asker} vraagt wat u vindt, bij ${place}.`,
		until: (until: string) => `U kunt antwoorden ${until}.`,
		weight: (weight: string) => `Wat ermee gebeurt: ${weight}`,
		answer: (day: string) => `Uiterlijk ${day} leest u wat er met de antwoorden is gedaan.`,
		link: 'Geef uw antwoord',
		own: 'De link is alleen voor u. Geef hem aan niemand anders.',
		once: (until: string, page: string) =>
			`Hij werkt één keer, ${until}. Daarna vraagt u zelf een nieuwe: ${page}`,
		help: (who: string) => `Hulp nodig? Vraag het aan ${who}.`
	},
	change: {
		subject: (product: string) => `Er is iets veranderd aan hoe u inlogt bij ${product}`,
		what: {
			address: 'De school heeft uw mailadres veranderd.',
			'password-set': 'Er is een wachtwoord gekozen voor uw account.',
			'password-removed': 'Het wachtwoord van uw account is weggehaald.',
			'app-added': 'Er is een app met cijfers ingesteld voor uw account.',
			'app-removed': 'De app met cijfers is weggehaald bij uw account.',
			'passkey-added': 'Er is een passkey gemaakt voor uw account.',
			'passkey-removed': 'Er is een passkey weggehaald bij uw account.',
			'account-linked': 'Uw account is gekoppeld aan een account van uw organisatie.',
			'account-removed': 'Uw account is losgemaakt van een account van uw organisatie.',
			'codes-renewed': 'Er zijn nieuwe noodcodes gemaakt. De oude werken niet meer.',
			'all-removed':
				'De beheerder van deze website heeft uw app, passkeys, wachtwoord en noodcodes weggehaald.'
		},
		toOld: 'Mail van deze website gaat voortaan naar het nieuwe adres.',
		when: (day: string, time: string) => `Dat was op ${day} om ${time} uur.`,
		ended: 'Op andere apparaten bent u daarom uitgelogd.',
		you: 'Hebt u dit zelf gedaan, of erom gevraagd? Dan hoeft u niets te doen.',
		right: 'Klopt dit? Dan hoeft u niets te doen.',
		notYou: (who: string) => `Klopt het niet? Vraag dan meteen hulp aan ${who}.`,
		whoRunsIt: 'de beheerder van deze website',
		never: 'In deze mail staat geen link. Vul nergens een code of wachtwoord in om deze mail.'
	}
};
