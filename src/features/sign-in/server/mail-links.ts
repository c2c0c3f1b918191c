import { and, eq, inArray } from 'drizzle-orm';
import { mailedLinks, signInRequests } from './schema.ts';
import { queueMail } from '#features/mails/server/queue-mail.ts';
import { tokenOf } from '#features/mails/way-in.ts';
import { memberships } from '#features/people/server/schema.ts';
import type { Context } from '#kernel/server/context.ts';
import { sha256 } from '#kernel/server/hash.ts';

/**
 * Queues the mails that a request asked for: one for each account that has the address, so that none
 * tells of another. Nobody's address, and who is nothing anywhere any more, get none. Done a second
 * time it does nothing.
 */
export async function mailRequestedLinks(
	ctx: Pick<Context, 'write' | 'now' | 'seal'>,
	{ requestId }: { readonly requestId: string }
): Promise<void> {
	await ctx.write(async (tx) => {
		const [request] = await tx
			.select()
			.from(signInRequests)
			.where(eq(signInRequests.id, requestId));
		if (!request || request.expiresAt <= ctx.now) return;
		const found = await tx
			.selectDistinct({ personId: memberships.personId })
			.from(memberships)
			.where(
				and(inArray(memberships.personId, [...request.people]), eq(memberships.status, 'active'))
			);
		const { locale, expiresAt } = request;
		for (const { personId } of found) {
			const mailId = await queueMail(tx, ctx, {
				key: `sign-in/${requestId}/${personId}`,
				kind: 'sign-in',
				personId,
				locale,
				usefulUntil: expiresAt
			});
			if (!mailId) continue;
			const id = sha256(tokenOf(ctx.seal, mailId));
			await tx.insert(mailedLinks).values({ id, requestId, mailId, personId, expiresAt });
		}
		await tx.update(signInRequests).set({ people: [] }).where(eq(signInRequests.id, requestId));
	});
}
