import { eq } from 'drizzle-orm';
import { UNLOCKED_SECONDS } from '../rules.ts';
import { helpdesks } from './schema.ts';
import type { Context } from '#kernel/server/context.ts';
import type { Writer } from '#kernel/server/db.ts';

/** A helpdesk that is used stays unlocked for a moment more. A step of everything done at one. */
export async function stayUnlocked(
	tx: Writer,
	{ now }: Pick<Context, 'now'>,
	helpdeskId: string
): Promise<void> {
	await tx
		.update(helpdesks)
		.set({ tries: 0, unlockedUntil: new Date(now.getTime() + UNLOCKED_SECONDS * 1000) })
		.where(eq(helpdesks.id, helpdeskId));
}
