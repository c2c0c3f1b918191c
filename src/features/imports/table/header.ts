import type { Row } from './read-csv.ts';

/** In which of the first rows the names of the columns may stand. */
export const HEADER_WITHIN = 20;

const filled = (row: Row) => row.cells.filter((cell) => cell.trim() !== '').length;
const NUMBER = /^[\d.,%€ -]+$/;

/**
 * The place, among the first rows, of the one with the names of the columns: the first that is as
 * full as any, without numbers. Above it a report has its title.
 */
export function headerPlace(rows: readonly Row[]): number {
	const first = rows.slice(0, HEADER_WITHIN);
	const width = Math.max(...first.map(filled), 0);
	const isHeader = (row: Row) =>
		filled(row) >= Math.ceil(width * 0.8) &&
		!row.cells.some((cell) => NUMBER.test(cell.trim()) || cell.includes('@'));
	return Math.max(0, first.findIndex(isHeader));
}
