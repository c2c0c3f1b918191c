import { and, asc, eq, gt, isNull, or, sql } from 'drizzle-orm';
import { mailedLinks } from './schema.ts';
import { firstPage } from '#features/people/server/invite-person.ts';
import { memberships } from '#features/people/server/schema.ts';
import { scopes } from '#features/scopes/server/schema.ts';
import { newId } from '#kernel/ids.ts';
import type { Context } from '#kernel/server/context.ts';
import type { Reader, Writer } from '#kernel/server/db.ts';
import { sha256 } from '#kernel/server/hash.ts';

/** How long after the first press the same page may press again. */
const AGAIN_MS = 2 * 60_000;

export type Entry = { readonly personId: string; readonly returnTo: string };

/**
 * Spends the link of a mail, and with it its digits; says whom it lets in and where they begin. Null
 * when it was used, is too old, or is of somebody who is nothing here any more. As with other links,
 * only the page that spent it may press again, for a moment.
 *
 * A step of entering by link and by digits.
 */
export async function spendLink(
	tx: Writer,
	{ now }: Pick<Context, 'now'>,
	link: { readonly id: string; readonly page: string }
): Promise<Entry | null> {
	const spentBy = sha256(link.page || newId());
	const until = now.getTime() + AGAIN_MS;
	const [spent] = await tx
		.update(mailedLinks)
		.set({ spentBy, expiresAt: sql`min(${mailedLinks.expiresAt}, ${until})` })
		.where(
			and(
				eq(mailedLinks.id, link.id),
				gt(mailedLinks.expiresAt, now),
				or(isNull(mailedLinks.spentBy), eq(mailedLinks.spentBy, spentBy))
			)
		)
		.returning({ personId: mailedLinks.personId });
	const returnTo = spent && (await landingOf(tx, spent.personId));
	return returnTo ? { personId: spent.personId, returnTo } : null;
}

/** Where somebody begins: at the highest desk they have, or on their own page. Null: nowhere. */
async function landingOf(db: Reader, personId: string): Promise<string | null> {
	const held = await db
		.select({ role: memberships.role, scope: scopes })
		.from(memberships)
		.innerJoin(scopes, eq(scopes.id, memberships.scopeId))
		.where(and(eq(memberships.personId, personId), eq(memberships.status, 'active')))
		.orderBy(asc(scopes.path));
	if (held.length === 0) return null;
	const actor = { kind: 'person', personId } as const;
	const pages = held.map(({ role, scope }) => firstPage({ scope, actor }, role));
	return pages.find((page) => page.endsWith('/desk')) ?? '/me';
}
