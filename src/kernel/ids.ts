const ALPHABET = 'abcdefghijkmnpqrstuvwxyz23456789';

/** A random 16-character identifier (80 bits). Carries no time and no order. */
export function newId(): string {
	const bytes = crypto.getRandomValues(new Uint8Array(16));
	return Array.from(bytes, (byte) => ALPHABET.charAt(byte >> 3)).join('');
}

/** A secret for a link or a session: 160 random bits as 32 characters. Stored only as a hash. */
export function newToken(): string {
	return newId() + newId();
}
