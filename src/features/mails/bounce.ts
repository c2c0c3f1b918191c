import { createHmac, timingSafeEqual } from 'node:crypto';
import * as v from 'valibot';

const HEADER = /^sha256=([0-9a-f]{64})$/i;

/** Whether these bytes were signed with our key: `sha256=` and the HMAC-SHA-256 in hexadecimal. */
export function isSigned(key: string, body: string, header: string | null): boolean {
	const given = HEADER.exec(header ?? '')?.[1];
	if (!given) return false;
	const expected = createHmac('sha256', key).update(body).digest();
	return timingSafeEqual(expected, Buffer.from(given, 'hex'));
}

/**
 * What a mail server tells of a mail that came back: `{ "messageId": "<k3x…@school.nl>", "kind":
 * "hard" }`. Hard is for good: there is no such address. Soft is for now: the mailbox is full.
 */
export const bounceInput = v.object({
	messageId: v.pipe(v.string(), v.maxLength(200)),
	kind: v.picklist(['hard', 'soft'])
});

/** The id of our mail in its Message-ID. */
export const mailIdIn = (messageId: string): string =>
	/^<?([a-z0-9]{16})@/.exec(messageId.trim())?.[1] ?? '';
