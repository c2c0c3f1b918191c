import { expect, test } from 'vitest';
import { forbiddenBecause, guessMapping } from './columns.ts';

test('columns of parents are known by their names, in Dutch and English', () => {
	const headers = [
		...['Gezinscode', 'Groep', 'Voornaam ouder 1', 'Tussenvoegsel ouder 1', 'Achternaam ouder 1'],
		...['E-mail ouder 1', 'Mobiel ouder 1', 'Naam verzorger 2', 'E-mailadres ouder 2', 'Postcode']
	];
	expect([...guessMapping(headers)]).toEqual([
		[0, 'household'],
		[1, 'group'],
		[2, 'first-1'],
		[3, 'prefix-1'],
		[4, 'last-1'],
		[5, 'email-1'],
		[6, 'phone-1'],
		[7, 'name-2'],
		[8, 'email-2']
	]);
	expect([...guessMapping(['Family code', 'Parent name', 'Email', 'Class'])]).toEqual([
		[0, 'household'],
		[1, 'name-1'],
		[2, 'email-1'],
		[3, 'group']
	]);
});

test('of a list of pupils nothing is taken for a parent’s, and only the group is offered', () => {
	const pupils = [
		'Leerlingnummer',
		'Roepnaam',
		'Voorvoegsel',
		'Achternaam',
		'Geboortedatum',
		'Groep'
	];
	expect([...guessMapping(pupils)]).toEqual([[5, 'group']]);
	expect(pupils.map(forbiddenBecause)).toEqual([
		'import.of-pupil',
		'import.of-pupil',
		null,
		null,
		'import.never',
		null
	]);
});

test.each([
	...[
		'etniciteit',
		'gewicht',
		'gewicht_nieuw',
		'land',
		'land_vader',
		'land_moeder',
		'geboortedatum'
	],
	...[
		'geslacht',
		'BSN',
		'Burgerservicenummer',
		'Nationaliteit',
		'M/V',
		'Diagnose',
		'Date of birth'
	],
	...['Geboorteland moeder', 'Geloof', 'Ethnicity', 'Weight', 'IBAN']
])('nobody can choose to store "%s"', (header) => {
	expect(forbiddenBecause(header)).toBe('import.never');
});
