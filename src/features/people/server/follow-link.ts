import { and, eq, gt, isNull, lte, or, sql } from 'drizzle-orm';
import { memberships, signInLinks } from './schema.ts';
import { Conflict } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import type { Context } from '#kernel/server/context.ts';
import type { Reader, Writer } from '#kernel/server/db.ts';
import { sha256 } from '#kernel/server/hash.ts';

/** How long after the first press the same page may press again. */
const AGAIN_MS = 2 * 60_000;

/**
 * Spends a sign-in link: says whom it lets in, and where it leads. Of any number of pages on which it
 * is pressed one succeeds; `page` is what that page was given when it was made, so that pressing
 * twice there, while the first answer is still on its way, lets in as well. A link that was used, is
 * too old or never was, gets the same Conflict; so does one for a parent who is none any more.
 */
export async function followLink(
	ctx: Pick<Context, 'write' | 'now'>,
	token: string,
	page: string
): Promise<{ personId: string; returnTo: string; asParent: boolean }> {
	const spentBy = sha256(page || newId());
	const until = new Date(ctx.now.getTime() + AGAIN_MS).getTime();
	return ctx.write(async (tx) => {
		const [link] = await tx
			.update(signInLinks)
			.set({ spentBy, expiresAt: sql`min(${signInLinks.expiresAt}, ${until})` })
			.where(
				and(
					eq(signInLinks.id, sha256(token)),
					gt(signInLinks.expiresAt, ctx.now),
					or(isNull(signInLinks.spentBy), eq(signInLinks.spentBy, spentBy))
				)
			)
			.returning({
				personId: signInLinks.personId,
				returnTo: signInLinks.returnTo,
				asParent: signInLinks.asParent
			});
		if (!link || (link.asParent && !(await isParent(tx, link.personId))))
			throw new Conflict('link.expired');
		return link;
	});
}

const isParent = async (db: Reader, personId: string): Promise<boolean> =>
	(await db.$count(
		memberships,
		and(
			eq(memberships.personId, personId),
			eq(memberships.role, 'parent'),
			eq(memberships.status, 'active')
		)
	)) > 0;

/** Forgets links that open nothing any more, and when the last of them were used. */
export async function forgetLinks(tx: Writer, now: Date): Promise<void> {
	await tx.delete(signInLinks).where(lte(signInLinks.expiresAt, now));
}
