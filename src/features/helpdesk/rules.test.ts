import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isGuessable } from './rules.ts';

test.each(['0000', '7777', '1234', '4321', '123456', '987654', '999999'])(
	'%s is a PIN that somebody tries first',
	(pin) => expect(isGuessable(pin)).toBe(true)
);

test.each(['2580', '1357', '9012', '1123', '482913'])('%s is not', (pin) => {
	expect(isGuessable(pin)).toBe(false);
});

test('of all PINs of four digits two dozen are guessable, so five tries find hardly one', () => {
	const all = Array.from({ length: 10_000 }, (_, n) => String(n).padStart(4, '0'));
	expect(all.filter(isGuessable)).toHaveLength(24);
});

test('a PIN is as guessable from back to front', () => {
	const digits = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 4, maxLength: 6 });
	fc.assert(
		fc.property(digits, (pin) => {
			expect(isGuessable(pin.toReversed().join(''))).toBe(isGuessable(pin.join('')));
		})
	);
});
