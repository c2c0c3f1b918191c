/** Where one is signed in, and how one shows that it is really them. */
export const factors = {
	sessions: {
		title: 'Waar u bent ingelogd',
		lead: 'Kent u een apparaat niet? Log het dan uit.',
		unknown: 'Onbekende browser',
		here: 'Dit apparaat',
		since: (day: string) => `Ingelogd op ${day}`,
		notKept: 'Wanneer u een apparaat gebruikte, bewaren we niet.',
		end: 'Log uit',
		endWhich: (device: string, day: string) => `: ${device}, ingelogd op ${day}`,
		helpdesk: (school: string, device: string) => `Helpdesk van ${school}, ${device}`,
		endHelpdesk: 'Stop de helpdesk',
		link: 'Bekijk waar u bent ingelogd'
	},
	security: {
		title: 'Veilig inloggen',
		lead: 'Hier regelt u hoe u laat zien dat u het echt bent.',
		goOn: 'Ga verder',
		waitingTitle: 'U bent er bijna',
		waiting:
			'U werkt hier met gegevens van anderen. Daarom is naast uw code nog één ding nodig: een app op uw telefoon. Stel die nu in.',
		app: {
			title: 'Een app met cijfers',
			intro: 'Een app op uw telefoon maakt elke halve minuut zes nieuwe cijfers.',
			begin: 'Stel een app in',
			again: 'Begin opnieuw met een ander vierkant',
			steps: [
				'Open op uw telefoon een app die inlogcijfers maakt, een authenticator.',
				'Richt de camera op dit vierkant.',
				'Vul hieronder de zes cijfers in die de app toont.'
			],
			qr: 'Vierkant voor de camera van uw app',
			secret: 'Lukt dat niet? Typ dan deze sleutel in de app:',
			digits: 'De zes cijfers',
			digitsHint: 'De cijfers staan in de app.',
			finish: 'Klaar',
			on: 'Uw app is ingesteld. Bij het inloggen vragen we de cijfers.',
			remove: 'Haal de app weg',
			removeSure: 'Wilt u de app echt weghalen? Ook de noodcodes werken dan niet meer.',
			demoClock:
				'Dit voorbeeld heeft een eigen klok. De cijfers van een echte app passen daar niet bij.'
		},
		codes: {
			title: 'Uw noodcodes',
			text: 'Bewaar deze codes op papier. Bent u uw telefoon kwijt, dan logt u in met een noodcode. Elke code werkt één keer. U ziet ze alleen nu.',
			print: 'Print de codes',
			left: (count: number) =>
				count === 1 ? 'U hebt nog 1 noodcode.' : `U hebt nog ${String(count)} noodcodes.`,
			renew: 'Maak nieuwe noodcodes'
		},
		link: 'Regel hoe u veilig inlogt'
	},
	passkeys: {
		title: 'Inloggen met een passkey',
		intro: 'Uw apparaat herkent u, aan uw vinger, gezicht of pincode. U hebt dan geen code nodig.',
		name: 'Naam voor dit apparaat',
		nameHint: 'Bijvoorbeeld: mijn telefoon. Dit hoeft niet.',
		nameless: 'Passkey zonder naam',
		add: 'Maak een passkey op dit apparaat',
		addedTitle: 'De passkey is bewaard',
		added: (day: string) => `Gemaakt op ${day}`,
		remove: 'Haal weg',
		removeWhich: (name: string) => `: ${name}`,
		removeSure: 'Wilt u deze passkey echt weghalen? U kunt er dan niet meer mee inloggen.',
		signInTitle: 'Log in met een passkey',
		signInLead: 'Uw apparaat vraagt of u het bent. Daarna bent u binnen.',
		without: 'Uw browser kan hier geen passkey gebruiken. Log in op een andere manier.',
		failed: 'Dat is niet gelukt. Probeer het nog eens, of log in op een andere manier.'
	},
	password: {
		title: 'Een wachtwoord',
		intro: 'Een wachtwoord hoeft niet. Een code, een mail of een passkey werkt ook.',
		on: 'U hebt een wachtwoord.',
		fresh: 'Nieuw wachtwoord',
		hint: 'Ten minste acht tekens. Een paar losse woorden na elkaar is sterk.',
		set: 'Bewaar dit wachtwoord',
		remove: 'Haal het wachtwoord weg',
		removeSure: 'Wilt u het wachtwoord echt weghalen?',
		own: 'Uw wachtwoord',
		email: 'Uw mailadres',
		signInTitle: 'Log in met een wachtwoord',
		signInLead: 'Dit werkt als u eerder zelf een wachtwoord koos.',
		signIn: 'Log in'
	},
	confirm: {
		passkey: 'Of bevestig met een passkey',
		title: 'Bent u het echt?',
		lead: 'Laat zien dat u het bent. Daarna gaat u verder.',
		factor: 'Cijfers uit uw app, of een noodcode',
		factorHint: 'Zes cijfers, of een noodcode van acht tekens.',
		go: 'Bevestig',
		lost: 'Telefoon kwijt en geen noodcode meer? Vraag de beheerder van deze website om hulp.',
		done: 'Het is bevestigd',
		doneText: 'U kunt dit venster sluiten. Verstuur het formulier in het andere venster opnieuw.',
		first: 'Laat zien dat u het bent (opent een nieuw venster)',
		waiting: 'Laat eerst zien dat u het bent'
	}
};
