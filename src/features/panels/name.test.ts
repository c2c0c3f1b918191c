import { describe, expect, test } from 'vitest';
import { cleanName, isName, lookOf, namesFunction, shortName } from './name.ts';

test.each([
	['Jeroen Bakker', 'Jeroen B.'],
	['Bas van Vliet', 'Bas van V.'],
	['Nienke van der Rossum', 'Nienke van der R.'],
	['Anna Maria de Vries', 'Anna de V.'],
	['Jan IJzerman', 'Jan IJ.'],
	['Dirk-Jan Mulder', 'Dirk-Jan M.'],
	['Ayşe Demir', 'Ayşe D.'],
	['Madonna', 'Madonna']
])('%s is shown as %s', (whole, short) => {
	expect(shortName(whole)).toBe(short);
});

test('a name is one line without characters that turn the line round or are not seen', () => {
	expect(cleanName('Jan\u202E neJ\u0000\u200B\n  de  Boer\uFEFF ')).toBe('Jan neJ de Boer');
});

test('half a character is taken out of a name', () => {
	expect(cleanName('Jan\uD800 P.')).toBe('Jan P.');
});

describe('a name', () => {
	test.each(['Zonnebloem', 'Jan v.d.Berg', 'J.P. Coen', 'Ömer', '李小龙'])('can be %s', (name) => {
		expect(isName(name)).toBe(true);
	});
	test.each(['https://evil.example', 'evil.example', 'www.evil', 'a@b.nl', '123', '😀'])(
		'cannot be %s',
		(name) => {
			expect(isName(name)).toBe(false);
		}
	);
});

test.each([
	'MARLOES DE WIT',
	'Marloes-de-Wit',
	'Mаrloes de Wit',
	'Mar1oes de W1t',
	'Márloes de Wit'
])('%s looks like Marloes de Wit', (name) => {
	expect(lookOf(name)).toBe(lookOf('Marloes de Wit'));
});

test('another name does not look like it', () => {
	expect(lookOf('Marleen de Wit')).not.toBe(lookOf('Marloes de Wit'));
});

describe('a few words beside a name', () => {
	test.each([
		'directeur',
		'DIRECTEUR',
		'dіrecteur',
		'd1recteur',
		'd i r e c t e u r',
		'adjunct-directeur',
		'schooldirecteur',
		'de directeur van groep 6',
		'leerkracht groep 4',
		'groepsleerkracht',
		'leraar',
		'lid van de MR',
		'M.R.',
		'M R',
		'conciërge',
		'concierge',
		'namens het bestuur',
		'schoolbestuur',
		'moderator',
		'coördinator',
		'namens de school',
		'head teacher',
		'principal',
		'school board'
	])('say what somebody is at the school: %s', (text) => {
		expect(namesFunction(text)).toBe(true);
	});
	test.each([
		'',
		'groep 6',
		'groep 3 en 5',
		'group 5 or 6',
		'moeder van twee',
		'kleuters',
		'Montessorischool De Merel',
		'nieuw hier',
		'oma',
		'overblijfouder',
		'voorleesouder'
	])('do not: %s', (text) => {
		expect(namesFunction(text)).toBe(false);
	});
});
