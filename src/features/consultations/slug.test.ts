import fc from 'fast-check';
import { expect, test } from 'vitest';
import { freeSlug, slugOf } from './slug.ts';

test('an address is made of the words of the title, without accents and signs', () => {
	expect(slugOf('Één plein, twee ideeën!')).toBe('een-plein-twee-ideeen');
	expect(slugOf('???')).toBe('raadpleging');
	expect(slugOf('المدرسة')).toBe('raadpleging');
});

test('whatever the title, the address is short and plain', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (title) => {
			expect(slugOf(title)).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
			expect(slugOf(title).length).toBeLessThanOrEqual(60);
		})
	);
});

test('an address that is taken, or that is a page of ours, gets a number', () => {
	expect(freeSlug('plein', new Set(['plein', 'plein-2']))).toBe('plein-3');
	expect(freeSlug('new', new Set())).toBe('new-2');
	expect(freeSlug('plein', new Set(['ander']))).toBe('plein');
});
