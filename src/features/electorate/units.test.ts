import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countedUnder, groupBy } from './units.ts';

const place = (path: string) => ({ id: path.split('/').filter(Boolean).at(-1) ?? '', path });

test('a parent of one group is counted there, of two groups under their school, of two schools above', () => {
	const groups = ['/home/swv/s1/g3/', '/home/swv/s1/g5/', '/home/swv/s2/'].map(place);
	expect(countedUnder(groups.slice(0, 1), 'swv')).toBe('g3');
	expect(countedUnder(groups.slice(0, 2), 'swv')).toBe('s1');
	expect(countedUnder(groups, 'swv')).toBe('swv');
	expect(countedUnder([place('/home/swv/s1/'), place('/home/swv/s1/g3/')], 'swv')).toBe('s1');
	expect(countedUnder([], 'swv')).toBe('swv');
});

test('where one is counted does not depend on the order of the places', () => {
	const path = fc
		.array(fc.constantFrom('a', 'b', 'c'), { minLength: 1, maxLength: 4 })
		.map((ids) => `/home/${ids.join('/')}/`);
	fc.assert(
		fc.property(fc.array(path, { minLength: 1, maxLength: 5 }), (paths) => {
			const places = paths.map(place);
			expect(countedUnder(places.toReversed(), 'x')).toBe(countedUnder(places, 'x'));
		})
	);
});

test('rows are gathered by key, none lost', () => {
	const groups = groupBy(['aa', 'b', 'ac'], (word) => word.charAt(0));
	expect([...groups]).toEqual([
		['a', ['aa', 'ac']],
		['b', ['b']]
	]);
});
