import { plural } from '../plural.ts';

const families = (n: number, number: string) =>
	plural('nl', n, { one: `${number} gezin`, other: `${number} gezinnen` });
const parents = (n: number, number: string) =>
	plural('nl', n, { one: `${number} ouder`, other: `${number} ouders` });
const rows = (n: number, number: string) =>
	plural('nl', n, { one: `${number} regel`, other: `${number} regels` });

/** The pages on which a list of parents is brought in. */
export const imports = {
	title: 'Lijsten inlezen',
	lead: (name: string) => `Lees de ouders van ${name} in uit een lijst van uw administratie.`,
	parents: 'Ouders',
	parentsIntro: 'Een bestand met komma’s, puntkomma’s of tabs, of een werkmap van Excel (.xlsx).',
	promises: [
		'Wij bewaren het bestand niet.',
		'Wij bewaren alleen de kolommen die u kiest. Al het andere slaan wij over.',
		'Namen, geboortedata en andere gegevens van leerlingen kunt u niet inlezen.',
		'Er verandert niets tot u op de laatste knop drukt.'
	],
	file: 'Bestand',
	fileHint: 'Ten hoogste 12 MB. Van een werkmap kiest u daarna het blad.',
	header: 'In welke regel staan de namen van de kolommen?',
	headerHint: 'Laat dit leeg als u het niet weet. Dan zoeken wij het uit.',
	profile: 'Keuze van kolommen',
	noProfile: 'Nog geen: wij doen een voorstel',
	look: 'Bekijk de kolommen',
	openTitle: 'Er staat nog een lijst klaar',
	openLink: 'Ga verder met deze lijst',
	columns: 'Kies de kolommen',
	columnsFound: (rows: string, line: string) =>
		`Wij vonden ${rows}, met de namen van de kolommen in regel ${line}.`,
	sheetShown: (name: string) => `Dit is het blad ‘${name}’ van de werkmap.`,
	otherSheetLink: 'Kies een ander blad',
	otherSheet: 'Blad van de werkmap',
	hiddenSheets: (names: string) => `Verborgen in deze werkmap: ${names}`,
	showHidden: 'Laat mij ook verborgen bladen kiezen',
	lookAtSheet: 'Bekijk dit blad',
	rowsOf: rows,
	columnsIntro:
		'Bij elke kolom staat wat wij ermee doen. Kies ‘niet bewaren’ voor alles wat niet nodig is.',
	noHousehold:
		'Zonder gezinscode maken wij gezinnen van ouders die op één regel staan. Gelijke ouders zijn één gezin.',
	column: (number: string, header: string) => `Kolom ${number}: ${header}`,
	none: 'niet bewaren',
	target: {
		household: 'sleutel van het gezin',
		group: 'groep',
		'name-1': 'ouder 1: hele naam',
		'first-1': 'ouder 1: voornaam',
		'prefix-1': 'ouder 1: tussenvoegsel',
		'last-1': 'ouder 1: achternaam',
		'email-1': 'ouder 1: mailadres',
		'phone-1': 'ouder 1: telefoon',
		'language-1': 'ouder 1: taal',
		'name-2': 'ouder 2: hele naam',
		'first-2': 'ouder 2: voornaam',
		'prefix-2': 'ouder 2: tussenvoegsel',
		'last-2': 'ouder 2: achternaam',
		'email-2': 'ouder 2: mailadres',
		'phone-2': 'ouder 2: telefoon',
		'language-2': 'ouder 2: taal'
	},
	never: 'Deze kolommen slaan wij altijd over:',
	makeGroups: 'Groepen',
	makeGroupsYes: 'Maak groepen die er nog niet zijn',
	save: 'Bewaar deze keuze van kolommen onder een naam',
	saveHint: 'Dit hoeft niet. Wij bewaren de namen van de kolommen niet leesbaar.',
	fileAgain: 'Kies het bestand nog een keer',
	fileAgainHint: 'Wij hebben het niet bewaard.',
	fileKept: 'Het bestand staat al klaar. U hoeft het niet opnieuw te kiezen.',
	read: 'Lees de lijst en laat zien wat er verandert',
	// one import
	runTitle: 'De lijst',
	reading: 'Wij lezen de lijst',
	readingText: (read: string) => `Tot nu toe ${read}. Deze pagina ververst zichzelf.`,
	reload: 'Kijk opnieuw',
	cancel: 'Stop en gooi alles weg',
	cancelSure: 'Alles wat wij lazen, gaat weg. Stoppen?',
	ready: 'Dit verandert er',
	readyText: 'Er is nog niets veranderd.',
	broken: 'Het inlezen is afgebroken',
	brokenText: 'Er is niets veranderd. Begin opnieuw.',
	failed: 'De lijst kon niet worden gelezen',
	cancelled: 'Gestopt',
	cancelledText: 'Er is niets veranderd. Wat wij lazen, is weg.',
	done: 'De lijst is ingelezen',
	doneText: 'De gelezen regels zijn nu weg. De gezinnen en ouders staan bij de school.',
	again: 'Lees een andere lijst in',
	familiesOf: families,
	parentsOf: parents,
	inList: (rows: string, families: string, parents: string) =>
		`In de lijst: ${rows}, ${families}, ${parents}.`,
	figure: {
		newHouseholds: 'Nieuwe gezinnen',
		newParents: 'Nieuwe ouders',
		changed: 'Ouders met een wijziging',
		placed: 'Ouders die bij een groep komen',
		missing: 'Ouders die niet in de lijst staan'
	},
	counts: 'Aantallen',
	what: 'Wat',
	number: 'Aantal',
	nothing: 'De lijst verandert niets. Alles staat er al.',
	issues: (n: number, number: string) =>
		plural('nl', n, { one: `${number} fout in de lijst`, other: `${number} fouten in de lijst` }),
	issuesText:
		'Verbeter de lijst in uw administratie en lees hem opnieuw in. Een halve lijst lezen wij niet in.',
	issuesFirst: (number: string) => `Dit zijn de eerste ${number}.`,
	issueAt: (row: string, column: string) => `Regel ${row}, kolom ${column}`,
	issueIn: (row: string) => `Regel ${row}`,
	issue: (target: string, what: string) => ` (${target}): ${what}`,
	fresh: 'Nieuw',
	changed: 'Gewijzigd',
	missing: 'Niet in de lijst',
	missingText: 'Deze ouders blijven bij de school horen. Inlezen haalt niemand weg.',
	newGroups: 'Nieuwe groepen',
	first: (number: string) => `De eerste ${number}`,
	rowCell: 'Regel',
	family: 'Gezin',
	name: 'Naam',
	field: { name: 'naam', email: 'mailadres', phone: 'telefoon', locale: 'taal' },
	nameless: 'zonder naam',
	apply: 'Lees de lijst in',
	groups: 'Groepen',
	groupsIntro: 'Eén naam per regel. Een groep die er al is, slaan wij over.',
	groupNames: 'Namen van de groepen',
	edexml: 'Of haal de namen uit een EDEXML-bestand',
	edexmlHint: 'Uw browser leest alleen de groepen. Het bestand zelf verlaat uw computer niet.',
	edexmlFound: '{n} groepen gevonden. Kijk ze na en druk op de knop.',
	edexmlWrong: 'Dit is geen goed EDEXML-bestand. Er is niets gelezen. Fout element: {n}.',
	addGroups: 'Maak de groepen',
	groupsMade: (n: number, number: string) =>
		plural('nl', n, { one: `${number} groep gemaakt.`, other: `${number} groepen gemaakt.` }),
	/** The page on which many schools are made from one list. */
	schools: {
		title: 'Scholen maken uit een lijst',
		lead: (name: string) => `Maak in één keer alle scholen onder ${name}, elk met een beheerder.`,
		link: 'Veel scholen in één keer',
		columns: 'De kolommen',
		columnsIntro: 'Zet boven aan de lijst de namen van de kolommen. De volgorde maakt niet uit.',
		example: [
			'School;Plaats;Bestuur;Beheerder;E-mail beheerder;Taal',
			'De Regenboog;Ede;Stichting Vallei;Noor de Vries;noor@regenboog.example;Nederlands'
		],
		rules: [
			'Nodig zijn: School, Beheerder en E-mail beheerder.',
			'Niet verplicht zijn: Plaats, Kort adres, Bestuur en Taal.',
			'Een bestuur dat er nog niet is, wordt gemaakt.',
			'Twee regels met dezelfde school zijn twee beheerders van die school.',
			'Eén beheerder kan bij meer scholen staan en krijgt dan één mail.',
			'Wij bewaren de lijst niet.'
		],
		fileHint: 'Ten hoogste 12 MB. Van een werkmap lezen wij het eerste blad.',
		list: 'Of plak de lijst hier',
		check: 'Bekijk wat er gebeurt',
		column: {
			school: 'school',
			town: 'plaats',
			slug: 'kort adres',
			board: 'bestuur',
			administrator: 'beheerder',
			email: 'mailadres van de beheerder',
			language: 'taal'
		},
		ready: 'Dit gebeurt er',
		readyText: 'Er is nog niets gemaakt.',
		nothing: 'Er verandert niets. Alle scholen en beheerders zijn er al.',
		figure: {
			rows: 'Regels in de lijst',
			schools: 'Nieuwe scholen',
			known: 'Scholen die er al zijn',
			roles: 'Nieuwe beheerders bij een school'
		},
		boards: 'Nieuwe besturen',
		skipped: 'Deze kolommen slaan wij over:',
		inList: 'De scholen in uw lijst',
		school: 'School',
		board: 'Bestuur',
		administrator: 'Beheerder',
		isNew: 'nieuw',
		isKnown: 'is er al',
		byMail:
			'Elke nieuwe beheerder krijgt een mail met een link. Die werkt één keer, 14 dagen lang.',
		noMail:
			'Deze website verstuurt geen mail. Nodig de beheerders daarna zelf uit, bij Mensen van hun school.',
		create: 'Maak de scholen',
		again: 'Begin met een andere lijst',
		done: 'De scholen zijn gemaakt',
		doneText: (schools: string, roles: string, mailed: string) =>
			`Nieuwe scholen: ${schools}. Nieuwe beheerders: ${roles}. Mails met een link: ${mailed}.`,
		doneNothing: 'Alles was er al. Er is niets veranderd.',
		toPlaces: 'Bekijk alle plekken'
	}
};

