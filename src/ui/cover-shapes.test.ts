import fc from 'fast-check';
import { expect, test } from 'vitest';
import { coverShapes } from './cover-shapes.ts';

const some = fc.integer({ min: 1, max: 5000 });

test('the circle and the square fit on the cover, and one of them fills its place', () => {
	fc.assert(
		fc.property(some, some, (online, evening) => {
			const { radius, side } = coverShapes(online, evening);
			expect(radius).toBeLessThanOrEqual(61);
			expect(side).toBeLessThanOrEqual(76);
			expect(radius > 60.8 || side > 75.8).toBe(true);
		})
	);
});

test('the same number of people gives the same surface', () => {
	const { radius, side } = coverShapes(50, 50);
	expect(Math.abs((Math.PI * radius * radius) / (side * side) - 1)).toBeLessThan(0.01);
});

test('four times as many people gives a circle twice as wide', () => {
	const small = coverShapes(10, 100);
	const large = coverShapes(40, 100);
	expect(Math.abs(large.radius - 2 * small.radius)).toBeLessThan(0.3);
});
