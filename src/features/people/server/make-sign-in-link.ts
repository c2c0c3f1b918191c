import { markInvited } from './mark-way-in.ts';
import { signInLinks } from './schema.ts';
import { newToken } from '#kernel/ids.ts';
import type { Writer } from '#kernel/server/db.ts';
import { sha256 } from '#kernel/server/hash.ts';

const VALID_DAYS = 14;

/**
 * Makes a link that lets this person in once, within 14 days. Returns the token for
 * `/join/[token]`; only its hash is kept, so it can be shown here and now and never again.
 *
 * A step of inviting.
 */
export async function makeSignInLink(
	tx: Writer,
	now: Date,
	link: { readonly personId: string; readonly returnTo: string }
): Promise<string> {
	const token = newToken();
	const expiresAt = new Date(now.getTime() + VALID_DAYS * 24 * 3_600_000);
	await tx.insert(signInLinks).values({ ...link, id: sha256(token), expiresAt });
	await markInvited(tx, [link.personId], now);
	return token;
}
