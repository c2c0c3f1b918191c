import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cleanBody } from './body.ts';

test('a text comes back as typed, but for what cannot be kept', () => {
	expect(cleanBody('  Dag,\r\n\tallen \u0000\uD800!  ')).toBe('Dag,\n\tallen !');
});

test('letters are composed, so that the same text is the same', () => {
	expect(cleanBody('cafe\u0301')).toBe('caf\u00e9');
});

test('cleaning twice is cleaning once, and nothing half is left', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'binary' }), (text) => {
			const clean = cleanBody(text);
			expect(clean.isWellFormed()).toBe(true);
			expect(cleanBody(clean)).toBe(clean);
		})
	);
});
