import { plural } from '../plural.ts';
import type { Catalogue } from '../catalogue.ts';
import type { importReasons as reasonsSource } from '../nl/imports.ts';

const families = (n: number, number: string) =>
	plural('en', n, { one: `${number} family`, other: `${number} families` });
const parents = (n: number, number: string) =>
	plural('en', n, { one: `${number} parent`, other: `${number} parents` });
const rows = (n: number, number: string) =>
	plural('en', n, { one: `${number} row`, other: `${number} rows` });

export const imports: Catalogue['imports'] = {
	title: 'Read lists',
	lead: (name: string) => `Read the parents of ${name} from a list of your administration.`,
	parents: 'Parents',
	parentsIntro: 'A file with commas, semicolons or tabs, or an Excel workbook (.xlsx).',
	promises: [
		'We do not keep the file.',
		'We only keep the columns that you choose. We skip everything else.',
		'Names, dates of birth and other data of pupils cannot be read in.',
		'Nothing changes until you press the last button.'
	],
	file: 'File',
	fileHint: 'At most 12 MB. Of a workbook you choose the sheet next.',
	header: 'On which row are the names of the columns?',
	headerHint: 'Leave this empty if you do not know. Then we find out.',
	profile: 'Choice of columns',
	noProfile: 'None yet: we make a proposal',
	look: 'Look at the columns',
	openTitle: 'There is a list that you did not finish',
	openLink: 'Go on with this list',
	columns: 'Choose the columns',
	columnsFound: (rows: string, line: string) =>
		`We found ${rows}, with the names of the columns on row ${line}.`,
	sheetShown: (name: string) => `This is the sheet ‘${name}’ of the workbook.`,
	otherSheetLink: 'Choose another sheet',
	otherSheet: 'Sheet of the workbook',
	hiddenSheets: (names: string) => `Hidden in this workbook: ${names}`,
	showHidden: 'Let me choose hidden sheets too',
	lookAtSheet: 'Look at this sheet',
	rowsOf: rows,
	columnsIntro:
		'Beside each column stands what we do with it. Choose ‘do not store’ for all that is not needed.',
	noHousehold:
		'Without a family code we make families of parents on one row. The same parents are one family.',
	column: (number: string, header: string) => `Column ${number}: ${header}`,
	none: 'do not store',
	target: {
		household: 'key of the family',
		group: 'group',
		'name-1': 'parent 1: full name',
		'first-1': 'parent 1: first name',
		'prefix-1': 'parent 1: prefix',
		'last-1': 'parent 1: last name',
		'email-1': 'parent 1: e-mail address',
		'phone-1': 'parent 1: telephone',
		'language-1': 'parent 1: language',
		'name-2': 'parent 2: full name',
		'first-2': 'parent 2: first name',
		'prefix-2': 'parent 2: prefix',
		'last-2': 'parent 2: last name',
		'email-2': 'parent 2: e-mail address',
		'phone-2': 'parent 2: telephone',
		'language-2': 'parent 2: language'
	},
	never: 'We always skip these columns:',
	makeGroups: 'Groups',
	makeGroupsYes: 'Make groups that are not there yet',
	save: 'Keep this choice of columns under a name',
	saveHint: 'You do not have to. We do not keep the names of the columns in readable form.',
	fileAgain: 'Choose the file once more',
	fileAgainHint: 'We did not keep it.',
	fileKept: 'The file is ready. You do not need to choose it again.',
	read: 'Read the list and show what changes',
	runTitle: 'The list',
	reading: 'We are reading the list',
	readingText: (read: string) => `So far ${read}. This page refreshes itself.`,
	reload: 'Look again',
	cancel: 'Stop and throw everything away',
	cancelSure: 'All that we read goes away. Stop?',
	ready: 'This will change',
	readyText: 'Nothing has changed yet.',
	broken: 'Reading was broken off',
	brokenText: 'Nothing has changed. Start again.',
	failed: 'The list could not be read',
	cancelled: 'Stopped',
	cancelledText: 'Nothing has changed. What we read is gone.',
	done: 'The list was read in',
	doneText: 'The rows that we read are gone now. The families and parents are at the school.',
	again: 'Read another list',
	familiesOf: families,
	parentsOf: parents,
	inList: (rows: string, families: string, parents: string) =>
		`In the list: ${rows}, ${families}, ${parents}.`,
	figure: {
		newHouseholds: 'New families',
		newParents: 'New parents',
		changed: 'Parents with a change',
		placed: 'Parents who join a group',
		missing: 'Parents who are not in the list'
	},
	counts: 'Numbers',
	what: 'What',
	number: 'Number',
	nothing: 'The list changes nothing. All of it is there already.',
	issues: (n: number, number: string) =>
		plural('en', n, {
			one: `${number} mistake in the list`,
			other: `${number} mistakes in the list`
		}),
	issuesText: 'Mend the list in your administration and read it again. We never read half a list.',
	issuesFirst: (number: string) => `These are the first ${number}.`,
	issueAt: (row: string, column: string) => `Row ${row}, column ${column}`,
	issueIn: (row: string) => `Row ${row}`,
	issue: (target: string, what: string) => ` (${target}): ${what}`,
	fresh: 'New',
	changed: 'Changed',
	missing: 'Not in the list',
	missingText: 'These parents still belong to the school. Reading a list takes nobody away.',
	newGroups: 'New groups',
	first: (number: string) => `The first ${number}`,
	rowCell: 'Row',
	family: 'Family',
	name: 'Name',
	field: { name: 'name', email: 'e-mail address', phone: 'telephone', locale: 'language' },
	nameless: 'without a name',
	apply: 'Read the list in',
	groups: 'Groups',
	groupsIntro: 'One name on each line. A group that is there already is skipped.',
	groupNames: 'Names of the groups',
	edexml: 'Or take the names from an EDEXML file',
	edexmlHint: 'Your browser reads the groups only. The file itself does not leave your computer.',
	edexmlFound: '{n} groups found. Check them and press the button.',
	edexmlWrong: 'This is not a sound EDEXML file. Nothing was read. Wrong element: {n}.',
	addGroups: 'Make the groups',
	groupsMade: (n: number, number: string) =>
		plural('en', n, { one: `${number} group made.`, other: `${number} groups made.` }),
	schools: {
		title: 'Make schools from a list',
		lead: (name: string) => `Make all schools below ${name} at once, each with an administrator.`,
		link: 'Many schools at once',
		columns: 'The columns',
		columnsIntro: 'Put the names of the columns at the top of the list, in any order.',
		example: [
			'School;Town;Board;Administrator;E-mail administrator;Language',
			'De Regenboog;Ede;Stichting Vallei;Noor de Vries;noor@regenboog.example;Dutch'
		],
		rules: [
			'Needed are: School, Administrator and E-mail administrator.',
			'Optional are: Town, Short address, Board and Language.',
			'A board that is not there yet is made.',
			'Two rows with the same school are two administrators of that school.',
			'One administrator may have several schools, and then gets one mail.',
			'We do not keep the list.'
		],
		fileHint: 'At most 12 MB. Of a workbook we read the first sheet.',
		list: 'Or paste the list here',
		check: 'See what happens',
		column: {
			school: 'school',
			town: 'town',
			slug: 'short address',
			board: 'board',
			administrator: 'administrator',
			email: 'e-mail address of the administrator',
			language: 'language'
		},
		ready: 'This happens',
		readyText: 'Nothing has been made yet.',
		nothing: 'Nothing changes. All schools and administrators are there already.',
		figure: {
			rows: 'Rows in the list',
			schools: 'New schools',
			known: 'Schools that are there already',
			roles: 'New administrators at a school'
		},
		boards: 'New boards',
		skipped: 'We skip these columns:',
		inList: 'The schools in your list',
		school: 'School',
		board: 'Board',
		administrator: 'Administrator',
		isNew: 'new',
		isKnown: 'there already',
		byMail: 'Each new administrator gets a mail with a link. It works once, for 14 days.',
		noMail:
			'This website sends no mail. Invite the administrators yourself afterwards, at People of their school.',
		create: 'Make the schools',
		again: 'Begin with another list',
		done: 'The schools are made',
		doneText: (schools: string, roles: string, mailed: string) =>
			`New schools: ${schools}. New administrators: ${roles}. Mails with a link: ${mailed}.`,
		doneNothing: 'All was there already. Nothing changed.',
		toPlaces: 'See all places'
	}
};

