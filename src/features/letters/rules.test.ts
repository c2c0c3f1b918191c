import { expect, test } from 'vitest';
import { inParts, LETTERS_IN_ONE } from './rules.ts';

test.each([0, 1, LETTERS_IN_ONE, LETTERS_IN_ONE + 1, 3 * LETTERS_IN_ONE])(
	'%i letters come in parts that are not too large, none lost and in their order',
	(count) => {
		const letters = Array.from({ length: count }, (_, nth) => nth);
		const parts = inParts(letters);
		expect(parts.flat()).toEqual(letters);
		expect(parts.every(({ length }) => length > 0 && length <= LETTERS_IN_ONE)).toBe(true);
	}
);
