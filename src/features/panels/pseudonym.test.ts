import { expect, test } from 'vitest';
import { sealWith } from '#kernel/server/hash.ts';
import { pseudonymsFor, withPseudonyms } from './pseudonym.ts';

const seal = sealWith('a key for tests');
const many = Array.from({ length: 3000 }, (_, nth) => `Writer ${String(nth)}`);

test('a writer has one name, in every file and order', () => {
	const names = pseudonymsFor(['Anna', 'Bas', 'Anna'], seal);
	expect(names.size).toBe(2);
	expect(pseudonymsFor(['Bas', 'Anna'], seal).get('Anna')).toBe(names.get('Anna'));
	expect(names.get('Anna')).toMatch(/^\p{L}+ \d{1,4}$/u);
});

test('another key gives other names, so a name leads nowhere without it', () => {
	const theirs = pseudonymsFor(['Anna'], sealWith('another key'));
	expect(theirs.get('Anna')).not.toBe(pseudonymsFor(['Anna'], seal).get('Anna'));
});

test('no two of three thousand writers have the same name', () => {
	expect(new Set(pseudonymsFor(many, seal).values()).size).toBe(3000);
});

test('names in a text become pseudonyms where they are whole words', () => {
	const conceal = withPseudonyms(
		new Map([
			['Sir Iain', 'Wilg 1'],
			['Iain', 'Eik 2'],
			['Bo', 'Es 3'],
			['76.69.117.113', 'Mus 4']
		])
	);
	expect(conceal('Dag Sir Iain, groet van Iain (zie User:Sir_Iain).')).toBe(
		'Dag Wilg 1, groet van Eik 2 (zie User:Wilg_1).'
	);
	expect(conceal('Iaintje en 76.69.117.1134 blijven; 76.69.117.113 niet; Bo wel')).toBe(
		'Iaintje en 76.69.117.1134 blijven; Mus 4 niet; Bo wel'
	);
});
