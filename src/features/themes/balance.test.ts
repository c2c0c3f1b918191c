import fc from 'fast-check';
import { expect, test } from 'vitest';
import { oneSidedOrigin } from './balance.ts';

const counts = (online: number, evening = 0, paper = 0, phone = 0) => ({
	online,
	evening,
	paper,
	phone
});

test('a theme is one-sided when at least four of five came from one place', () => {
	expect(oneSidedOrigin(counts(20, 5))).toBe('online');
	expect(oneSidedOrigin(counts(19, 5))).toBeUndefined();
	expect(oneSidedOrigin(counts(1, 17, 1, 1))).toBe('evening');
});

test('fewer than five pieces say nothing about balance', () => {
	expect([oneSidedOrigin(counts(4)), oneSidedOrigin(counts(5))]).toEqual([undefined, 'online']);
});

test('a theme leans to one place at most, and the share is exact', () => {
	const some = fc.nat({ max: 300 });
	fc.assert(
		fc.property(some, some, some, some, (...four) => {
			const given = counts(...four);
			const total = four.reduce((sum, n) => sum + n, 0);
			const leaning = Object.entries(given).filter(([, n]) => total >= 5 && 5 * n >= 4 * total);
			expect(leaning.length).toBeLessThanOrEqual(1);
			expect(oneSidedOrigin(given)).toBe(leaning[0]?.[0]);
		})
	);
});
