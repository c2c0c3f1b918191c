/** Letters and digits that nobody mistakes for each other: no O, 0, I, 1 or L. */
const ALPHABET = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';
const LENGTH = 8;

/** A new code of eight characters, each as likely as any other (39 bits; tries are throttled). */
export function newCode(): string {
	let code = '';
	while (code.length < LENGTH) {
		for (const byte of crypto.getRandomValues(new Uint8Array(LENGTH))) {
			// a byte above the last whole round of the alphabet would make some letters likelier
			if (byte < 256 - (256 % ALPHABET.length)) code += ALPHABET.charAt(byte % ALPHABET.length);
		}
	}
	return code.slice(0, LENGTH);
}

/** What somebody typed as the code it can be: any case, with or without dash. Null when it cannot. */
export function normaliseCode(text: string): string | null {
	const code = text.toUpperCase().replace(/[\s\p{Pd}.]/gu, '');
	return code.length === LENGTH && Array.from(code).every((it) => ALPHABET.includes(it))
		? code
		: null;
}

/** As it is printed on a letter: `7KX2-M9RD`. */
export const printedCode = (code: string): string => `${code.slice(0, 4)}-${code.slice(4)}`;

/** Enough of a code to find its letter by, and too little to use it: `7KX2-••••`. */
export const firstHalf = (text: string): string =>
	`${(normaliseCode(text) ?? text.trim()).slice(0, 4)}-••••`;
