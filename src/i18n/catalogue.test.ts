import { expect, test } from 'vitest';
import { directionOf, localeFrom } from './catalogue.ts';

test('a reader gets the first language they ask for that we speak, and Dutch otherwise', () => {
	expect(localeFrom('fr,en;q=0.5')).toBe('en');
	expect(localeFrom('en;q=0.4, nl-NL;q=0.9')).toBe('nl');
	expect(localeFrom('tr, pl')).toBe('nl');
	expect(localeFrom('en;q=0, nl;q=0.1')).toBe('nl');
	expect(localeFrom(null)).toBe('nl');
});

test('Arabic runs from right to left, Dutch does not', () => {
	expect([directionOf('ar'), directionOf('ar-SY'), directionOf('nl')]).toEqual([
		'rtl',
		'rtl',
		'ltr'
	]);
});
