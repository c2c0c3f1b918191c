/** How many letters one PDF holds: setting more would keep everybody else waiting. */
export const LETTERS_IN_ONE = 200;

/** The letters of each PDF, in their order. */
export function inParts<Letter>(letters: readonly Letter[]): (readonly Letter[])[] {
	return Array.from({ length: Math.ceil(letters.length / LETTERS_IN_ONE) }, (_, nth) =>
		letters.slice(nth * LETTERS_IN_ONE, (nth + 1) * LETTERS_IN_ONE)
	);
}
