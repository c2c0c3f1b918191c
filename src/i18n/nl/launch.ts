import { letter } from './letter.ts';
import { planning } from './planning.ts';
import { plural } from '../plural.ts';

type Unit = 'parent' | 'household';
const units = (n: number, number: string, unit: Unit) =>
	unit === 'parent'
		? plural('nl', n, { one: `${number} ouder`, other: `${number} ouders` })
		: plural('nl', n, { one: `${number} gezin`, other: `${number} gezinnen` });
const panels = (n: number) => plural('nl', n, { one: '1 gesprek', other: `${n} gesprekken` });
const polls = (n: number) => plural('nl', n, { one: '1 peiling', other: `${n} peilingen` });

/** The home of a place, the page of a consultation, its ground rules, its letter, and its planning. */
export const launch = {
	left: (days: number) =>
		days <= 0
			? 'Vandaag de laatste dag'
			: plural('nl', days, { one: 'Nog 1 dag', other: `Nog ${days} dagen` }),
	opensOn: (day: string) => `Open vanaf ${day}`,
	closedOn: (day: string) => `Gesloten op ${day}`,
	tookPart: (n: number, number: string, unit: Unit) =>
		plural('nl', n, {
			one: `${units(n, number, unit)} deed al mee`,
			other: `${units(n, number, unit)} deden al mee`
		}),
	tookPartInAll: (n: number, number: string, unit: Unit) =>
		plural('nl', n, {
			one: `${units(n, number, unit)} deed mee`,
			other: `${units(n, number, unit)} deden mee`
		}),
	nobody: 'Niemand deed mee',
	nobodyYet: 'Nog niemand deed mee',
	home: {
		title: { one: 'Praat mee over onze school', many: 'Praat mee over onze scholen' },
		lead: 'De school maakt plannen. U zegt wat u ervan vindt. Daarna leest u wat de school met uw mening doet.',
		code: 'Hebt u een brief met een code?',
		codeHint: 'De code staat in het vak op de brief. U hebt geen wachtwoord nodig.',
		join: 'Meedoen',
		look: 'Eerst rondkijken, zonder code',
		eveningTitle: 'Komt u ook?',
		eveningAbout: 'Ouderavond over:',
		eveningAbsent: 'Kunt u niet komen? Wat op de avond wordt gezegd, leest u later online.',
		eveningMore: 'Lees meer over de avond',
		hours: (from: string, to: string) => `${from} tot ${to} uur`,
		now: 'Hier kunt u nu over meepraten',
		nothing: 'Er is nu niets om over mee te praten.',
		nothingHint: 'Hieronder leest u wat er met eerdere meningen is gedaan.',
		doing: 'Dit kunt u doen',
		panels,
		polls,
		secret: 'geheim',
		askedBy: (place: string) => `Gevraagd door ${place}`,
		being: 'Hier kon u over meepraten',
		beingIntro: 'Dit is gesloten. Het verslag komt nog.',
		done: 'Dit deden we met uw mening',
		doneIntro: 'Ook als iets niet kan, leest u waarom.',
		asked: 'U vroeg',
		did: 'Wij antwoordden',
		source: (title: string) => `Verslag: ${title}`,
		allReports: 'Alle verslagen en besluiten',
		how: 'Zo werkt het',
		steps: [
			['De school stelt een vraag', 'U leest wat het plan is en wat nog kan veranderen.'],
			['U geeft uw mening', 'Online, op een ouderavond of op papier. Alles telt even zwaar.'],
			['De moderator maakt een verslag', 'Bij elke uitspraak ziet u waar die vandaan komt.'],
			['De school beslist', 'U leest wat de school doet, en waarom. Ook als het anders wordt.']
		] as readonly (readonly [string, string])[],
		noCode: 'Geen code gekregen?',
		noCodeHint: 'Bent u ouder of verzorger van deze school?',
		askCode: 'Vraag of u mag meedoen.',
		schools: 'De scholen',
		schoolsIntro: 'Elke school heeft haar eigen raadplegingen.',
		draft: 'Maak een raadpleging'
	},
	page: {
		draft: 'Dit is een concept. Alleen de makers zien het.',
		toPlan: 'Naar de voorbereiding',
		short: 'In het kort',
		motive: 'Waarom nu?',
		promise: 'Wat kan nog veranderen?',
		open: 'Dit kan nog anders',
		fixed: 'Dit staat vast',
		decides: 'Wie besluit, en wanneer?',
		decidesOn: (decider: string, day: string) => `${decider} Het besluit is op ${day}.`,
		ourPromise: 'Onze belofte:',
		promiseIs: (day: string, asker: string) =>
			`uiterlijk ${day} leest u per thema wat de school doet, en waarom. Dat belooft ${asker}.`,
		toRules: 'Lees de spelregels',
		askedBy: (asker: string) => `Gevraagd door ${asker}`,
		contact: 'Een vraag over deze raadpleging?',
		questions: (contact: string) => `Vragen? ${contact}`,
		suspended: 'Deze raadpleging staat even stil',
		resumed: 'Deze raadpleging stond even stil en gaat weer verder',
		withdrawn: 'Deze raadpleging is ingetrokken',
		phases: 'Waar zijn we nu?',
		done: 'klaar',
		now: 'nu',
		phase: {
			prepare: 'Voorbereiden',
			'take-part': 'Meedoen',
			evening: 'Ouderavond',
			report: 'Verslag',
			decision: 'Besluit',
			answers: 'Antwoord per thema'
		},
		phaseText: {
			prepare: 'De vraag en de spelregels worden gemaakt.',
			'take-part': 'U praat mee en geeft antwoord.',
			evening: 'U praat mee op school.',
			report: 'U leest wat er is gezegd, online, op papier en op de avond.',
			decision: 'Er wordt besloten.',
			answers: 'U leest wat de school met elk thema doet.'
		},
		range: (from: string, to: string) => `${from} – ${to}`,
		afterClosing: 'na de sluiting',
		toEvening: 'Bekijk de avond',
		panels: 'Gesprekken',
		contributions: (n: number, number: string) =>
			plural('nl', n, { one: `${number} reactie`, other: `${number} reacties` }),
		nothingSaid: 'nog geen reacties',
		panelsHidden: 'De gesprekken zijn voor ouders van deze school. Vul uw code in om ze te lezen.',
		polls: 'Peilingen',
		answered: 'Ingevuld',
		notAnswered: 'Nog niet ingevuld',
		waiting: 'Nog niet open',
		over: 'Gesloten',
		resultThere: 'Uitslag',
		resultLater: 'De uitslag komt na de telling.',
		who: 'Wie deden mee?',
		of: (number: string, n: number, unit: Unit) => `van de ${units(n, number, unit)}`,
		onlyTotal: 'Tot de sluiting ziet niemand wat er gekozen is.',
		evenings: 'Ouderavonden',
		report: 'Verslag',
		reportThere: 'Het verslag is klaar. U leest wat er is gezegd en wat de school ermee doet.',
		reportLater: 'Het verslag is er nog niet. Het komt na de telling.',
		reportNever: 'Er komt geen verslag. De raadpleging is ingetrokken.',
		readReport: 'Lees het verslag',
		changes: 'Veranderd sinds de opening',
		changesIntro: 'De spelregels liggen vast. Dit is daarna in het openbaar aangepast.'
	},
	do: {
		title: 'Doe mee',
		poll: 'Vul de peiling in',
		answered: 'Peiling ingevuld',
		talk: 'Praat mee',
		evening: 'Kom naar de ouderavond',
		panels,
		toPoll: 'Naar de peiling',
		toPanel: 'Naar het gesprek',
		toReport: 'Lees het verslag',
		toResult: 'Bekijk de uitslag',
		planned: (day: string) => `Meedoen kan vanaf ${day}.`,
		suspended: 'Meedoen kan nu even niet. U leest hiernaast waarom.',
		withdrawn: 'Meedoen kan niet meer.',
		closed: 'Meedoen kan niet meer. De antwoorden worden geteld.',
		thanks: 'Dank u wel. U hebt alles ingevuld.',
		haveCode: 'Hebt u een brief met een code? Vul die in, dan kunt u meedoen.',
		draft: 'Ouders zien deze pagina pas na de opening.'
	},
	change: {
		closes: (from: string, to: string) => `Sluit later: niet ${from}, maar ${to}.`,
		moment: (day: string, time: string) => `${day}, ${time} uur`,
		field: {
			title: 'Tikfout in de titel',
			introduction: 'Tikfout in de inleiding',
			motive: 'Tikfout in ‘Waarom nu?’',
			facts: 'Tikfout in de feiten'
		} as Readonly<Record<string, string>>,
		text: 'Tikfout',
		before: 'Eerst stond er',
		after: 'Nu staat er',
		reason: (reason: string) => `Waarom: ${reason}`
	},
	rules: {
		title: 'Spelregels',
		of: (title: string) => `Spelregels: ${title}`,
		lead: 'Dit is afgesproken vóór de eerste ouder antwoordde. Het verandert niet meer.',
		leadDraft: 'Dit is een concept. De spelregels liggen nog niet vast.',
		agreed: 'Afgesproken',
		agreedBy: (names: readonly string[], day: string) => `Door ${names.join(' en ')}, op ${day}.`,
		frozen: 'Vastgezet',
		frozenOn: (day: string, time: string) => `Op ${day} om ${time} uur.`,
		check: 'Kloppen deze spelregels nog?',
		checkIntro:
			'De spelregels hebben een vingerafdruk. Verandert één letter, dan verandert die ook.',
		fingerprint: 'Vingerafdruk (SHA-256)',
		download: 'Download de spelregels (rules.json)',
		steps: [
			'Bewaar de vingerafdruk nu, bijvoorbeeld als foto.',
			'Download later het bestand rules.json.',
			'Typ op een computer met Linux of macOS dit in een terminal:'
		],
		command: 'sha256sum rules.json',
		windows: 'Op Windows typt u in PowerShell:',
		windowsCommand: 'Get-FileHash rules.json',
		same: 'Ziet u dezelfde tekens? Dan is er niets veranderd.',
		noChanges: 'Er is niets veranderd sinds de opening.',
		back: 'Terug naar de raadpleging'
	},
	plan: planning,
	letter
};
