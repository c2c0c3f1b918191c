import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { givenAway, single } from './attack.ts';
import type { Crosstab } from './crosstab.ts';
import { breakdown } from './suppression.ts';

const sum = (numbers: readonly number[]) => numbers.reduce((total, it) => total + it, 0);

const count = fc.oneof(
	{ weight: 3, arbitrary: fc.integer({ min: 0, max: 4 }) },
	{ weight: 4, arbitrary: fc.integer({ min: 5, max: 12 }) },
	{ weight: 3, arbitrary: fc.integer({ min: 13, max: 60 }) }
);
const counts = fc
	.record({ height: fc.integer({ min: 2, max: 5 }), width: fc.integer({ min: 2, max: 4 }) })
	.chain(({ height, width }) => {
		const row = fc.array(count, { minLength: width, maxLength: width });
		return fc.array(row, { minLength: height, maxLength: height });
	});
const one = counts.map((it) => single(it));
const several = fc
	.tuple(counts, fc.array(fc.nat({ max: 12 }), { minLength: 4, maxLength: 4 }))
	.map(([it, more]): Crosstab => ({
		...single(it),
		several: true,
		columns: single(it).columns.map(({ id }, c) => ({
			id,
			people: Math.max(...it.map((row) => row[c] ?? 0)) + (more[c] ?? 0)
		}))
	}));

describe.each([
	['one choice', one],
	['several choices', several]
])('any breakdown of %s', (_, tables) => {
	test('stands an attack on every number under five', () => {
		fc.assert(
			fc.property(tables, (table) => {
				const published = breakdown(table);
				expect(published ? givenAway(table, published) : []).toEqual([]);
			}),
			{ numRuns: 400 }
		);
	});

	test('shows no number under five, and nothing untrue', () => {
		fc.assert(
			fc.property(tables, (table) => {
				const published = breakdown(table);
				const column = (ids: readonly string[]) =>
					table.columns.flatMap(({ id }, c) => (ids.includes(id) ? [c] : []));
				for (const { ids, total, cells } of published?.rows ?? []) {
					const rows = table.rows.filter(({ id }) => ids.includes(id));
					expect(total).toBe(sum(rows.flatMap((row) => row.counts)));
					for (const [c, cell] of cells.entries()) {
						const inColumns = column(published?.columns[c]?.ids ?? []);
						const truth = sum(rows.flatMap((row) => inColumns.map((it) => row.counts[it] ?? 0)));
						if (cell !== null) expect(cell).toBe(truth);
						if (cell !== null && total > 0) expect(cell).toBeGreaterThanOrEqual(5);
					}
				}
			})
		);
	});

	test('leaves no small number behind when what is shown is taken from a total', () => {
		fc.assert(
			fc.property(tables, (table) => {
				const { rows = [], columns = [] } = breakdown(table) ?? {};
				const ofRows = rows.map(({ total, cells }) => ({ total, cells }));
				const ofColumns = columns.map(({ people }, c) => ({
					total: people,
					cells: rows.map(({ cells }) => cells[c] ?? null)
				}));
				// the crosses in a column have no total that is published
				for (const { total, cells } of table.several ? ofRows : [...ofRows, ...ofColumns]) {
					const hidden = cells.filter((it) => it === null).length;
					const left = total - sum(cells.map((it) => it ?? 0));
					if (hidden === 0) expect(left).toBe(0);
					else if (left < total) expect([hidden > 1, left >= 5]).toEqual([true, true]);
				}
			})
		);
	});

	test('has every option and every channel with people once, and none of fewer than five', () => {
		fc.assert(
			fc.property(tables, (table) => {
				const published = breakdown(table);
				fc.pre(published !== null);
				const rows = published.rows.flatMap(({ ids }) => ids).toSorted();
				expect(rows).toEqual(table.rows.map(({ id }) => id).toSorted());
				const there = table.columns.filter(({ people }) => people > 0).map(({ id }) => id);
				expect(published.columns.flatMap(({ ids }) => ids).toSorted()).toEqual(there.toSorted());
				expect(Math.min(...published.columns.map(({ people }) => people))).toBeGreaterThanOrEqual(
					5
				);
			})
		);
	});
});
