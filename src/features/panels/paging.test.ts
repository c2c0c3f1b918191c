import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pagesOf } from './paging.ts';

const sized = (sizes: readonly number[]) =>
	sizes.map((size, nth) => ({ id: `t${String(nth)}`, size }));

test('threads stay whole, and one that is longer than a page has pages to itself', () => {
	expect(pagesOf(sized([2, 2, 3, 12, 1]), 5)).toEqual([
		{ threads: ['t0', 't1'], part: null },
		{ threads: ['t2'], part: null },
		{ threads: ['t3'], part: { from: 0, to: 5 } },
		{ threads: ['t3'], part: { from: 5, to: 10 } },
		{ threads: ['t3'], part: { from: 10, to: 15 } },
		{ threads: ['t4'], part: null }
	]);
});

test('no page holds more than it may, and every contribution is on one page, in order', () => {
	fc.assert(
		fc.property(
			fc.array(fc.integer({ min: 1, max: 40 })),
			fc.integer({ min: 1, max: 30 }),
			(sizes, size) => {
				const threads = sized(sizes);
				const sizeOf = new Map(threads.map((it) => [it.id, it.size]));
				const shown = pagesOf(threads, size).map(({ threads: ids, part }) =>
					ids.flatMap((id) =>
						Array.from({ length: sizeOf.get(id) ?? 0 }, (_, nth) => `${id}/${String(nth)}`).slice(
							part?.from ?? 0,
							part?.to
						)
					)
				);
				expect(shown.every((page) => page.length > 0 && page.length <= size)).toBe(true);
				expect(shown.flat()).toEqual(
					threads.flatMap(({ id, size: all }) =>
						Array.from({ length: all }, (_, nth) => `${id}/${String(nth)}`)
					)
				);
			}
		)
	);
});
