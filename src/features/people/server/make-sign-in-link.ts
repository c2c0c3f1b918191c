import { markInvited } from './mark-way-in.ts';
import { signInLinks } from './schema.ts';
import { newToken } from '#kernel/ids.ts';
import type { Writer } from '#kernel/server/db.ts';
import { sha256 } from '#kernel/server/hash.ts';

export const VALID_DAYS = 14;

type Link = { readonly personId: string; readonly returnTo: string };

/**
 * Makes a link that lets this person in once, within 14 days. Returns the token for
 * `/join/[token]`; only its hash is kept, so it can be shown here and now and never again. That of a
 * link that goes by mail is given.
 *
 * A step of inviting.
 */
export async function makeSignInLink(
	tx: Writer,
	now: Date,
	link: Link,
	token = newToken()
): Promise<string> {
	const expiresAt = new Date(now.getTime() + VALID_DAYS * 24 * 3_600_000);
	await tx.insert(signInLinks).values({ ...link, id: sha256(token), expiresAt });
	await markInvited(tx, [link.personId], now);
	return token;
}
