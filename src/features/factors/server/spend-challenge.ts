import { lt } from 'drizzle-orm';
import { endOf } from '../challenge.ts';
import { spentChallenges } from './schema.ts';
import type { Context } from '#kernel/server/context.ts';
import type { Writer } from '#kernel/server/db.ts';
import { sha256 } from '#kernel/server/hash.ts';

/** Whether a challenge is ours and was not answered before; from now on it was. A step of commands. */
export async function spendChallenge(
	tx: Writer,
	ctx: Pick<Context, 'seal' | 'now'>,
	purpose: string,
	challenge: string
): Promise<boolean> {
	const expiresAt = endOf(ctx, purpose, challenge);
	if (!expiresAt) return false;
	await tx.delete(spentChallenges).where(lt(spentChallenges.expiresAt, ctx.now));
	const spent = await tx
		.insert(spentChallenges)
		.values({ id: sha256(challenge), expiresAt })
		.onConflictDoNothing();
	return spent.rowsAffected > 0;
}
