import type { Crosstab } from './crosstab.ts';
import { draftOf, hideEnough, SMALLEST_CELL, type Draft } from './hiding.ts';

/** What may be published of a full table. More than one id in a row or column: taken together. */
export type Breakdown = {
	readonly columns: readonly { readonly ids: readonly string[]; readonly people: number }[];
	readonly rows: readonly {
		readonly ids: readonly string[];
		readonly total: number;
		/** Null is hidden: fewer than five, or needed to keep such a number from being computed. */
		readonly cells: readonly (number | null)[];
	}[];
};

type Sizes = ReadonlyMap<number, number>;

const sum = (numbers: readonly number[]) => numbers.reduce((total, it) => total + it, 0);

/** Puts the `together` smallest in one group, after the others, which stay alone. */
function grouped(sizes: Sizes, together: number): number[][] {
	const indexes = [...sizes.keys()];
	if (together < 2) return indexes.map((index) => [index]);
	const bySize = indexes.toSorted((a, b) => (sizes.get(a) ?? 0) - (sizes.get(b) ?? 0));
	const merged = new Set(bySize.slice(0, together));
	return [
		...indexes.filter((index) => !merged.has(index)).map((index) => [index]),
		indexes.filter((index) => merged.has(index))
	];
}

/** Every way to take the smallest together that leaves at least two groups; none together first. */
function groupings(sizes: Sizes, allowed = true): number[][][] {
	const most = allowed ? sizes.size - 1 : 1;
	return Array.from({ length: Math.max(0, most) }, (_, index) => grouped(sizes, index + 1));
}

function sizesOf(totals: readonly number[], isOpen: (total: number) => boolean): Sizes {
	return new Map([...totals.entries()].filter(([, total]) => isOpen(total)));
}

function requireWhole({ columns, rows, several }: Crosstab): void {
	for (const [index, { id, people }] of columns.entries()) {
		const counts = rows.map((row) => row.counts[index] ?? 0);
		const fits = several ? counts.every((it) => it <= people) : sum(counts) === people;
		if (!fits || counts.some((it) => it < 0)) throw new RangeError(`column ${id} does not add up`);
	}
}

const shown = (draft: Draft) => draft.cells.filter(({ hidden }) => !hidden).length;

/** The draft that shows most; of those, the one with the fewest holes, and then the finest. */
function best(drafts: readonly Draft[]): Draft | undefined {
	return drafts.toSorted((a, b) => shown(b) - shown(a) || a.cells.length - b.cells.length)[0];
}

/**
 * What of a full table may be published beside the total of every option, or null when that is
 * nothing.
 *
 * It promises that no number shown is under five, and that no number of the full table under five
 * (0 too) can be computed back by somebody who also knows the total of every option, the size of
 * every channel, and that nobody counts for less than nothing. Where one person may choose several,
 * the same goes for those who did not choose. What totals alone give away is not protected: that
 * nobody anywhere chose an option, or that everybody did.
 *
 * Nor does it promise anything against somebody who tries this very function on every table that
 * would fit: of random small tables that gave a number away in about 1 of 500.
 *
 * The smallest columns are taken together, and so are the smallest options ("overig"), as far as
 * that shows more cells than hiding does; channels under five always are. Which are the smallest is
 * decided by totals, which are public anyway.
 *
 * Example: 17, 46, 6, 2 online, 10, 7, 4, 1 on paper and 2, 5, 1, 1 at the evening become 17, 46
 * and 8 online, and 12, 12 and 7 on paper and at the evening together.
 */
export function breakdown(table: Crosstab): Breakdown | null {
	requireWhole(table);
	const { several } = table;
	const people = sizesOf(
		table.columns.map((column) => column.people),
		(size) => size > 0
	);
	const everybody = sum([...people.values()]);
	const totals = table.rows.map(({ counts }) => sum(counts));
	const isOpen = (total: number) => total > 0 && !(several && total === everybody);
	const open = sizesOf(totals, isOpen);

	const drafts = groupings(people).flatMap((columns) =>
		groupings(open, !several).map((rows) => draftOf(table, rows, columns))
	);
	const large = drafts.filter((draft) => draft.people.every((size) => size >= SMALLEST_CELL));
	const chosen = best(large.map(hideEnough));
	return chosen && shown(chosen) > 0 ? published(chosen, totals, isOpen) : null;
}

/** The draft as it goes out, with the options that nobody or everybody chose back in their place. */
function published(
	{ table, rows, columns, people, cells }: Draft,
	totals: readonly number[],
	isOpen: (total: number) => boolean
): Breakdown {
	const idsOf = (group: readonly number[], of: readonly { id: string }[]) =>
		group.map((index) => of[index]?.id ?? '');
	const totalOf = (group: readonly number[]) => sum(group.map((index) => totals[index] ?? 0));
	const drawn = rows.map((group, row) => ({
		group,
		cells: cells.filter((it) => it.row === row).map((it) => (it.hidden ? null : it.count))
	}));
	const settled = [...totals.entries()]
		.filter(([, total]) => !isOpen(total))
		.map(([index, total]) => ({
			group: [index],
			cells: people.map((size) => (total === 0 ? 0 : size))
		}));
	const inOrder = [...drawn, ...settled].toSorted(
		(a, b) => a.group.length - b.group.length || (a.group[0] ?? 0) - (b.group[0] ?? 0)
	);
	return {
		columns: columns.map((group, column) => ({
			ids: idsOf(group, table.columns),
			people: people[column] ?? 0
		})),
		rows: inOrder.map(({ group, cells }) => ({
			ids: idsOf(group, table.rows),
			total: totalOf(group),
			cells
		}))
	};
}
