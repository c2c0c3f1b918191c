import { and, eq, isNotNull, lte } from 'drizzle-orm';
import { signInRequests } from './schema.ts';
import type { Writer } from '#kernel/server/db.ts';
import { defineJob } from '#kernel/server/outbox.ts';
import { outbox } from '#kernel/server/schema.ts';

/** Makes the mails that a request asked for; see mail-links.ts. */
export const mailLinks = defineJob<{ requestId: string }>('sign-in/mail-links');

/** Forgets who asked for mails that let nobody in any more, when that was, and the links in them. */
export async function forgetRequests(tx: Writer, now: Date): Promise<void> {
	await tx.delete(signInRequests).where(lte(signInRequests.expiresAt, now));
	await tx.delete(outbox).where(and(eq(outbox.job, mailLinks.name), isNotNull(outbox.doneAt)));
}