export const importReasons: typeof reasonsSource = {
	'import.malformed': 'Something is wrong with this file. Nothing was imported.',
	// imports
	'import.never': 'We never keep this.',
	'import.of-pupil': 'This is of a pupil. We do not keep that.',
	'import.no-file': 'Choose a file.',
	'import.too-large': 'This file is too large. At most 12 MB.',
	'import.too-many': 'There are too many parents in this file. At most 60,000.',
	'import.xml': 'We do not read an XML file here. Groups from EDEXML are read under Groups.',
	'import.old-excel': 'This is an old or protected workbook. Save it without a password as .xlsx.',
	'import.workbook': 'We cannot read this workbook. Save it again as .xlsx, or as CSV.',
	'import.workbook-large': 'Unpacked, this workbook is too large. Save the sheet as CSV.',
	'import.not-a-list': 'This file is no list of rows and columns.',
	'import.quotes': 'A quotation mark is not closed. That makes rows run into each other.',
	'import.header-line': 'There are no names of columns on this row. Choose a row from 1 to 20.',
	'import.empty': 'Below the names of the columns there is nothing that you chose.',
	'import.no-columns': 'Choose at least a name, an e-mail address or a key of the family.',
	'import.column-twice': 'You chose this meaning for another column already.',
	'import.name': 'This is not a name. A name has letters, and at most 60 characters.',
	'import.phone': 'This is not a telephone number. It has 8 to 15 digits.',
	'import.language':
		'We do not know this language. Write Dutch, English, Turkish or Arabic, for instance.',
	'import.nobody': 'Here is a telephone number without a name or e-mail address.',
	'import.key-is-name': 'The key of a family may not be a name.',
	'import.bsn': 'This looks like a citizen service number. We never keep that.',
	'import.key-crowded': 'This key is on more than 40 rows. Then it is not of one family.',
	'import.group': 'This group is not there yet. Make it first, or tick the box under Groups.',
	'import.group-long': 'The name of a group has at most 80 characters.',
	'import.changed': 'The school has changed meanwhile. Look once more at what changes.',
	'import.has-issues': 'There are still mistakes in the list. Nothing has changed.',
	'import.over': 'This list was read in or stopped already.',
	'import.group-name':
		'A name of a group is not right. It has letters or digits, and at most 80 characters.',
	'import.too-many-groups': 'These are too many groups. At most 100 at once.',
	// lists of schools
	'schools.only-above': 'Schools are made at an alliance or a board.',
	'schools.one-way': 'Choose one way: a file, or a list that you paste.',
	'schools.columns':
		'A column is missing. Needed at the top: School, Administrator and E-mail administrator.',
	'schools.none': 'There is no school in this list.',
	'schools.too-many': 'These are too many rows. There can be 500.',
	'schools.rows': 'Not all rows are right any more. Nothing was made. Look at the list again.',
	'schools.name': 'This is no name, or it is longer than 80 characters.',
	'schools.which':
		'There is such a school already, but its board or town differs. Fill in both as they are there.',
	'schools.which-board': 'There are more boards with this name.',
	'schools.board-here': 'Another board cannot be added here. Do that at the alliance.',
	'schools.other-slug': 'This school is there already, with another short address.',
	'schools.twice': 'This administrator is on an earlier row for this school already.',
	'schools.other-name': 'An earlier row has another name with this e-mail address.'
};
