import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Fraction } from './exact.ts';

const nonZero = fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }).filter((n) => n !== 0n);
const fraction = fc
	.tuple(fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }), nonZero)
	.map(([n, d]) => new Fraction(n, d));
const zero = new Fraction(0);
const one = new Fraction(1);

describe('a fraction', () => {
	test('is kept in lowest terms with the sign above the line', () => {
		expect(new Fraction(18, 4).toString()).toBe('9/2');
		expect(new Fraction(3, -9).toString()).toBe('-1/3');
		expect(new Fraction(-8, -2).toString()).toBe('4');
		expect(new Fraction(0, -7).toString()).toBe('0');
	});

	test('is exact where floats are not: a tenth and two tenths are three tenths', () => {
		expect(new Fraction(1, 10).plus(new Fraction(2, 10)).toString()).toBe('3/10');
	});

	test('is exact where counts are too large for a number', () => {
		const large = new Fraction(2n ** 60n + 1n, 2n ** 60n);
		expect(large.compare(one)).toBe(1);
		expect(large.minus(one).toString()).toBe('1/1152921504606846976');
	});

	test('has no denominator 0, however it would come about', () => {
		expect(() => new Fraction(1, 0)).toThrow(RangeError);
		expect(() => one.over(zero)).toThrow(RangeError);
		expect(() => Fraction.parse('1/0')).toThrow(RangeError);
	});

	test('is not made from numbers that are not whole', () => {
		expect(() => new Fraction(0.5)).toThrow(RangeError);
		expect(() => new Fraction(1, NaN)).toThrow(RangeError);
	});

	test.each(['', '1/', '/2', '1.5', '1/-2', ' 1', '1/2/3', 'een', '½'])(
		'is not read from the text "%s"',
		(text) => {
			expect(() => Fraction.parse(text)).toThrow(RangeError);
		}
	);

	test('comes back the same from its text', () => {
		fc.assert(
			fc.property(fraction, (a) => {
				expect(Fraction.parse(a.toString())).toEqual(a);
			})
		);
	});

	test('adds and multiplies in any order, and distributes', () => {
		fc.assert(
			fc.property(fraction, fraction, fraction, (a, b, c) => {
				expect(a.plus(b)).toEqual(b.plus(a));
				expect(a.times(b)).toEqual(b.times(a));
				expect(a.plus(b).plus(c)).toEqual(a.plus(b.plus(c)));
				expect(a.times(b.plus(c))).toEqual(a.times(b).plus(a.times(c)));
			})
		);
	});

	test('is undone by the opposite step', () => {
		fc.assert(
			fc.property(fraction, fraction, (a, b) => {
				expect(a.plus(b).minus(b)).toEqual(a);
				expect(a.minus(a).isZero()).toBe(true);
				if (!b.isZero()) expect(a.times(b).over(b)).toEqual(a);
			})
		);
	});

	test('compares as the sign of the difference, and equals only itself', () => {
		fc.assert(
			fc.property(fraction, fraction, (a, b) => {
				expect(a.compare(b)).toBe(a.minus(b).compare(zero));
				expect(a.equals(b)).toBe(a.toString() === b.toString());
			})
		);
	});
});
