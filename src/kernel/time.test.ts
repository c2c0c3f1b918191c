import { expect, test } from 'vitest';
import { daysBetween, instantAt, wallClock } from './time.ts';

test('a closing time means the clock of the school, in summer and in winter', () => {
	expect(instantAt('2027-05-28', '19:45').toISOString()).toBe('2027-05-28T17:45:00.000Z');
	expect(instantAt('2027-01-28', '19:45').toISOString()).toBe('2027-01-28T18:45:00.000Z');
});

test('the hour that summer time skips moves forward, the hour that comes twice is the first', () => {
	expect(wallClock(instantAt('2027-03-28', '02:30'))).toEqual({
		date: '2027-03-28',
		time: '03:30'
	});
	expect(instantAt('2027-10-31', '02:30').toISOString()).toBe('2027-10-31T00:30:00.000Z');
});

test('days are counted on the calendar, also over a change of the clock', () => {
	expect(daysBetween('2027-03-27', '2027-03-29')).toBe(2);
	expect(daysBetween('2027-05-20', '2027-05-10')).toBe(-10);
});

test('what is no day or time is refused', () => {
	expect(() => instantAt('20 mei', '19:45')).toThrow(RangeError);
});
