import { expect, test } from 'vitest';
import { readFilter, writeFilter } from './filter.ts';
import { keyOf, sourceNamed } from './source.ts';

test('what is shown stands in the address and comes back from it', () => {
	const filter = { origin: 'evening', theme: 'none', page: 3 } as const;
	expect(readFilter(new URLSearchParams(writeFilter(filter)))).toEqual(filter);
	expect(writeFilter({ origin: null, theme: null, page: 1 })).toBe('');
});

test('an address that makes no sense shows everything, from the first page', () => {
	const all = { origin: null, theme: null, page: 1 };
	for (const query of ['', 'origin=mars&page=-2', 'page=1.5&of=']) {
		expect(readFilter(new URLSearchParams(query))).toEqual(all);
	}
});

test('a source is named by its kind and id, and by nothing else', () => {
	const note = { kind: 'note', id: 'abc234' } as const;
	expect(sourceNamed(keyOf(note))).toEqual(note);
	for (const wrong of ['poll:abc', 'note:', 'note:A/b', '', 'note:a note:b']) {
		expect(sourceNamed(wrong)).toBeUndefined();
	}
});
