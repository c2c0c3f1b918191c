import { and, lt, ne } from 'drizzle-orm';
import { mails } from './schema.ts';
import type { Writer } from '#kernel/server/db.ts';

/** Until then mail that comes back is known again. */
const KEPT_DAYS = 30;

/** Forgets mail that left, or was given up, some time ago. */
export async function forgetOldMail(tx: Writer, now: Date): Promise<void> {
	const before = new Date(now.getTime() - KEPT_DAYS * 24 * 3_600_000);
	await tx.delete(mails).where(and(lt(mails.madeAt, before), ne(mails.state, 'waiting')));
}
