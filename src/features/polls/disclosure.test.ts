import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { surelyKnown } from './attack.ts';
import { computable, type Disclosed } from './disclosure.ts';

const rest = 'rest';
const sum = (numbers: readonly number[]) => numbers.reduce((total, it) => total + it, 0);

function sizes(counts: readonly (readonly number[])[]): number[] {
	return (counts[0] ?? []).map((_, column) => sum(counts.map((row) => row[column] ?? 0)));
}

/** The same question put to somebody who tries every possible table. */
function tryEverything({ counts, people, known }: Disclosed): boolean[][] {
	const width = people.length;
	const places = counts.flatMap((row, r) =>
		row.map((count, c) => ({ place: r * width + c, r, c, count, name: known[r]?.[c] ?? null }))
	);
	const linesOf = (key: (it: (typeof places)[number]) => string) =>
		[...Map.groupBy(places, key).values()].map((line) => ({
			of: line.map(({ place }) => place),
			is: sum(line.map(({ count }) => count))
		}));
	const sums = [
		...linesOf(({ r }) => `row ${r}`),
		...linesOf(({ c, name, place }) => (name === null ? `cell ${place}` : `${name} ${c}`))
	];
	const found = surelyKnown(
		places.map(({ count }) => count),
		places.map(({ c }) => people[c] ?? 0),
		sums
	);
	return counts.map((row, r) =>
		row.map((_, c) => known[r]?.[c] !== null && (found[r * width + c] ?? false))
	);
}

describe('what can be computed back', () => {
	test('is everything in a table of four when one is shown, and nothing when none is', () => {
		const counts = [
			[3, 7],
			[12, 12]
		];
		const people = sizes(counts);
		const hidden = [
			[rest, rest],
			[rest, rest]
		];
		expect(computable({ counts, people, known: hidden }).flat()).toEqual([
			false,
			false,
			false,
			false
		]);
		const known = [
			[rest, rest],
			[rest, null]
		];
		expect(computable({ counts, people, known }).flat()).toEqual([true, true, true, false]);
	});

	test('is a lone hidden number in its row', () => {
		const counts = [
			[3, 7, 9],
			[8, 1, 9],
			[6, 4, 9]
		];
		const known = [
			[rest, null, null],
			[rest, rest, null],
			[null, rest, null]
		];
		expect(
			computable({ counts, people: sizes(counts), known })
				.flat()
				.filter(Boolean)
		).toHaveLength(4);
	});

	test('is what nobody can be in: an option with nobody, hidden or not', () => {
		const counts = [
			[0, 0],
			[3, 4],
			[5, 6]
		];
		const known = counts.map((row) => row.map(() => rest));
		expect(computable({ counts, people: sizes(counts), known })[0]).toEqual([true, true]);
	});

	test('is found by looking along the rows and columns as by trying every table', () => {
		const count = fc.oneof(
			fc.constant(0),
			fc.integer({ min: 0, max: 3 }),
			fc.integer({ min: 0, max: 9 })
		);
		const name = fc.constantFrom(rest, rest, 'together', null);
		const disclosed = fc
			.record({ height: fc.integer({ min: 1, max: 4 }), width: fc.integer({ min: 1, max: 4 }) })
			.chain(({ height, width }) => {
				const grid = <Value>(cell: fc.Arbitrary<Value>) => {
					const row = fc.array(cell, { minLength: width, maxLength: width });
					return fc.array(row, { minLength: height, maxLength: height });
				};
				return fc.record({ counts: grid(count), known: grid(name), spare: fc.nat({ max: 3 }) });
			})
			.map(({ counts, known, spare }) => ({
				counts,
				known,
				// as many as in the column, or hardly more than its largest cell
				people:
					spare === 0
						? sizes(counts)
						: sizes(counts).map((_, c) => Math.max(...counts.map((row) => row[c] ?? 0)) + spare - 1)
			}));
		fc.assert(
			fc.property(disclosed, (it) => {
				expect(computable(it)).toEqual(tryEverything(it));
			}),
			{ numRuns: 500 }
		);
	});
});
