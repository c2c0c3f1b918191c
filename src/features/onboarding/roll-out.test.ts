import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toldNumber, toldShare } from './roll-out.ts';

test('80 of 100 parents is told, and so are all and none', () => {
	const told = (active: number, opened: number, invited: number) =>
		toldShare({ active, opened, invited });
	expect(told(80, 5, 15)).toEqual({ part: 80, whole: 100 });
	expect(told(100, 0, 0)).toEqual({ part: 100, whole: 100 });
	expect(told(0, 3, 97)).toEqual({ part: 0, whole: 100 });
	expect(told(0, 0, 0)).toBeNull();
	expect([0, 1, 4, 5].map(toldNumber)).toEqual([0, null, null, 5]);
});

test('of one to four parents nothing is told: not that they take part, and not that they do not', () => {
	const n = fc.integer({ min: 0, max: 30 });
	fc.assert(
		fc.property(n, n, n, (active, opened, invited) => {
			const told = toldShare({ active, opened, invited });
			if (!told) return;
			for (const some of [told.part, told.whole - told.part])
				expect(some === 0 || some >= 5).toBe(true);
			expect(told).toEqual({ part: active, whole: active + opened + invited });
		})
	);
});
