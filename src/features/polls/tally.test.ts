import { describe, expect, test } from 'vitest';
import { tallyOf } from './tally.ts';

const counted = (counts: Record<string, number>, ballots: number, blank = 0) =>
	tallyOf({ ballots, blank, counts: new Map(Object.entries(counts)) }, [
		{ id: 'a' },
		{ id: 'b' },
		{ id: 'c' },
		{ id: 'd', noPreference: true }
	]);

describe('a tally', () => {
	test('has a place for everyone in the running: all equal, all first', () => {
		expect(counted({ a: 1, b: 1, c: 1 }, 3).order).toEqual([
			{ place: 1, options: ['a', 'b', 'c'] }
		]);
	});

	test('skips as many places as were shared', () => {
		expect(counted({ a: 2, b: 5, c: 2 }, 9).order).toEqual([
			{ place: 1, options: ['b'] },
			{ place: 2, options: ['a', 'c'] }
		]);
		expect(counted({ a: 4, b: 1, c: 4 }, 9).order.map(({ place }) => place)).toEqual([1, 3]);
	});

	test('has exact shares of the ballots, blank ones too, and of those with a preference', () => {
		const { options } = counted({ a: 3, b: 1, d: 1 }, 6, 1);
		expect(options).toEqual([
			{ id: 'a', count: 3, share: '1/2', shareOfPreference: '3/4' },
			{ id: 'b', count: 1, share: '1/6', shareOfPreference: '1/4' },
			{ id: 'c', count: 0, share: '0', shareOfPreference: '0' },
			{ id: 'd', count: 1, share: '1/6', shareOfPreference: null }
		]);
	});

	test('of an empty box has no shares', () => {
		const { options } = counted({}, 0);
		expect(options.every((it) => it.share === null && it.shareOfPreference === null)).toBe(true);
	});

	test('speaks of ticks only where there may be several on a ballot', () => {
		expect(counted({ a: 1 }, 1)).not.toHaveProperty('ticks');
		const several = {
			ballots: 1,
			blank: 0,
			ticks: 2,
			counts: new Map([
				['a', 1],
				['b', 1]
			])
		};
		expect(tallyOf(several, [{ id: 'a' }, { id: 'b' }]).ticks).toBe(2);
	});
});
