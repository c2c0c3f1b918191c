import { expect, test } from 'vitest';
import { formatsFor } from './format.ts';

const [nl, en] = [formatsFor('nl-NL'), formatsFor('en-GB')];

test('dates and times are those of the school, in the words of the reader', () => {
	const evening = new Date('2027-05-20T17:30:00Z');
	expect([nl.day(evening), nl.time(evening)]).toEqual(['donderdag 20 mei 2027', '19.30']);
	expect([en.date(evening), en.time(evening)]).toEqual(['20 May 2027', '19:30']);
	expect(nl.date('2027-05-20')).toBe('20 mei 2027');
});

test('an exact percentage is written with one decimal, a comma in Dutch and a point in English', () => {
	expect([nl.tenths(569), en.tenths(569), nl.tenths(5), nl.tenths(1000)]).toEqual([
		'56,9',
		'56.9',
		'0,5',
		'100,0'
	]);
});

test('large numbers are grouped as the reader does', () => {
	expect([nl.number(1428), en.number(1428)]).toEqual(['1.428', '1,428']);
});
