/** Characters that print nothing: control characters but for the tab and the new line. */
const UNSEEN = /(?![\t\n])\p{Cc}/gu;
const HALF_CHARACTER = /\p{Surrogate}/gu;

/**
 * A text as it was typed, without what cannot be kept or shown: half characters, NUL and other
 * control characters, and white space around it. Composed (NFC), lines ending in one new line.
 */
export function cleanBody(text: string): string {
	return text
		.replace(/\r\n?/g, '\n')
		.replace(HALF_CHARACTER, '')
		.replace(UNSEEN, '')
		.normalize('NFC')
		.trim();
}
