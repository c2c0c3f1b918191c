/** Coming in with an e-mail address. */
export const signIn = {
	title: 'Inloggen met uw mailadres',
	lead: 'Wij sturen u een mail. Daarmee logt u in, zonder wachtwoord.',
	email: 'Uw mailadres',
	emailHint: 'Het adres dat de school van u heeft.',
	go: 'Stuur mij een mail',
	off: 'Deze website stuurt geen mail.',
	offHint: 'U kunt inloggen met de code op de brief van school.',
	withCode: 'Inloggen met een code',
	withCodeHint: 'De code staat op de brief van school.',
	askedTitle: 'Kijk in uw mail',
	asked: 'Kennen wij dit mailadres? Dan krijgt u binnen een paar minuten een mail.',
	askedHow: 'Open de link in die mail. Of vul hier de zes cijfers uit de mail in.',
	digits: 'De zes cijfers',
	digitsHint: 'Handig als u uw mail op een ander apparaat leest. Ze werken 30 minuten.',
	enter: 'Log in',
	noMail: 'Geen mail gekregen?',
	noMailText: [
		'Kijk ook bij de ongewenste mail.',
		'Heeft de school een ander adres van u? Vul dat dan in.',
		'Lukt het niet? Bel of mail de school.'
	],
	again: 'Vraag een nieuwe mail',
	linkTitle: 'Inloggen met de link uit uw mail',
	linkLead: 'Met deze knop logt u in. De link werkt één keer.',
	linkElsewhere: 'U vroeg de mail op een ander apparaat aan. Vul daarom ook de zes cijfers in.',
	linkDigitsHint: 'Ze staan in dezelfde mail, onder de link.',
	shared: 'Is dit niet uw eigen apparaat? Log na afloop weer uit.',
	goneTitle: 'Deze link werkt niet meer',
	goneHint: 'De link is gebruikt of te oud. Vraag een nieuwe mail.',
	wrongTitle: 'Inloggen lukt nog niet'
};
