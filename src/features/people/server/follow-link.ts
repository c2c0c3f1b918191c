import { and, eq, gt, isNull, or, sql } from 'drizzle-orm';
import { signInLinks } from './schema.ts';
import { Conflict } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import type { Context } from '#kernel/server/context.ts';
import { sha256 } from '#kernel/server/hash.ts';

/** How long after the first press the same page may press again. */
const AGAIN_MS = 2 * 60_000;

/**
 * Spends a sign-in link: says whom it lets in, and where it leads. Of any number of pages on which it
 * is pressed one succeeds; `page` is what that page was given when it was made, so that pressing
 * twice there, while the first answer is still on its way, lets in as well. A link that was used, is
 * too old or never was, gets the same Conflict.
 */
export async function followLink(
	ctx: Pick<Context, 'write' | 'now'>,
	token: string,
	page: string
): Promise<{ personId: string; returnTo: string }> {
	const spentBy = sha256(page || newId());
	const until = new Date(ctx.now.getTime() + AGAIN_MS).getTime();
	const [link] = await ctx.write((tx) =>
		tx
			.update(signInLinks)
			.set({ spentBy, expiresAt: sql`min(${signInLinks.expiresAt}, ${until})` })
			.where(
				and(
					eq(signInLinks.id, sha256(token)),
					gt(signInLinks.expiresAt, ctx.now),
					or(isNull(signInLinks.spentBy), eq(signInLinks.spentBy, spentBy))
				)
			)
			.returning({ personId: signInLinks.personId, returnTo: signInLinks.returnTo })
	);
	if (!link) throw new Conflict('link.expired');
	return link;
}
