import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { Fraction } from '#kernel/exact.ts';
import { needed, shortBy, thresholdRule } from './threshold.ts';

const atLeast = (numerator: number, denominator: number) =>
	({ relation: 'at-least', numerator, denominator }) as const;
const moreThan = (numerator: number, denominator: number) =>
	({ relation: 'more-than', numerator, denominator }) as const;

describe('how many are needed', () => {
	test('1,000 invited, 50 % asked and 499 voted: one more', () => {
		expect(needed(atLeast(50, 100), 1000)).toBe(500);
		expect(shortBy(atLeast(50, 100), 1000, 499)).toBe(1);
		expect(shortBy(atLeast(50, 100), 1000, 500)).toBe(0);
	});

	test('148 families, 60 % asked and 88 voted: one more', () => {
		expect(needed(atLeast(60, 100), 148)).toBe(89);
		expect(shortBy(atLeast(60, 100), 148, 88)).toBe(1);
	});

	test('at least two thirds includes two thirds, and more than half leaves out half', () => {
		expect(needed(atLeast(2, 3), 9)).toBe(6);
		expect(needed(moreThan(1, 2), 10)).toBe(6);
		expect(needed(moreThan(1, 2), 11)).toBe(6);
	});

	test('where there is nobody, one is still needed: nothing is met by nobody', () => {
		expect(needed(atLeast(1, 100), 0)).toBe(1);
		expect(shortBy(moreThan(1, 2), 0, 0)).toBe(1);
	});

	test('is the exact limit for every share of every number', () => {
		const share = fc.integer({ min: 2, max: 1000 }).chain((denominator) =>
			fc.record({
				relation: fc.constantFrom('at-least' as const, 'more-than' as const),
				numerator: fc.integer({ min: 1, max: denominator - 1 }),
				denominator: fc.constant(denominator)
			})
		);
		fc.assert(
			fc.property(share, fc.integer({ min: 1, max: 100_000 }), (limit, of) => {
				const asked = new Fraction(limit.numerator, limit.denominator);
				const meets = (count: number) => {
					const sign = new Fraction(count, of).compare(asked);
					return limit.relation === 'at-least' ? sign >= 0 : sign > 0;
				};
				const least = needed(limit, of);
				expect(meets(least)).toBe(true);
				expect(meets(least - 1)).toBe(false);
				expect(least).toBeLessThanOrEqual(of);
				expect(shortBy(limit, of, least - 1)).toBe(1);
			})
		);
	});
});

const response = {
	kind: 'threshold',
	about: 'response',
	of: 'units',
	relation: 'at-least',
	numerator: 60,
	denominator: 100
};
const majority = { ...response, about: 'option', of: 'preference', relation: 'more-than' };

describe('a rule', () => {
	test.each([
		[{ kind: 'none' }],
		[response],
		[{ ...majority, option: 'b' }],
		[{ all: [response, majority] }],
		[
			{
				any: [
					{ all: [response, majority] },
					{ ...majority, of: 'units', numerator: 1, denominator: 2 }
				]
			}
		],
		[{ ...majority, relation: 'at-least', numerator: 1, denominator: 1 }]
	])('may be %j', (rule) => {
		expect(v.parse(thresholdRule, rule)).toEqual(rule);
	});

	test.each([
		['nothing at all', {}, 'rule.shape'],
		['an empty list', { all: [] }, 'rule.shape'],
		['"no limit" beside a limit', { all: [{ kind: 'none' }, response] }, 'rule.shape'],
		['both all and any', { all: [response], any: [response] }, 'rule.shape'],
		['a response of the ballots', { ...response, of: 'ballots' }, 'rule.response-of-units'],
		['a response of an option', { ...response, option: 'b' }, 'rule.response-of-units'],
		['more than everybody', { ...majority, numerator: 100 }, 'rule.out-of-reach'],
		['at least more than everybody', { ...response, numerator: 101 }, 'rule.out-of-reach']
	])('may not be %s', (_, rule, reason) => {
		const result = v.safeParse(thresholdRule, rule);
		expect(result.issues?.[0].message).toBe(reason);
	});

	test.each([
		[{ ...response, numerator: 66.67 }],
		[{ ...response, numerator: 0 }],
		[{ ...response, denominator: 0 }],
		[{ ...response, relation: 'about' }],
		[{ ...response, secret: true }],
		[null],
		['60 %']
	])('may not be %j', (rule) => {
		expect(v.is(thresholdRule, rule)).toBe(false);
	});
});
