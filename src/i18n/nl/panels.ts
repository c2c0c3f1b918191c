import { plural } from '../plural.ts';

export const panels = {
	discussion: 'Gesprek',
	openUntil: (until: string) => `open ${until}`,
	closed: 'gesloten',
	notYet: (day: string) => `open vanaf ${day}`,
	closedNotice: 'Dit gesprek is gesloten. U kunt nog wel alles lezen.',
	notYetNotice: 'Dit gesprek is nog niet open. U kunt straks meepraten.',
	write: 'Schrijf een reactie',
	signIn: 'Vul uw code in om mee te praten',
	readers: {
		audience: 'Alleen mensen van deze school lezen dit gesprek.',
		public: 'Iedereen op internet kan dit gesprek lezen, maar ziet geen namen.'
	},
	quoted: 'In het verslag kan een zin van u staan, zonder uw naam.',
	guestNotice: 'U leest mee zonder code. Daarom ziet u geen namen.',
	contributions: 'Reacties',
	nothingYet: 'Nog geen reacties.',
	beTheFirst: 'Wilt u de eerste zijn? Eén zin is genoeg.',
	nothingFound: 'Hier is niets gevonden.',
	showAll: 'Toon alle reacties',
	// the sieve
	sieve: 'Sorteren en kiezen',
	order: 'Volgorde',
	sorts: {
		supported: 'Meeste steun eerst',
		newest: 'Nieuwste eerst',
		oldest: 'Oudste eerst'
	},
	kind: 'Soort',
	kinds: {
		all: (n: string) => `Alles (${n})`,
		for: (n: string) => `Voor (${n})`,
		against: (n: string) => `Tegen (${n})`,
		question: (n: string) => `Vragen (${n})`,
		idea: (n: string) => `Ideeën (${n})`
	},
	where: 'Waar gezegd',
	whereCount: (origin: string, n: string) => `${origin} (${n})`,
	show: 'Toon',
	pages: 'Bladeren door de reacties',
	previous: 'Vorige reacties',
	next: 'Volgende reacties',
	page: (page: string, of: string) => `deel ${page} van ${of}`,
	// a contribution
	nameless: {
		parent: 'Een ouder',
		staff: 'Iemand van de school',
		council: 'Een lid van de raad',
		moderator: 'Een moderator'
	},
	unknownWriter: 'Onbekend',
	masked: 'naam verborgen',
	onBehalf: {
		parent: 'namens de ouders',
		staff: 'namens de school',
		council: 'namens de raad',
		moderator: 'namens de moderatoren'
	},
	imported: 'overgenomen van een andere plek',
	answerTo: (who: string) => `antwoord aan ${who}`,
	hiddenOne: 'een verborgen reactie',
	withdrawnOne: 'een ingetrokken reactie',
	at: (day: string, time: string) => `${day}, ${time}`,
	changed: (day: string) => `veranderd op ${day}`,
	hiddenTitle: 'De moderator heeft deze reactie verborgen.',
	rule: (n: number) => `Huisregel ${String(n)}`,
	hiddenAt: (day: string) => `Verborgen op ${day}.`,
	withdrawn: 'De schrijver heeft deze reactie ingetrokken.',
	translated: (from: string, to: string, checked: 'human' | 'machine') =>
		checked === 'human'
			? `Vertaling uit het ${from} in het ${to}, gecontroleerd door een mens`
			: `Vertaling uit het ${from} in het ${to}, door een computer`,
	support: 'Dit vind ik ook',
	supportedBy: (n: number, number: string) =>
		plural('nl', n, {
			one: `${number} persoon vindt dit ook`,
			other: `${number} mensen vinden dit ook`
		}),
	answer: 'Antwoord',
	answerWhom: (who: string) => ` aan ${who}`,
	ofWhom: (who: string) => ` bij de reactie van ${who}`,
	yours: 'uw reactie',
	edit: 'Verander uw reactie',
	withdraw: 'Trek uw reactie in',
	moderate: 'Bekijk als moderator',
	// writing
	newTitle: 'Schrijf een nieuwe reactie',
	answerTitle: (who: string) => `Antwoord aan ${who}`,
	stance: 'Wat is het?',
	body: 'Uw reactie',
	bodyHint: 'Schrijf over het plan. Noem geen namen van kinderen of leerkrachten.',
	limit: 'Maximaal 1.200 tekens.',
	left: 'U kunt nog {n} tekens gebruiken.',
	name: 'Welke naam ziet men?',
	ownName: 'uw voornaam en eerste letter',
	ownNameOfficial: 'uw voornaam en eerste letter; bij een antwoord namens de school uw hele naam',
	hiddenNameHint: 'naam verborgen, ook voor de moderator',
	pseudonym: 'Een naam die u zelf kiest',
	pseudonymField: 'De naam die u kiest',
	badge: 'U schrijft als',
	badgeHint: 'Uw keuze geldt voor heel dit gesprek.',
	badgeLocked: (badge: string) =>
		`U schrijft in dit gesprek als: ${badge}. Zo deed u dat bij uw eerste reactie hier.`,
	note: 'Groep of functie',
	noteHint: 'Bijvoorbeeld: groep 6. Dit hoeft niet.',
	official: 'Dit is een antwoord namens de school of de raad',
	rulesTitle: 'Huisregels',
	rulesIntro: 'U schrijft hier voor het eerst. Lees eerst de huisregels.',
	accept: 'Ik houd mij aan de huisregels',
	rescued: 'Uw tekst. U kunt hem kopiëren.',
	post: 'Plaats reactie',
	sending: 'Even wachten…',
	stop: 'Stop met schrijven',
	freeNotice: 'U kunt uw reactie daarna nog 15 minuten veranderen.',
	editTitle: 'Verander uw reactie',
	editFree: 'Tot 15 minuten na plaatsen ziet niemand dat u iets veranderde.',
	editMarked: 'Bij uw reactie staat straks dat zij veranderd is. Men kan de oude tekst lezen.',
	saveEdit: 'Bewaar de verandering',
	withdrawTitle: 'Uw reactie intrekken?',
	withdrawNotice:
		'Uw tekst en uw naam gaan weg. Gaf iemand antwoord? Dan blijft staan dat hier iets stond.',
	withdrawnNow: 'Uw reactie is ingetrokken.',
	withdrawNow: 'Trek uw reactie in',
	keep: 'Laat staan',
	historyTitle: 'Wat hier eerst stond',
	historyUntil: (when: string) => `tot ${when}`,
	historyClose: 'Sluit',
	// paper and phone
	enterTitle: 'Voer een reactie van papier of telefoon in',
	enterOrigin: 'Hoe kwam deze reactie binnen?',
	enterSource: 'Welk papier of gesprek?',
	enterSourceHint: 'Bijvoorbeeld: formulier 14.',
	enterBody: 'De reactie, woord voor woord',
	enterName: 'Naam op het papier',
	enterNameHint: 'Alleen als de schrijver die naam erbij wil.',
	enterNow: 'Voer de reactie in',
	// beside it
	aside: 'Over dit gesprek',
	said: 'Wat er is gezegd',
	readRules: 'Lees de huisregels'
};
