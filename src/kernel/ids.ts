import { customAlphabet } from 'nanoid';

/** Without letters and digits that look alike. */
const ALPHABET = 'abcdefghijkmnpqrstuvwxyz23456789';

/** A random 16-character identifier (80 bits). Carries no time and no order. */
export const newId: () => string = customAlphabet(ALPHABET, 16);

/** A secret for a link or a session: 160 random bits as 32 characters. Stored only as a hash. */
export function newToken(): string {
	return newId() + newId();
}
