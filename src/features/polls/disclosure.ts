/**
 * A published table as a reader with a pencil sees it. The rows are options and the columns are
 * channels as published; `counts` is the truth behind it.
 */
export type Disclosed = {
	readonly counts: readonly (readonly number[])[];
	/** How many people each column holds: no cell of it can be larger. */
	readonly people: readonly number[];
	/**
	 * Per cell what is known of it. Null: the number itself. A name: only the sum of all the cells of
	 * that name in that column, as "overig" or as what is left of the column's total.
	 */
	readonly known: readonly (readonly (string | null)[])[];
};

type Arc = {
	readonly row: string;
	readonly sum: string;
	readonly count: number;
	readonly most: number;
};

/** Whether a number can be moved along, from cell to cell, from one node to the other. */
function reaches(arcs: readonly Arc[], from: string, to: string): boolean {
	const seen = new Set([from]);
	for (const node of seen) {
		for (const { row, sum, count, most } of arcs) {
			if (row === node && count < most) seen.add(sum);
			if (sum === node && count > 0) seen.add(row);
		}
		if (seen.has(to)) return true;
	}
	return false;
}

/**
 * Which cells are not printed and can still be computed back, by somebody who knows every number
 * shown, the total of every option and column, and that no cell is below 0 or above its column.
 *
 * A cell is safe when a second table exists that fits all of that and differs there. The numbers
 * not shown form a flow from rows to sums, and two whole-number flows differ by cycles: so a cell
 * can change exactly when one more, or one less, can be led back to it through other cells. That is
 * a search in a small graph, and exact.
 *
 * Example: rows 3, 7 and 12, 12 with nothing shown are safe; show one of the four and none is.
 */
export function computable({ counts, people, known }: Disclosed): boolean[][] {
	const arcs = counts.map((row, r) =>
		row.map((count, c): Arc | null => {
			const name = known[r]?.[c] ?? null;
			if (name === null) return null;
			return { row: `row ${r}`, sum: `${name} ${c}`, count, most: people[c] ?? 0 };
		})
	);
	const hidden = arcs.flat().filter((arc) => arc !== null);

	return arcs.map((row) =>
		row.map((arc) => {
			if (!arc) return false;
			const others = hidden.filter((other) => other !== arc);
			const more = arc.count < arc.most && reaches(others, arc.sum, arc.row);
			const less = arc.count > 0 && reaches(others, arc.row, arc.sum);
			return !more && !less;
		})
	);
}
