import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Fraction } from '#kernel/exact.ts';
import { formatTenths, percentage, sumNote } from './percentages.ts';

const shown = (part: number, of: number) => {
	const it = percentage(part, of);
	return it === null ? null : formatTenths(it.tenths, 'nl');
};

describe('a percentage', () => {
	test.each([
		['school hours', 102, [29, 58, 11, 4], ['28,4', '56,9', '10,8', '3,9']],
		['school hours, of those with a preference', 98, [58], ['59,2']],
		['the response for school hours', 148, [102], ['68,9']],
		['the contribution', 89, [41, 33, 12, 3], ['46,1', '37,1', '13,5', '3,4']],
		['the response for the contribution', 148, [89], ['60,1']],
		[
			'telephones',
			402,
			[148, 121, 38, 59, 36, 269],
			['36,8', '30,1', '9,5', '14,7', '9,0', '66,9']
		],
		['the response for telephones', 1018, [402], ['39,5']],
		[
			'the support plan',
			312,
			[201, 188, 142, 131, 87, 63],
			['64,4', '60,3', '45,5', '42,0', '27,9', '20,2']
		],
		['the response for the support plan', 1428, [312], ['21,8']],
		['De Merelmolen in the support plan', 271, [74], ['27,3']],
		["'t Zilverpad in the support plan", 139, [58, 77], ['41,7', '55,4']],
		['Merelwaard in the support plan', 1018, [180], ['17,7']],
		['messages', 77, [34, 31, 29, 18, 15, 6], ['44,2', '40,3', '37,7', '23,4', '19,5', '7,8']],
		['letters among 110 answers', 110, [20], ['18,2']],
		['five of six weights', 6, [5], ['83,3']]
	])('is shown as agreed for %s', (_, of, parts, expected) => {
		expect(parts.map((part) => shown(part, of))).toEqual(expected);
	});

	test('is rounded half up, exactly: 1 of 2000 is 0,05 and becomes 0,1', () => {
		expect(shown(1, 2000)).toBe('0,1');
		expect(shown(49, 100_000)).toBe('0,0');
		expect(shown(1001, 2000)).toBe('50,1');
	});

	test('keeps what it was rounded from', () => {
		expect(percentage(58, 102)).toEqual({ tenths: 569, exact: '29/51' });
	});

	test('of nothing is no percentage', () => {
		expect(percentage(0, 0)).toBeNull();
		expect(percentage(3, 0)).toBeNull();
	});

	test.each([
		[-1, 3],
		[1, -3],
		[0.5, 3],
		[NaN, 3],
		[1, Infinity]
	])('is not of %d in %d', (part, of) => {
		expect(() => percentage(part, of)).toThrow(RangeError);
	});

	test('is never more than half a tenth beside the truth, and never less than it by that much', () => {
		const count = fc.nat({ max: 2_000_000 });
		fc.assert(
			fc.property(
				count,
				count.map((n) => n + 1),
				(part, of) => {
					const it = percentage(part, of);
					const beside = new Fraction(it?.tenths ?? 0, 1000).minus(new Fraction(part, of));
					expect(beside.compare(new Fraction(1, 2000))).toBeLessThanOrEqual(0);
					expect(beside.compare(new Fraction(-1, 2000))).toBe(1);
				}
			)
		);
	});
});

describe('tenths of a percent', () => {
	test('have a comma in Dutch and a point in English', () => {
		expect(formatTenths(569, 'nl')).toBe('56,9');
		expect(formatTenths(569, 'en')).toBe('56.9');
	});

	test('always have one decimal', () => {
		expect([0, 5, 10, 1000, 2500].map((it) => formatTenths(it, 'nl'))).toEqual([
			'0,0',
			'0,5',
			'1,0',
			'100,0',
			'250,0'
		]);
	});

	test('are whole and not negative', () => {
		expect(() => formatTenths(-1, 'nl')).toThrow(RangeError);
		expect(() => formatTenths(5.5, 'nl')).toThrow(RangeError);
	});
});

describe('the note under percentages', () => {
	test('says that three equal parts add up to 99,9', () => {
		expect([1, 1, 1].map((part) => shown(part, 3))).toEqual(['33,3', '33,3', '33,3']);
		expect(sumNote([1, 1, 1], 3)).toEqual({ kind: 'rounding', tenths: 999 });
	});

	test('says that the contribution adds up to 100,1', () => {
		expect(sumNote([41, 33, 12, 3], 89)).toEqual({ kind: 'rounding', tenths: 1001 });
	});

	test('is not there when they add up', () => {
		expect(sumNote([29, 58, 11, 4], 102)).toBeNull();
	});

	test('says that 25 ticks of 10 people are more than a hundred', () => {
		expect(sumNote([9, 8, 5, 3], 10)).toEqual({ kind: 'several', tenths: 2500 });
	});

	test('is not there for a part of the parts, nor for an empty box', () => {
		expect(sumNote([1, 1], 3)).toBeNull();
		expect(sumNote([0, 0], 0)).toBeNull();
	});

	test('is there exactly when parts that make up the whole do not show as 100,0', () => {
		fc.assert(
			fc.property(fc.array(fc.nat({ max: 400 }), { minLength: 1, maxLength: 8 }), (parts) => {
				const of = parts.reduce((sum, part) => sum + part, 0);
				fc.pre(of > 0);
				const tenths = parts.reduce((sum, part) => sum + (percentage(part, of)?.tenths ?? 0), 0);
				expect(sumNote(parts, of)).toEqual(tenths === 1000 ? null : { kind: 'rounding', tenths });
			})
		);
	});
});
