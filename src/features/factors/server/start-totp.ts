import { newSecret } from '../totp.ts';
import { findTotp } from './queries.ts';
import { totps } from './schema.ts';
import { Conflict } from '#kernel/errors.ts';
import { requirePerson, type Context } from '#kernel/server/context.ts';
import { requireFresh } from '#kernel/server/fresh.ts';

/**
 * Begins with an app that makes digits: it counts once the actor typed its first ones. Begun again,
 * it has another secret. Refused for who has one that counts: that is taken away first.
 */
export async function startTotp(ctx: Context): Promise<void> {
	const personId = requirePerson(ctx);
	const secret = await newSecret();
	await ctx.write(async (tx) => {
		if ((await findTotp(tx, personId))?.confirmedAt) throw new Conflict('factor.exists');
		requireFresh(ctx);
		const secretLocked = ctx.vault.lock(secret);
		await tx
			.insert(totps)
			.values({ personId, secretLocked })
			.onConflictDoUpdate({ target: totps.personId, set: { secretLocked, lastStep: 0 } });
	});
}
