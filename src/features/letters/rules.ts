/**
 * How many letters one PDF holds. To set one takes some 30 ms in which nobody else is served, so more
 * of them come in parts.
 */
export const LETTERS_IN_ONE = 50;

/** The letters of each PDF, in their order. */
export function inParts<Letter>(letters: readonly Letter[]): (readonly Letter[])[] {
	return Array.from({ length: Math.ceil(letters.length / LETTERS_IN_ONE) }, (_, nth) =>
		letters.slice(nth * LETTERS_IN_ONE, (nth + 1) * LETTERS_IN_ONE)
	);
}
