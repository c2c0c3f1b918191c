import { expect, test } from 'vitest';
import { lastDayOf, untilIn } from './closing.ts';
import { en } from '#i18n/en/index.ts';
import { nl } from '#i18n/nl/index.ts';

const MINUTE_TO_MIDNIGHT = new Date('2027-05-28T21:59:00Z');
const EVENING = new Date('2027-05-28T18:00:00Z');
const MIDNIGHT = new Date('2027-05-28T22:00:00Z');

test('until when is a whole day when it closes a minute before midnight, and else a time on it', () => {
	const said = (closesAt: Date) => [untilIn(nl, closesAt), untilIn(en, closesAt)];
	expect(said(MINUTE_TO_MIDNIGHT)).toEqual([
		'tot en met vrijdag 28 mei',
		'up to and including Friday 28 May'
	]);
	expect(said(EVENING)).toEqual(['tot vrijdag 28 mei, 20.00 uur', 'until Friday 28 May, 20:00']);
	expect(said(MIDNIGHT)[0]).toBe('tot zaterdag 29 mei, 0.00 uur');
});

test('a panel and an answer that can change do not promise the hours after the closing', () => {
	const until = untilIn(nl, EVENING);
	expect(nl.panels.openUntil(until)).toBe('open tot vrijdag 28 mei, 20.00 uur');
	expect(nl.polls.changeable(until)).toBe(
		'Ja, tot vrijdag 28 mei, 20.00 uur. Uw laatste antwoord telt.'
	);
});

test('the last day is that of the closing, and the day before when it closes at midnight', () => {
	expect([MINUTE_TO_MIDNIGHT, EVENING, MIDNIGHT].map(lastDayOf)).toEqual([
		'2027-05-28',
		'2027-05-28',
		'2027-05-28'
	]);
});
