import { describe, expect, test } from 'vitest';
import { givenAway, single } from './attack.ts';
import type { Crosstab } from './crosstab.ts';
import { breakdown, type Breakdown } from './suppression.ts';

const sum = (numbers: readonly number[]) => numbers.reduce((total, it) => total + it, 0);

/** The table as it is, with only the small cells hidden: what must not be done. */
function carelessly({ columns, rows }: Crosstab): Breakdown {
	return {
		columns: columns.map(({ id, people }) => ({ ids: [id], people })),
		rows: rows.map(({ id, counts }) => ({
			ids: [id],
			total: sum(counts),
			cells: counts.map((count) => (count < 5 ? null : count))
		}))
	};
}

const schoolHours = single([
	[17, 10, 2],
	[46, 7, 5],
	[6, 4, 1],
	[2, 1, 1]
]);

describe('the school hours by channel', () => {
	test('are published as agreed: online beside paper and evening, with "overig"', () => {
		expect(breakdown(schoolHours)).toEqual({
			columns: [
				{ ids: ['online'], people: 71 },
				{ ids: ['paper', 'evening'], people: 31 }
			],
			rows: [
				{ ids: ['a'], total: 29, cells: [17, 12] },
				{ ids: ['b'], total: 58, cells: [46, 12] },
				{ ids: ['c', 'd'], total: 15, cells: [8, 7] }
			]
		});
	});

	test('stand an attack', () => {
		const published = breakdown(schoolHours);
		expect(published && givenAway(schoolHours, published)).toEqual([]);
	});

	test('would not have, with only the small numbers hidden', () => {
		expect(givenAway(schoolHours, carelessly(schoolHours))).toContain('d online: 2');
		expect(givenAway(schoolHours, carelessly(schoolHours))).toContain('a evening: 2');
	});

	test('leave several possibilities open even to somebody who knows how we choose', () => {
		const published = JSON.stringify(breakdown(schoolHours));
		const possible = [0, 1, 2, 3, 4].filter((online) => {
			const c = [8 - online, 3 + online];
			const other = single([[17, 12], [46, 12], c, [online, 4 - online]], 'online paper');
			return JSON.stringify(breakdown(other)) === published.replace(',"evening"', '');
		});
		expect(possible).toEqual([0, 1, 2, 3, 4]);
	});
});

describe('a breakdown', () => {
	test('shows the whole table when every number is five or more', () => {
		const table = single([
			[17, 10],
			[46, 7],
			[6, 5]
		]);
		expect(breakdown(table)).toEqual(carelessly(table));
	});

	test('takes a channel of fewer than five together with the smallest other', () => {
		const table = single([
			[30, 12, 2],
			[40, 15, 1]
		]);
		expect(breakdown(table)?.columns).toEqual([
			{ ids: ['online'], people: 70 },
			{ ids: ['paper', 'evening'], people: 30 }
		]);
	});

	test('hides a small number together with others when that shows more than taking together', () => {
		const table = single(
			[
				[10, 9, 8, 7, 6, 5, 4, 3],
				[5, 6, 7, 8, 9, 10, 11, 12],
				[5, 5, 5, 5, 5, 5, 5, 5]
			],
			'1 2 3 4 5 6 7 8'
		);
		const published = breakdown(table);
		expect(published?.rows.map(({ cells }) => cells)).toEqual([
			[10, 9, 8, 7, 6, 5, null, null],
			[5, 6, 7, 8, 9, 10, 11, 12],
			[5, 5, 5, 5, 5, 5, null, null]
		]);
		expect(published && givenAway(table, published)).toEqual([]);
	});

	test('shows that nobody chose an option at all: its total says so too', () => {
		const table = single([
			[17, 10],
			[0, 0],
			[6, 5]
		]);
		expect(breakdown(table)?.rows[1]).toEqual({ ids: ['b'], total: 0, cells: [0, 0] });
	});

	test('does not show that nobody of one channel chose it', () => {
		const table = single([
			[30, 20],
			[12, 0],
			[40, 25]
		]);
		const published = breakdown(table);
		expect(published?.rows.flatMap(({ cells }) => cells)).not.toContain(0);
		expect(published && givenAway(table, published)).toEqual([]);
	});

	test.each([
		['one channel', [[20], [30]]],
		[
			'channels too small to stand beside each other',
			[
				[3, 1],
				[40, 3]
			]
		],
		[
			'a unanimous box',
			[
				[20, 30],
				[0, 0]
			]
		],
		[
			'an empty box',
			[
				[0, 0],
				[0, 0]
			]
		],
		[
			'a table in which every number is small',
			[
				[3, 4],
				[2, 3]
			]
		]
	])('is not there for %s', (_, counts) => {
		expect(breakdown(single(counts))).toBeNull();
	});

	test('is not made of a table that does not add up', () => {
		const table = single([
			[17, 10],
			[6, 5]
		]);
		const short = {
			...table,
			columns: [
				{ id: 'online', people: 24 },
				{ id: 'paper', people: 15 }
			]
		};
		expect(() => breakdown(short)).toThrow('column online does not add up');
	});
});
