/** The helpdesk on a tablet: opening it, its screens, and what a parent sees of it. */
export const helpdesk = {
	open: {
		title: 'Helpdesk openen',
		lead: (school: string) =>
			`Met deze tablet helpt u ouders van ${school} met inloggen en stemmen.`,
		before: 'Voordat u begint',
		means: [
			'U wordt op deze tablet uitgelogd. Uw werkplek is er dan niet te openen.',
			'U zoekt een ouder op en geeft de tablet door. De ouder stemt zelf.',
			'Na elke ouder gaat de tablet op slot. Met uw pincode opent u hem weer.',
			'De helpdesk stopt na acht uur, en na vijf verkeerde pincodes achter elkaar.'
		],
		pin: 'Kies een pincode',
		pinHint: 'Vier tot zes cijfers. Neem niet die van uw bankpas of telefoon.',
		go: 'Open de helpdesk',
		onlySchool: 'Een helpdesk opent u bij één school. Ga eerst naar de werkplek van die school.',
		script: 'Lees eerst: een ouder helpen in 90 seconden'
	},
	locked: {
		title: 'Helpdesk',
		lead: (school: string) => `Deze tablet helpt ouders van ${school}.`,
		parents: 'Wilt u stemmen? Geef de tablet aan de helper.',
		pin: 'Pincode van de helper',
		go: 'Open',
		overTitle: 'Deze tablet is geen helpdesk',
		over: 'De helpdesk is gestopt, of nooit begonnen. Log in en open hem op de werkplek van uw school.',
		join: 'Inloggen'
	},
	find: {
		title: 'Wie helpt u?',
		byCode: 'Met de code van de brief',
		code: 'Code',
		codeHint: 'Acht tekens. De ouder leest voor of typt zelf.',
		byName: 'Met de naam',
		name: 'Naam van de ouder',
		nameHint: 'Een deel is genoeg. Hoofdletters en accenten maken niet uit.',
		search: 'Zoek',
		found: 'Gevonden ouders',
		nobody: 'Niemand gevonden',
		nobodyHint: [
			'Misschien schreef de school de naam anders. Probeer een kort deel, of de code van de brief.',
			'Wie bij de school werkt of in de raad zit, logt op de eigen manier in.',
			'Nog steeds niet? Vraag het de coördinator.'
		],
		more: 'Er zijn er meer. Typ een langer deel van de naam.',
		nameless: 'Ouder zonder naam',
		noGroup: 'groep niet bekend',
		choose: 'Kies',
		chooseWho: (name: string, groups: string) => `: ${name}, ${groups}`,
		close: 'Stop de helpdesk',
		closeHint: 'Deze tablet is daarna een gewone tablet.',
		idle: 'Doet u een minuut niets? Dan gaat de tablet op slot.',
		script: 'Hoe ging het ook weer?'
	},
	parent: {
		title: (name: string) => `Bent u ${name}?`,
		namelessTitle: 'Klopt het dat u ouder bent op deze school?',
		lead: (groups: string) => `Vraag het de ouder. Groep: ${groups}.`,
		language: 'In welke taal leest u?',
		channel: 'Hoe schrijft de school u?',
		email: 'Per mail',
		paper: 'Op papier',
		noChannel: 'De school heeft geen werkend mailadres van u. Zij schrijft op papier.',
		hand: 'Ja, geef de tablet aan de ouder',
		wrong: 'Nee, zoek opnieuw',
		codes: 'Liever met een code?',
		codesIntro: 'Voor wie thuis wil stemmen. Een oude code werkt daarna niet meer.',
		makeCode: (title: string) => `Maak een nieuwe code voor ‘${title}’`,
		codeTitle: 'De nieuwe code',
		codeText: (title: string) =>
			`Voor ‘${title}’. Schrijf hem op voor de ouder. U ziet hem één keer.`
	},
	kiosk: {
		label: 'U gebruikt een tablet van school',
		signedIn: 'U bent ingelogd op een tablet van school.',
		idle: 'Raakt u het scherm even niet aan? Dan logt het vanzelf uit.',
		left: 'Raak het scherm aan om door te gaan. Uitloggen over:',
		done: 'Klaar, uitloggen',
		welcome: 'U bent aan de beurt',
		welcomeLead: 'De tablet is nu even van u.',
		welcomeMeans: [
			'Niemand van school ziet wat u kiest, ook de helper niet.',
			'Klaar? Druk op ‘Klaar, uitloggen’. Dan is alles van u van deze tablet weg.',
			'U hebt tien minuten. Langer nodig? De helper begint opnieuw met u.'
		],
		begin: 'Begin',
		notHere: 'Dit kan niet op een tablet van school',
		notHereHint: 'Doe dit op uw eigen telefoon of computer.'
	},
	script: {
		title: 'Een ouder helpen in 90 seconden',
		lead: 'Voor wie op de avond bij de tablet staat.',
		print: 'Druk af',
		steps: [
			{
				time: '10 seconden',
				do: 'Groet en vraag.',
				say: 'Hebt u de brief met de code bij u? Anders zoek ik u op naam.'
			},
			{
				time: '20 seconden',
				do: 'Open de tablet met uw pincode. Zoek op code of naam.',
				say: 'Ik zie alleen uw naam en de groep.'
			},
			{
				time: '15 seconden',
				do: 'Lees naam en groep voor. Vraag naar taal en mail of papier.',
				say: 'Klopt dit? In welke taal leest u?'
			},
			{
				time: '5 seconden',
				do: 'Druk op ‘Ja, geef de tablet aan de ouder’. Geef hem, en kijk weg.',
				say: 'U kiest zelf. Ik zie niet wat u kiest.'
			},
			{
				time: '35 seconden',
				do: 'Wacht op een stap afstand.',
				say: 'Klaar? Druk op ‘Klaar, uitloggen’.'
			},
			{
				time: '5 seconden',
				do: 'Neem de tablet terug. Staat er ‘Helpdesk’? Dan is hij leeg.',
				say: 'Dank u. De uitslag leest u later.'
			}
		],
		rules: 'Zo hoort het',
		ruleList: [
			'Stem nooit voor een ouder. Leest iemand moeilijk? Lees de vraag en alle antwoorden voor.',
			'Vraag niet wat iemand koos. Vertel niet wie er was.',
			'Geeft u een nieuwe code? Schrijf hem op voor de ouder, en bewaar hem niet.',
			'Lukt het niet? Dan is er het formulier op papier. Dat telt even zwaar.'
		],
		back: 'Naar de helpdesk'
	}
};
