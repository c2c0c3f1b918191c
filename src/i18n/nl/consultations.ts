/** A consultation, its ground rules, and the form in which both are made. */
export const consultations = {
	stage: {
		draft: 'In voorbereiding',
		planned: 'Komt eraan',
		open: 'Open',
		suspended: 'Staat stil',
		closed: 'Gesloten',
		counted: 'Geteld',
		reported: 'Verslag klaar',
		done: 'Afgerond',
		archived: 'Afgerond',
		withdrawn: 'Ingetrokken'
	},
	/** Which of the two it is, `untilIn` says: the whole day, or a time on it. */
	until: (day: string) => `tot en met ${day}`,
	untilTime: (day: string, time: string) => `tot ${day}, ${time} uur`,
	levelName: {
		inform: 'Informeren',
		consult: 'Raadplegen',
		advise: 'Adviseren',
		coproduce: 'Samen maken',
		decide: 'Meebeslissen'
	},
	/** The one sentence that parents read; made from the level, never typed. */
	levelSentence: {
		inform: () => 'Wij vertellen u wat er gebeurt. Het besluit ligt al vast.',
		consult: (asker: string) =>
			`Wij horen graag uw mening. ${asker} weegt die mee. De uitslag is niet bindend.`,
		advise: (asker: string) =>
			`Ouders geven samen advies. ${asker} volgt het advies, of legt uit waarom niet.`,
		coproduce: (asker: string) => `U maakt het plan mee met ${asker}. Daarna komt het besluit.`,
		decide: () => 'U beslist mee. De uitslag telt zoals het in de spelregels staat.'
	},
	unitName: { parent: 'Eén antwoord per ouder', household: 'Eén antwoord per gezin' },
	unitHint: {
		parent: 'Elke ouder antwoordt zelf. Ook als u niet samenwoont.',
		household:
			'Let op: gescheiden ouders van één gezin moeten het dan eens worden. Kies bij twijfel per ouder.'
	},
	secrecyName: { secret: 'Geheim', confidential: 'Vertrouwelijk', named: 'Op naam' },
	/** What parents read about secrecy. Fixed: it says what the system does, and no more. */
	secrecySentence: {
		secret:
			'Uw antwoord is geheim. Het is niet aan uw naam gekoppeld, ook niet in de database. De beheerder kan zien dát u meedeed, niet wát u koos. Wie de server op dat moment afluistert of de software verandert, kan het geheim schenden. Bij heel kleine groepen kan de uitslag zelf iets verraden.',
		confidential:
			'Uw antwoord is vertrouwelijk. De school en de raad zien niet wat u koos. Het systeem kan uw antwoord wel aan u koppelen, tot de raadpleging is gearchiveerd.',
		named: 'U antwoordt op naam. Wie de raadpleging houdt, kan zien wat u koos.'
	},
	channel: {
		online: 'Online',
		paper: 'Op papier',
		evening: 'Op de ouderavond',
		phone: 'Door de telefoon'
	},
	interimHidden: 'Pas na de sluiting ziet iemand cijfers',
	/** One agreed limit, in words. */
	limit: (
		about: 'response' | 'option',
		of: 'units' | 'ballots' | 'preference',
		relation: 'at-least' | 'more-than',
		share: string,
		unit: 'parent' | 'household'
	) => {
		const units = unit === 'parent' ? 'ouders' : 'gezinnen';
		const much = relation === 'at-least' ? `ten minste ${share}` : `meer dan ${share}`;
		const whole = {
			units: `van alle ${units}`,
			ballots: 'van alle getelde antwoorden',
			preference: `van de ${units} met een voorkeur`
		}[of];
		return about === 'response'
			? `Er doet ${much} van de ${units} mee.`
			: `Eén keuze krijgt ${much} ${whole}.`;
	},
	together: { all: 'Beide zijn nodig.', any: 'Eén van de twee is genoeg.' },
	noLimit: 'Er is geen grens afgesproken.',
	rules: {
		unit: 'Wie telt mee',
		secrecy: 'Wie ziet wat u kiest',
		channels: 'Hoe kunt u antwoorden',
		period: 'Wanneer kunt u meedoen',
		periodIs: (from: string, to: string) => `Van ${from} tot ${to}.`,
		moment: (day: string, time: string) => `${day}, ${time} uur`,
		threshold: 'Afgesproken grens',
		weight: 'Wat de uitslag betekent',
		level: 'Hoeveel u meebeslist',
		decider: 'Wie besluit',
		decision: 'Wanneer is het besluit',
		answer: 'Wanneer u antwoord krijgt',
		interim: 'Tussenstand',
		fixed: 'Dit staat vast',
		open: 'Dit kan nog anders',
		polls: 'Peilingen',
		none: 'nog niet ingevuld'
	},
	form: {
		about: 'Waar gaat het over?',
		title: 'Titel',
		titleHint: 'Kort en duidelijk, zoals ouders erover praten.',
		slug: 'Naam in het webadres',
		slugHint: 'Kleine letters en streepjes. Leeg? Dan maken wij hem van de titel.',
		body: 'Wie vraagt het?',
		noBody: 'De school zelf',
		question: 'De vraag, in één zin',
		questionHint: 'Vraag één ding. Vraag het zonder een kant te kiezen.',
		introduction: 'Het idee, in twee of drie zinnen',
		motive: 'Waarom nu?',
		facts: 'Drie feiten',
		factsHint: 'Eén per regel. Wat moet iemand weten om te antwoorden?',
		expect: 'Wat mogen ouders verwachten?',
		fixed: 'Dit staat vast',
		fixedHint: 'Eén per regel. Hier kunnen ouders niets meer aan veranderen.',
		open: 'Dit kan nog anders',
		openHint: 'Eén per regel. Hierover kunnen ouders meepraten.',
		level: 'Hoeveel beslissen ouders mee?',
		decider: 'Wie besluit?',
		deciderHint: 'Bijvoorbeeld: Het bestuur, als de ouders in de MR instemmen.',
		decisionDay: 'Wanneer is het besluit?',
		answerDay: 'Wanneer lezen ouders per thema wat ermee gebeurt?',
		contact: 'Bij wie kunnen ouders vragen stellen?',
		contactHint: 'Naam, rol en wanneer diegene antwoordt.',
		rules: 'De spelregels',
		unit: 'Wie telt één keer mee?',
		secrecy: 'Wie kan zien wat iemand kiest?',
		secrecyHint: 'Ouders lezen deze tekst bij het formulier. U kunt hem niet veranderen.',
		channels: 'Hoe kunnen ouders antwoorden?',
		opensDay: 'Open vanaf',
		opensTime: 'Tijd',
		closesDay: 'Open tot',
		closesTime: 'Tijd',
		timeHint: 'Zoals 8.00.',
		threshold: 'Is er een grens?',
		thresholdHint:
			'Spreek vooraf af wanneer de uitslag telt. Het systeem rekent het na en zegt of het gehaald is.',
		response: 'Hoeveel moeten er meedoen?',
		option: 'Hoeveel moet één keuze krijgen?',
		relation: { none: 'Geen grens', 'at-least': 'Ten minste', 'more-than': 'Meer dan' },
		share: 'Welk deel?',
		shareHint: 'Bijvoorbeeld 60% of 2/3.',
		optionOf: 'Waarvan?',
		of: { preference: 'van wie een voorkeur heeft', ballots: 'van alle getelde antwoorden' },
		together: 'Zijn het twee grenzen? Wat dan?',
		togetherName: { all: 'Beide moeten gehaald zijn', any: 'Eén van de twee is genoeg' },
		weight: 'Wat betekent de uitslag? Schrijf het voor ouders op.',
		weightHint: 'Zeg ook wat er gebeurt als de grens niet gehaald is.'
	}
};
