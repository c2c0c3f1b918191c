import fc from 'fast-check';
import { expect, test } from 'vitest';
import { behind, type Part, reachOf, shownParts, STEPS } from './reach.ts';

const part = (id: string, active: number, opened: number, invited: number): Part => ({
	id,
	counts: { active, opened, invited }
});

test('80 active parents of 100 who were invited is the goal', () => {
	const counts = { active: 80, opened: 5, invited: 15 };
	expect(reachOf(counts, '2027-05-10', '2027-05-21')).toEqual({
		invited: 100,
		opened: 85,
		active: 80,
		reached: true,
		missing: 0,
		day: 12
	});
	const fewer = reachOf({ ...counts, active: 79, invited: 16 }, '2027-05-10', '2027-05-21');
	expect(fewer).toMatchObject({ invited: 100, reached: false, missing: 1 });
});

test('before anybody was invited there is no day and no goal reached', () => {
	const nobody = { active: 0, opened: 0, invited: 0 };
	expect(reachOf(nobody, null, '2027-05-21')).toMatchObject({
		day: null,
		reached: false,
		missing: 0
	});
});

test('a small group is shown together with another, never alone', () => {
	const shown = shownParts([part('3a', 12, 6, 7), part('3b', 10, 8, 6), part('4', 1, 1, 2)]);
	expect(shown.length).toBeGreaterThan(0);
	expect(shown.find(({ ids }) => ids.length === 1 && ids[0] === '4')).toBeUndefined();
	expect(shown.reduce((sum, { invited }) => sum + invited, 0)).toBe(53);
});

test('groups that are behind are named, the one that misses most first', () => {
	const parts = shownParts([part('3', 40, 5, 5), part('4', 10, 20, 20), part('5', 20, 10, 20)]);
	expect(behind(parts).map(({ ids }) => ids[0])).toEqual(['4', '5']);
});

test('no number under five is ever shown, and what is shown adds up', () => {
	const counts = fc.record({ active: fc.nat(40), opened: fc.nat(40), invited: fc.nat(40) });
	fc.assert(
		fc.property(fc.array(counts, { minLength: 1, maxLength: 8 }), (all) => {
			const parts = all.map((it, n) => ({ id: String(n), counts: it }));
			const everybody = parts.flatMap(({ counts: it }) => STEPS.map((step) => it[step]));
			const shown = shownParts(parts);
			for (const { invited, counts: it } of shown) {
				expect(invited).toBeGreaterThanOrEqual(5);
				const cells = STEPS.map((step) => it[step]);
				const totals = STEPS.map((step) => parts.reduce((sum, p) => sum + p.counts[step], 0));
				cells.forEach((cell, n) => {
					// a step that nobody anywhere is at may say so
					if (cell !== null && (totals[n] ?? 0) > 0 && cell !== invited)
						expect(cell).toBeGreaterThanOrEqual(5);
				});
			}
			if (shown.length > 0)
				expect(shown.reduce((sum, { invited }) => sum + invited, 0)).toBe(
					everybody.reduce((sum, n) => sum + n, 0)
				);
		})
	);
});
