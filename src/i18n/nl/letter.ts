/** The letter with a code, and the strip to tick on paper. */
export const letter = {
	to: (group: string) => `Aan de ouders van ${group}`,
	toName: (name: string) => `Aan ${name}`,
	code: 'Uw code',
	only: 'alleen voor u',
	scan: 'Richt de camera van uw telefoon op het vierkant.',
	orGo: 'Of ga naar',
	andFill: 'en vul deze code in:',
	qr: 'Vierkante code voor de camera van uw telefoon',
	fill: 'Vul de code in.',
	fillText: 'U hebt geen wachtwoord nodig. Elke ouder heeft een eigen code.',
	answer: 'Geef uw antwoord.',
	answerText: (until: string) => `Het duurt 2 minuten. Dit kan ${until}.`,
	from: (day: string) => `Open vanaf ${day}.`,
	read: 'Lees wat de school ermee doet.',
	readText: (day: string) => `Uiterlijk ${day} leest u wat de school doet, en waarom.`,
	talk: 'Liever praten?',
	talkText: (day: string, time: string, place: string) =>
		`Kom naar de ouderavond: ${day}, ${time} uur. Waar: ${place}.`,
	help: 'Hulp nodig?',
	helpText: (name: string, phone: string, hours: string) =>
		[name, phone && `telefoon ${phone}`].filter(Boolean).join(', ') + (hours ? `. ${hours}` : '.'),
	english:
		'The website has an English version. What the school and parents write is not translated into English.',
	secrecy: {
		secret: 'Uw antwoord is geheim. Deze code gaat niet mee met uw antwoord.',
		confidential: 'Uw antwoord is vertrouwelijk. De school ziet niet wat u kiest.',
		named: 'U antwoordt op naam.'
	},
	household: 'Eén antwoord per gezin.',
	parent: 'Eén antwoord per ouder.',
	sign: 'Met vriendelijke groet,',
	strip: 'Liever op papier? Kruis aan en lever dit strookje in op school.',
	tickOne: 'Kruis één vakje aan.',
	tickSeveral: 'U mag meer vakjes aankruisen.',
	return: (until: string) => `U kunt het inleveren ${until}.`,
	first: 'Ingeleverd én online? Dan telt wat als eerste binnenkomt.',
	last: 'Ingeleverd én online? Dan telt wat het laatst binnenkomt, vóór de sluiting.',
	codeIs: (code: string) => `code ${code}`
};
