import { describe, expect, test } from 'vitest';
import { tallyOf, type Tally } from './tally.ts';
import type { Threshold } from './threshold.ts';
import { judge } from './verdict.ts';

const options = [{ id: 'a' }, { id: 'b' }, { id: 'c' }, { id: 'd', noPreference: true }];

function tally(counts: Record<string, number>, blank = 0): Tally {
	const chosen = Object.values(counts).reduce((sum, count) => sum + count, 0);
	const counted = { ballots: chosen + blank, blank, counts: new Map(Object.entries(counts)) };
	return tallyOf(counted, options);
}

const response: Threshold = {
	kind: 'threshold',
	about: 'response',
	of: 'units',
	relation: 'at-least',
	numerator: 60,
	denominator: 100
};
const majority: Threshold = {
	...response,
	about: 'option',
	of: 'preference',
	relation: 'more-than'
};
const schoolHours = { units: 148, tally: tally({ a: 29, b: 58, c: 11, d: 4 }) };

describe('the verdict on the school hours', () => {
	test('is not met: enough families took part, but no choice got more than 60 %', () => {
		expect(judge({ all: [response, majority] }, schoolHours)).toEqual({
			met: false,
			parts: [
				{
					threshold: response,
					met: true,
					numerator: 102,
					denominator: 148,
					options: [],
					needed: 89,
					shortBy: 0
				},
				{
					threshold: majority,
					met: false,
					numerator: 58,
					denominator: 98,
					options: ['b'],
					needed: 59,
					shortBy: 1
				}
			]
		});
	});

	test('would be met if either had been enough', () => {
		expect(judge({ any: [majority, response] }, schoolHours).met).toBe(true);
	});

	test('would be met with one more family for the five equal days', () => {
		const more = { units: 148, tally: tally({ a: 28, b: 59, c: 11, d: 4 }) };
		expect(judge({ all: [response, majority] }, more).met).toBe(true);
	});

	test('would be missed further of all ballots, and of all families', () => {
		const parts = (['ballots', 'units'] as const).map(
			(of) => judge({ ...majority, of }, schoolHours).parts[0]
		);
		expect(parts.map((part) => [part?.denominator, part?.needed, part?.shortBy])).toEqual([
			[102, 62, 4],
			[148, 89, 31]
		]);
	});
});

describe('a verdict', () => {
	test('of an agreement without a limit is neither met nor missed', () => {
		expect(judge({ kind: 'none' }, schoolHours)).toEqual({ met: null, parts: [] });
	});

	test('does not round: 49,96 % shows as 50,0 % and is less than half', () => {
		const close = { units: 2500, tally: tally({ a: 1249, b: 1251 }) };
		const half = { ...majority, relation: 'at-least', numerator: 1, denominator: 2 } as const;
		const held = judge({ ...half, option: 'a' }, close);
		expect(held.met).toBe(false);
		expect(held.parts[0]).toMatchObject({ numerator: 1249, shortBy: 1 });
	});

	test('tells exactly two thirds from more than two thirds', () => {
		const outcome = { units: 9, tally: tally({ a: 6, b: 3 }) };
		const limit = { ...majority, numerator: 2, denominator: 3 };
		expect(judge({ ...limit, relation: 'at-least' }, outcome).met).toBe(true);
		expect(judge({ ...limit, relation: 'more-than' }, outcome).met).toBe(false);
	});

	test('of 1,000 invited and 499 ballots is that half did not take part, by one', () => {
		const outcome = { units: 1000, tally: tally({ a: 499 }) };
		const held = judge({ ...response, numerator: 50 }, outcome);
		expect(held.met).toBe(false);
		expect(held.parts[0]).toMatchObject({ numerator: 499, needed: 500, shortBy: 1 });
	});

	test('names all who are ahead when they are equal, and chooses none of them', () => {
		const outcome = { units: 10, tally: tally({ a: 4, b: 4, c: 2 }) };
		expect(judge(majority, outcome).parts[0]?.options).toEqual(['a', 'b']);
	});

	test('never puts "geen voorkeur" ahead', () => {
		const outcome = { units: 12, tally: tally({ a: 2, d: 10 }) };
		expect(judge({ ...majority, of: 'ballots' }, outcome)).toMatchObject({
			met: false,
			parts: [{ options: ['a'], numerator: 2, denominator: 12 }]
		});
	});

	test('counts a blank ballot for the response and against an option of the ballots', () => {
		const outcome = { units: 10, tally: tally({ a: 5 }, 4) };
		expect(judge(response, outcome).parts[0]).toMatchObject({ met: true, numerator: 9 });
		expect(judge({ ...majority, of: 'ballots' }, outcome).met).toBe(false);
		expect(judge(majority, outcome).met).toBe(true);
	});

	test('of an empty box is that nothing is met', () => {
		const outcome = { units: 0, tally: tally({}) };
		expect(judge({ any: [response, majority] }, outcome).met).toBe(false);
	});
});
