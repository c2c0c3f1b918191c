import { and, eq, gt } from 'drizzle-orm';
import { signInLinks } from './schema.ts';
import { Conflict } from '#kernel/errors.ts';
import type { Context } from '#kernel/server/context.ts';
import { sha256 } from '#kernel/server/hash.ts';

/**
 * Spends a sign-in link: says whom it lets in, and where it leads. Of any number of tries at the
 * same moment one succeeds. A link that was used, is too old or never was, gets the same Conflict.
 */
export async function followLink(
	ctx: Pick<Context, 'write' | 'now'>,
	token: string
): Promise<{ personId: string; returnTo: string }> {
	const [link] = await ctx.write((tx) =>
		tx
			.delete(signInLinks)
			.where(and(eq(signInLinks.id, sha256(token)), gt(signInLinks.expiresAt, ctx.now)))
			.returning({ personId: signInLinks.personId, returnTo: signInLinks.returnTo })
	);
	if (!link) throw new Conflict('link.expired');
	return link;
}
