import { readdirSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isReserved, isSlug, slugFrom } from './slug.ts';

test('the address of a place is its name in plain small letters', () => {
	expect(
		[
			'obs De Merelmolen',
			'sbo ’t Zilverpad',
			'Groep 3/4',
			'  École Çağdaş & Co.  ',
			'Kindcentrum Ørsted–Łódź',
			'IJsvogel'
		].map(slugFrom)
	).toEqual([
		'obs-de-merelmolen',
		'sbo-t-zilverpad',
		'groep-3-4',
		'ecole-cagdas-co',
		'kindcentrum-orsted-lodz',
		'ijsvogel'
	]);
});

test('whatever a place is called, its address is well formed, or empty when nothing is left', () => {
	fc.assert(
		fc.property(fc.oneof(fc.string({ unit: 'grapheme' }), fc.string()), (name) => {
			const slug = slugFrom(name);
			expect(slug === '' || isSlug(slug)).toBe(true);
			expect(slugFrom(slug)).toBe(slug);
		})
	);
});

test('a name that has a Latin letter or a digit always has an address', () => {
	const named = fc
		.tuple(fc.string({ unit: 'grapheme' }), fc.constantFrom('a', 'Z', '7', 'é'), fc.string())
		.map((parts) => parts.join(''));
	fc.assert(
		fc.property(named, (name) => {
			expect(slugFrom(name)).not.toBe('');
		})
	);
});

test('a very long name gets an address of at most 40 characters, without a dash at its end', () => {
	const slug = slugFrom('Samenwerkingsverband Passend Onderwijs Regio Noordoost en Omstreken');
	expect(slug).toBe('samenwerkingsverband-passend-onderwijs-r');
	expect(slugFrom(`${'a'.repeat(39)} b`)).toBe('a'.repeat(39));
});

test('no place can take the address of a page of the website itself', () => {
	const pages = readdirSync('src/routes', { withFileTypes: true })
		.filter((it) => it.isDirectory() && !it.name.startsWith('['))
		.map((it) => it.name);
	expect(pages.length).toBeGreaterThan(0);
	expect(pages.filter((page) => !isReserved(page))).toEqual([]);
	const files = readdirSync('static').map((file) => file.replace(/\..*$/, ''));
	expect(files.filter((file) => !isReserved(file))).toEqual([]);
});
