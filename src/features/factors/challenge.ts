import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { Context } from '#kernel/server/context.ts';

const NONCE = 16;
const UNTIL = 6;
const MAC = 16;
export const VALID_MINUTES = 15;

type Asker = Pick<Context, 'seal' | 'now'>;

const macOf = ({ seal }: Asker, purpose: string, head: Buffer): Buffer =>
	Buffer.from(seal(`challenge/${purpose}/${head.toString('hex')}`), 'hex').subarray(0, MAC);

/**
 * A challenge for a passkey or a provider, for one purpose and a quarter of an hour. It carries its own
 * end and our seal, so that showing a page writes nothing; that it serves once is kept when it is used.
 */
export function newChallenge(ctx: Asker, purpose: string): string {
	const until = Buffer.alloc(UNTIL);
	until.writeUIntBE(ctx.now.getTime() + VALID_MINUTES * 60_000, 0, UNTIL);
	const head = Buffer.concat([randomBytes(NONCE), until]);
	return Buffer.concat([head, macOf(ctx, purpose, head)]).toString('base64url');
}

/** Until when a challenge holds; null when it is not ours, is for something else, or is over. */
export function endOf(ctx: Asker, purpose: string, challenge: string): Date | null {
	const bytes = Buffer.from(challenge, 'base64url');
	if (bytes.length !== NONCE + UNTIL + MAC) return null;
	const head = bytes.subarray(0, NONCE + UNTIL);
	if (!timingSafeEqual(bytes.subarray(NONCE + UNTIL), macOf(ctx, purpose, head))) return null;
	const until = head.readUIntBE(NONCE, UNTIL);
	return until > ctx.now.getTime() ? new Date(until) : null;
}
