import type { Crosstab } from './crosstab.ts';
import { computable } from './disclosure.ts';

/** No published cell of a breakdown is smaller than this, 0 included. */
export const SMALLEST_CELL = 5;

export type Cell = {
	readonly row: number;
	readonly column: number;
	readonly count: number;
	readonly hidden: boolean;
};

/** A full table with some rows and columns taken together, and what of it stays hidden. */
export type Draft = {
	readonly table: Crosstab;
	/** Groups of indexes in the full table. */
	readonly rows: readonly (readonly number[])[];
	readonly columns: readonly (readonly number[])[];
	/** Per group of columns. */
	readonly people: readonly number[];
	readonly cells: readonly Cell[];
};

const sum = (numbers: readonly number[]) => numbers.reduce((total, it) => total + it, 0);

/** How many of these rows and columns together are in the full table. */
function countOf(
	{ rows }: Crosstab,
	inRows: readonly number[],
	inColumns: readonly number[]
): number {
	return sum(inRows.flatMap((row) => inColumns.map((column) => rows[row]?.counts[column] ?? 0)));
}

/** Whether so few chose it or, where one may choose several, so few did not. */
function isSmall(count: number, people: number, { several }: Crosstab): boolean {
	return count < SMALLEST_CELL || (several && people - count < SMALLEST_CELL);
}

/** The table with these rows and columns taken together, and its small cells hidden. */
export function draftOf(
	table: Crosstab,
	rows: readonly (readonly number[])[],
	columns: readonly (readonly number[])[]
): Draft {
	const people = columns.map((group) => sum(group.map((it) => table.columns[it]?.people ?? 0)));
	const cells = rows.flatMap((inRows, row) =>
		columns.map((inColumns, column) => {
			const count = countOf(table, inRows, inColumns);
			return { row, column, count, hidden: isSmall(count, people[column] ?? 0, table) };
		})
	);
	return { table, rows, columns, people, cells };
}

/**
 * Whether a line of which the total is known tells too much: the sum of what is hidden in it can
 * be computed, so that must be of several cells, and not small itself.
 */
function tellsTooMuch(line: readonly Cell[], { table, people }: Draft): boolean {
	const hidden = line.filter((cell) => cell.hidden);
	if (hidden.length === 0 || hidden.length === line.length) return false;
	const among = sum(hidden.map(({ column }) => people[column] ?? 0));
	return hidden.length === 1 || isSmall(sum(hidden.map(({ count }) => count)), among, table);
}

/** A cell in which a small number of the full table lies that can be computed back. */
function computedBack({ table, rows, columns, people, cells }: Draft): Cell | undefined {
	const full = rows.flatMap((group, row) =>
		group.map((index) => ({
			cells: cells.filter((cell) => cell.row === row),
			counts: columns.map((inColumns) => countOf(table, [index], inColumns)),
			merged: group.length > 1
		}))
	);
	const found = computable({
		people,
		counts: full.map(({ counts }) => counts),
		known: full.map((it) =>
			it.cells.map(({ hidden }) => (hidden ? 'rest' : it.merged ? 'together' : null))
		)
	});
	return full
		.flatMap((it, row) =>
			it.cells.filter(({ column }) => {
				const small = isSmall(it.counts[column] ?? 0, people[column] ?? 0, table);
				return small && found[row]?.[column];
			})
		)
		.at(0);
}

/** The lines in which something more has to be hidden, the best to hide it in first. */
function openLines(draft: Draft): (readonly Cell[])[] {
	const { cells, rows, columns, table } = draft;
	const inRow = rows.map((_, row) => cells.filter((cell) => cell.row === row));
	const inColumn = columns.map((_, column) => cells.filter((cell) => cell.column === column));
	// the crosses of several choices in a column are not a number of people
	const lines = table.several ? inRow : [...inRow, ...inColumn];
	const line = lines.find((it) => tellsTooMuch(it, draft));
	if (line) return [line];

	const cell = computedBack(draft);
	return cell ? [inRow[cell.row] ?? [], inColumn[cell.column] ?? [], cells] : [];
}

/** The cell of a line to hide next: where it closes another line too, and then the smallest. */
function nextIn(line: readonly Cell[], { cells }: Draft): Cell | undefined {
	const hidden = cells.filter((cell) => cell.hidden);
	const closes = ({ row, column }: Cell) =>
		Number(hidden.some((other) => other.row === row)) +
		Number(hidden.some((other) => other.column === column));
	return line
		.filter((cell) => !cell.hidden)
		.toSorted((a, b) => closes(b) - closes(a) || a.count - b.count)[0];
}

/** Hides more cells until no small number can be computed back. */
export function hideEnough(draft: Draft): Draft {
	for (const line of openLines(draft)) {
		const next = nextIn(line, draft);
		if (!next) continue;
		const cells = draft.cells.map((it) => (it === next ? { ...it, hidden: true } : it));
		return hideEnough({ ...draft, cells });
	}
	return draft;
}
