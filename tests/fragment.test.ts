import { expect, test } from 'vitest';
import { transport } from '../src/hooks.ts';
import { Fragment } from '#kernel/fragment.ts';

test('a fragment is not written out as data, and nothing else is touched', () => {
	const encode = transport['Fragment']?.encode;
	expect(encode?.(new Fragment('<p>een lang gesprek</p>'))).toBe('in the page');
	for (const other of [{ html: '<p>' }, '<p>', null, undefined, new Date(0)])
		expect(encode?.(other)).toBe(false);
});
