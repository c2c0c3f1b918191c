import fc from 'fast-check';
import { expect, test } from 'vitest';
import { limitsIn, ruleOf, shareFrom, shareText, type Limit } from './threshold.ts';

test.each([
	['60%', 60, 100],
	['60', 60, 100],
	[' 66,7 % ', 667, 1000],
	['2/3', 2, 3],
	['100%', 100, 100]
])('the share %j is read as it was typed', (text, numerator, denominator) => {
	expect(shareFrom(text)).toEqual({ numerator, denominator });
});

test.each(['', '0', '0%', '101%', '3/2', '1/0', 'de helft', '60%%', '-5', '1e3'])(
	'%j is no share of a whole',
	(text) => expect(shareFrom(text)).toBeNull()
);

test('a share that is written down reads as the same share', () => {
	const whole = fc.integer({ min: 1, max: 9999 });
	const typed = fc.oneof(
		fc
			.tuple(whole, whole)
			.map(([a, b]) => ({ numerator: Math.min(a, b), denominator: Math.max(a, b) })),
		fc
			.tuple(fc.integer({ min: 1, max: 1000 }), fc.constantFrom(100, 1000, 10_000, 100_000))
			.map(([numerator, denominator]) => ({
				numerator: Math.min(numerator, denominator),
				denominator
			}))
	);
	fc.assert(
		fc.property(typed, (share) => {
			const read = shareFrom(shareText(share));
			expect(read).not.toBeNull();
			expect((read?.numerator ?? 0) * share.denominator).toBe(
				(read?.denominator ?? 0) * share.numerator
			);
		})
	);
});

test('a rule of one limit is that limit, of two a choice of both or either, of none is null', () => {
	const limit: Limit = {
		kind: 'threshold',
		about: 'response',
		of: 'units',
		relation: 'at-least',
		numerator: 60,
		denominator: 100
	};
	const other: Limit = { ...limit, about: 'option', of: 'preference', relation: 'more-than' };
	expect(ruleOf([], 'all')).toBeNull();
	expect(ruleOf([limit], 'any')).toEqual(limit);
	expect(ruleOf([limit, other], 'any')).toEqual({ any: [limit, other] });
	for (const [limits, together] of [
		[[limit, other], 'any'],
		[[limit, other], 'all']
	] as const)
		expect(limitsIn(ruleOf(limits, together))).toEqual({ together, limits });
	expect(limitsIn({ kind: 'none' }).limits).toEqual([]);
});
