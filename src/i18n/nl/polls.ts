/** Figures come in as text, already written the reader's way. */
export const polls = {
	kind: {
		secret: 'Geheime stemming',
		confidential: 'Vertrouwelijke stemming',
		named: 'Stemming op naam'
	},
	method: { 'single-choice': 'Eén keuze', 'several-choices': 'Meer keuzes' },
	how: {
		'single-choice': 'U kiest één antwoord. Wij tellen hoe vaak elk antwoord gekozen is.',
		'several-choices':
			'U kiest een of meer antwoorden. Wij tellen hoeveel deelnemers elk antwoord kozen.'
	},
	questionOf: (number: number, of: number) => `Vraag ${number} van ${of}`,
	atMost: (n: number) => `Kies er hoogstens ${n}.`,
	atLeast: (n: number) => `Kies er ten minste ${n}.`,
	cast: 'Breng uw stem uit',
	change: 'Verander uw antwoord',
	whoSees: 'Wie ziet mijn antwoord?',
	canIChange: 'Kan ik het veranderen?',
	changeable: (until: string) => `Ja, ${until}. Uw laatste antwoord telt.`,
	notChangeable: 'Nee. Een geheime stem kunnen wij niet terugvinden. Dus ook niet veranderen.',
	howCounted: 'Hoe tellen we?',
	weight: 'Wat betekent de uitslag?',
	onePer: { parent: 'Elke ouder heeft één stem.', household: 'Elk gezin heeft één stem.' },
	received: 'Uw stem is ontvangen',
	receivedLead: 'Dank u wel. Uw stem is geteld.',
	countedFor: { parent: 'Geteld: één stem van u.', household: 'Geteld: één stem van uw gezin.' },
	notOnPage: 'Uw keuze staat hier niet. Zo kan niemand u vragen te laten zien wat u koos.',
	whatNext: 'Wat gebeurt er nu?',
	nextClose: (until: string) => `De stemming is open ${until}.`,
	nextCount: 'Daarna tellen twee mensen alle stemmen: online, van papier en van de avond.',
	nextDecision: (who: string, day: string) => `Op ${day} is het besluit. ${who}`,
	nextAnswer: (day: string) => `Uiterlijk op ${day} leest u wat er met de uitkomst gebeurt.`,
	nextQuestion: 'Naar de volgende vraag',
	backTo: (title: string) => `Terug naar ${title}`,
	already: { parent: 'U hebt al gestemd.', household: 'Uw gezin heeft al gestemd.' },
	alreadyMore: {
		parent: 'Er is één stem van u geteld.',
		household:
			'De eerste stem van een gezin telt. Overleg samen als u het anders wilt zeggen in het gesprek.'
	},
	notYet: (day: string, time: string) => `Stemmen kan vanaf ${day}, ${time} uur.`,
	closed: 'De stemming is gesloten.',
	closedMore: 'Wij tellen nu. De uitslag komt als twee mensen de telling hebben gecontroleerd.',
	suspended: 'De raadpleging staat stil. Stemmen kan nu niet.',
	withdrawn: 'De raadpleging is ingetrokken.',
	noRight: 'Hier kunt u niet stemmen',
	noRightMore:
		'Deze stemming is voor wie een code kreeg. Denkt u dat dit niet klopt? Vraag de school.',
	guest: 'Om te stemmen hebt u een code nodig',
	guestMore: 'De code staat op de brief van school. Zonder code kunt u wel lezen.',
	toJoin: 'Vul uw code in',
	result: 'Uitslag',
	counted: (n: string) => `${n} getelde stemmen`,
	leads: (option: string) => `De meeste stemmen: ${option}.`,
	tie: (options: string) => `Evenveel stemmen: ${options}.`,
	nobody: 'Er zijn nog geen stemmen.',
	difference: (n: string) => `Het verschil met de volgende is ${n}.`,
	responseLine: {
		parent: (part: string, whole: string, percent: string) =>
			`${part} van de ${whole} ouders deden mee (${percent}%).`,
		household: (part: string, whole: string, percent: string) =>
			`${part} van de ${whole} gezinnen deden mee (${percent}%).`
	},
	slips: {
		title: 'Formulieren invoeren',
		lead: 'Typ de code van het formulier en wat erop staat. Eén formulier per keer.',
		until: (day: string) => `Invoeren kan tot en met ${day}.`,
		poll: 'Welke vraag?',
		show: 'Toon deze vraag',
		code: 'Code op het formulier',
		codeHint: 'Acht tekens. Hoofdletters hoeven niet.',
		channel: 'Hoe kwam het binnen?',
		channels: { paper: 'op papier', evening: 'op de ouderavond', phone: 'door de telefoon' },
		receivedOn: 'Wanneer kwam het binnen?',
		mark: 'Wat is het?',
		marks: {
			choice: 'Eén of meer kruisjes',
			blank: 'Blanco: niets ingevuld',
			invalid: 'Ongeldig: niet te lezen, of te veel kruisjes'
		},
		choice: 'Aangekruist',
		enter: 'Voer dit formulier in',
		entered: 'Tot nu toe ingevoerd',
		outcome: {
			counted: 'geteld',
			blank: 'blanco',
			invalid: 'ongeldig',
			double: 'dubbel',
			late: 'te laat',
			unknown: 'onbekende code'
		},
		said: {
			counted: 'Geteld.',
			blank: 'Geteld als blanco.',
			invalid: 'Ongeldig. Niet geteld. De code blijft bruikbaar.',
			double: 'Niet geteld. Deze code was al gebruikt.',
			late: 'Niet geteld. Dit kwam na de sluiting binnen.',
			unknown: 'Niet geteld. Deze code kennen wij niet.'
		},
		refused: 'Niet geteld',
		refusedNone: 'Er is niets geweigerd.',
		refusedHint:
			'Code verkeerd getypt? Haal het formulier van de lijst en voer het opnieuw in. Wat erop stond, bewaren wij hier niet.',
		strike: 'Haal van de lijst',
		day: 'Dag',
		why: 'Waarom',
		noPolls: 'Deze raadpleging heeft geen peiling.'
	},
	count: {
		title: 'De telling sluiten',
		lead: 'Twee mensen controleren of alles klopt. Pas daarna ziet iemand de uitslag.',
		notYet: 'Dit kan als de raadpleging gesloten is.',
		enterUntil: (day: string) =>
			`Formulieren invoeren kan tot en met ${day}. Sluit de telling daarna.`,
		holds: 'Dit klopt.',
		holdsNot: 'Dit klopt niet.',
		confirmedBy: (name: string, day: string) => `${name} controleerde de telling op ${day}.`,
		confirm: 'Ik heb gecontroleerd dat dit klopt',
		second: 'Een tweede persoon moet dit ook nog controleren.',
		closed: 'De telling is gesloten.',
		toResult: 'Bekijk de uitslag',
		toReport: 'Schrijf het verslag'
	}
};
