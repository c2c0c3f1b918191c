import fc from 'fast-check';
import { expect, test } from 'vitest';
import { minutesToWait } from './backoff.ts';
import { digitsIn, digitsOf, tokenOf } from './way-in.ts';
import { sealWith } from '#kernel/server/hash.ts';

const seal = sealWith('a key for tests, of at least 32 characters');

test('link and digits of a mail follow from its id and the key, and from nothing else', () => {
	fc.assert(
		fc.property(fc.string(), (id) => {
			expect(tokenOf(seal, id)).toBe(tokenOf(seal, id));
			expect(tokenOf(seal, id)).toMatch(/^[0-9a-f]{64}$/);
			expect(digitsOf(seal, id)).toMatch(/^\d{6}$/);
		})
	);
	const other = sealWith('another key for tests, of at least 32 characters');
	expect(tokenOf(other, 'a')).not.toBe(tokenOf(seal, 'a'));
	expect(tokenOf(seal, 'b')).not.toBe(tokenOf(seal, 'a'));
});

test('digits are spread over all there are', () => {
	const made = Array.from({ length: 3000 }, (_, n) => digitsOf(seal, String(n)));
	for (let digit = 0; digit < 10; digit++)
		for (let place = 0; place < 6; place++) {
			const times = made.filter((it) => it[place] === String(digit)).length;
			expect(times).toBeGreaterThan(200);
			expect(times).toBeLessThan(400);
		}
});

test('digits are read with spaces, dashes or in another width, and nothing else is', () => {
	expect(['482913', '482 913', ' 48-29-13 ', '４８２９１３'].map(digitsIn)).toEqual(
		Array.from({ length: 4 }, () => '482913')
	);
	expect(['48291', '4829134', '48291a', ''].map(digitsIn)).toEqual([null, null, null, null]);
});

test('a mail that fails waits twice as long each time, up to an hour', () => {
	expect([1, 2, 3, 4, 5, 6, 7, 8, 50].map(minutesToWait)).toEqual([1, 2, 4, 8, 16, 32, 60, 60, 60]);
});
