type Seal = (text: string) => string;

/** The secret in the link of a mail: 256 bits that follow from its id and our key. */
export const tokenOf = (seal: Seal, mailId: string): string => seal(`mail-token/${mailId}`);

/** The six digits beside the link, for whoever reads their mail elsewhere: `482913`. */
export function digitsOf(seal: Seal, mailId: string): string {
	// 48 of the 256 bits: far more than a million, and still exact as a number
	const number = Number.parseInt(seal(`mail-digits/${mailId}`).slice(0, 12), 16);
	return String(number % 1_000_000).padStart(6, '0');
}

/** Six digits as they were typed, with spaces or dashes between them; null when they are not six. */
export function digitsIn(text: string): string | null {
	const digits = text.normalize('NFKC').replace(/[\s.-]/g, '');
	return /^\d{6}$/.test(digits) ? digits : null;
}
