import fc from 'fast-check';
import { expect, test } from 'vitest';
import { digitsIn, newSecret, stepOf } from './totp.ts';

/** The secret of RFC 6238, `12345678901234567890`, as apps take it. */
const SECRET = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';

test.each([
	[59, '287082'],
	[1111111109, '081804'],
	[1111111111, '050471'],
	[1234567890, '005924'],
	[2000000000, '279037']
])(
	'at second %d the digits of the standard are right, and a minute later no more',
	async (second, digits) => {
		const step = Math.floor(second / 30);
		const at = (seconds: number) => stepOf(SECRET, digits, new Date(seconds * 1000));
		expect(await at(second)).toBe(step);
		// a clock that is half a minute off still gets in, and the digits keep the step they belong to
		expect(await at(second + 30)).toBe(step);
		expect(await at(second - 30)).toBe(step);
		expect(await at(second + 90)).toBeNull();
	}
);

test('digits may be typed with spaces; anything but six of them is none', () => {
	fc.assert(
		fc.property(fc.stringMatching(/^\d{6}$/), (digits) => {
			expect(digitsIn(` ${digits.slice(0, 3)} ${digits.slice(3)} `)).toBe(digits);
			expect(digitsIn(digits.slice(1))).toBeNull();
			expect(digitsIn(`${digits}0`)).toBeNull();
		})
	);
	for (const text of ['', 'abcdef', '12345é']) expect(digitsIn(text)).toBeNull();
});

test('every secret is another, of 160 bits', async () => {
	const [first, second] = [await newSecret(), await newSecret()];
	expect(first).toMatch(/^[A-Z2-7]{32}$/);
	expect(first).not.toBe(second);
});
