import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

/** Keeps secrets that must be read again, in such a way that the database alone gives none away. */
export type Vault = {
	lock(text: string): string;
	/** Throws when it was locked with another key, or was changed. */
	unlock(locked: string): string;
};

const NONCE = 12;
const TAG = 16;

/** AES-256-GCM under a key made of the secret key of the installation, which is not in the database. */
export function vaultWith(secretKey: string): Vault {
	const key = Buffer.from(hkdfSync('sha256', secretKey, '', 'samenspraak/vault', 32));
	return {
		lock(text) {
			const nonce = randomBytes(NONCE);
			const cipher = createCipheriv('aes-256-gcm', key, nonce);
			const locked = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
			return Buffer.concat([nonce, cipher.getAuthTag(), locked]).toString('base64url');
		},
		unlock(locked) {
			const bytes = Buffer.from(locked, 'base64url');
			const cipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, NONCE));
			cipher.setAuthTag(bytes.subarray(NONCE, NONCE + TAG));
			return cipher.update(bytes.subarray(NONCE + TAG), undefined, 'utf8') + cipher.final('utf8');
		}
	};
}
