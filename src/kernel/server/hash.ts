import { createHmac, hash } from 'node:crypto';

/** For tokens that are long and random. Not for passwords, and not for short codes. */
export const sha256 = (text: string): string => hash('sha256', text);

/** A keyed hash for short secrets: who has the database but not the key cannot try them all. */
export const sealWith =
	(key: string) =>
	(text: string): string =>
		createHmac('sha256', key).update(text).digest('hex');
