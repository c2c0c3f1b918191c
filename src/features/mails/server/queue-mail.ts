import type { Change } from '../change.ts';
import { mails } from './schema.ts';
import type { Locale } from '#i18n/catalogue.ts';
import type { Writer } from '#kernel/server/db.ts';

type Wanted = {
	/** The same key twice is the same mail. */
	readonly key: string;
	readonly kind: (typeof mails.$inferSelect)['kind'];
	/** What the mail tells of, when it is of that kind. */
	readonly change?: Change;
	readonly personId: string;
	readonly scopeId?: string;
	readonly locale: Locale;
	readonly usefulUntil: Date;
};

/**
 * Asks for a mail in the transaction that makes it needed, and gives its id; null when it was asked
 * for before. It leaves after the commit, by itself; nudge the scheduler when somebody waits for it.
 *
 * A step of signing in by mail, of inviting, and of changing a way in.
 */
export async function queueMail(
	tx: Writer,
	{ now }: { readonly now: Date },
	wanted: Wanted
): Promise<string | null> {
	const [made] = await tx
		.insert(mails)
		.values({ ...wanted, madeAt: now, nextAt: now })
		.onConflictDoNothing({ target: mails.key })
		.returning({ id: mails.id });
	return made?.id ?? null;
}
