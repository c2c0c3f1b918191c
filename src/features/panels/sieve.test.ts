import { expect, test } from 'vitest';
import { addressAt, focusFrom, isPartial, queryOf, sieveFrom } from './sieve.ts';

const read = (query: string) => sieveFrom(new URLSearchParams(query));

test('what is not on the list is not heard', () => {
	const nothing = read('');
	expect(read('sort=id;drop table panel&stance=boos&origin=maan&page=-1')).toEqual(nothing);
	expect(read('page=1e3')).toEqual({ ...nothing, page: 1000 });
	expect(isPartial(nothing)).toBe(false);
});

test('a view has one address, whatever order it was asked for in', () => {
	expect(queryOf(read('page=2&origin=paper&sort=newest&origin=online&stance=idea'))).toBe(
		'sort=newest&stance=idea&origin=online&origin=paper&page=2'
	);
	expect(queryOf(read('origin=online&origin=evening&origin=paper&origin=phone'))).toBe('');
});

test('an address points at one contribution', () => {
	expect(focusFrom(new URLSearchParams('reply=abc'))).toEqual({ kind: 'reply', id: 'abc' });
	expect(focusFrom(new URLSearchParams('sort=newest'))).toBeNull();
});

test('after a form one lands at the contribution, in the order one had', () => {
	const from = new URL('https://s.example/school/panels/p?/post&sort=newest&page=3&reply=old');
	expect(addressAt(from, 'new')).toBe('/school/panels/p?sort=newest&at=new#rnew');
});

test('after a form in a list one is back in that list', () => {
	const from = new URL('https://s.example/school/panels/p?/support&stance=idea&page=2');
	expect(addressAt(from, 'x')).toBe('/school/panels/p?stance=idea&page=2#rx');
});