/** Why a list, or a row of it, cannot be taken in; among the other reasons. */
export const importReasons = {
	'import.malformed': 'Dit bestand klopt niet. Er is niets ingelezen.',
	// imports
	'import.never': 'Dit gegeven bewaren wij nooit.',
	'import.of-pupil': 'Dit is van een leerling. Dat bewaren wij niet.',
	'import.no-file': 'Kies een bestand.',
	'import.too-large': 'Dit bestand is te groot. Ten hoogste 12 MB.',
	'import.too-many': 'In dit bestand staan te veel ouders. Ten hoogste 60.000.',
	'import.xml': 'Een XML-bestand lezen wij hier niet. Groepen uit EDEXML leest u bij Groepen in.',
	'import.old-excel':
		'Dit is een oude of beveiligde werkmap. Bewaar hem zonder wachtwoord als .xlsx.',
	'import.workbook':
		'Deze werkmap kunnen wij niet lezen. Bewaar hem opnieuw als .xlsx, of als CSV.',
	'import.workbook-large': 'Deze werkmap is uitgepakt te groot. Bewaar het blad als CSV.',
	'import.not-a-list': 'Dit bestand is geen lijst met regels en kolommen.',
	'import.quotes': 'Een aanhalingsteken is niet gesloten. Daardoor lopen regels in elkaar over.',
	'import.header-line': 'In deze regel staan geen namen van kolommen. Kies een regel van 1 tot 20.',
	'import.empty': 'Onder de namen van de kolommen staat niets dat u koos.',
	'import.no-columns': 'Kies ten minste een naam, een mailadres of een sleutel van het gezin.',
	'import.column-twice': 'Deze betekenis koos u al bij een andere kolom.',
	'import.name': 'Dit is geen naam. Een naam heeft letters, en ten hoogste 60 tekens.',
	'import.phone': 'Dit is geen telefoonnummer. Het heeft 8 tot 15 cijfers.',
	'import.language':
		'Deze taal kennen wij niet. Schrijf Nederlands, Engels, Turks of Arabisch, bijvoorbeeld.',
	'import.nobody': 'Hier staat een telefoonnummer zonder naam of mailadres.',
	'import.key-is-name': 'De sleutel van een gezin mag geen naam zijn.',
	'import.bsn': 'Dit lijkt op een burgerservicenummer. Dat bewaren wij nooit.',
	'import.key-crowded': 'Deze sleutel staat op meer dan 40 regels. Dan is hij niet van één gezin.',
	'import.group': 'Deze groep is er nog niet. Maak hem eerst, of zet het vinkje bij Groepen.',
	'import.group-long': 'De naam van een groep heeft ten hoogste 80 tekens.',
	'import.changed': 'De school is intussen veranderd. Kijk nog eens na wat er verandert.',
	'import.has-issues': 'In de lijst staan nog fouten. Er is niets veranderd.',
	'import.over': 'Deze lijst is al ingelezen of gestopt.',
	'import.group-name':
		'Een naam van een groep klopt niet. Hij heeft letters of cijfers, en ten hoogste 80 tekens.',
	'import.too-many-groups': 'Dit zijn te veel groepen. Ten hoogste 100 tegelijk.',
	// lists of schools
	'schools.only-above': 'Scholen maken kan bij een samenwerkingsverband of een bestuur.',
	'schools.one-way': 'Kies één manier: een bestand, of een lijst die u plakt.',
	'schools.columns':
		'Er ontbreekt een kolom. Nodig zijn: School, Beheerder en E-mail beheerder, boven aan de lijst.',
	'schools.none': 'Er staat geen school in deze lijst.',
	'schools.too-many': 'Dit zijn te veel regels. Het kunnen er 500 zijn.',
	'schools.rows': 'Niet alle regels kloppen meer. Er is niets gemaakt. Bekijk de lijst opnieuw.',
	'schools.name': 'Dit is geen naam, of hij is langer dan 80 tekens.',
	'schools.which':
		'Er is al zo’n school, maar het bestuur of de plaats is anders. Vul beide net zo in.',
	'schools.which-board': 'Er zijn meer besturen met deze naam.',
	'schools.board-here': 'Hier kan geen ander bestuur bij. Doe dat bij het samenwerkingsverband.',
	'schools.other-slug': 'Deze school is er al, met een ander kort adres.',
	'schools.twice': 'Deze beheerder staat al in een eerdere regel bij deze school.',
	'schools.other-name': 'Bij dit mailadres staat in een eerdere regel een andere naam.'
};
