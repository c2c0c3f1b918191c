import { findHouseRules } from './queries.ts';
import { acceptances } from './schema.ts';
import { NotFound } from '#kernel/errors.ts';
import { type Context, requirePerson } from '#kernel/server/context.ts';
import type { Writer } from '#kernel/server/db.ts';
import { authorize } from '#policy/authorize.ts';

/** Writes down that a person accepts an edition. Twice is once. */
export async function recordAcceptance(
	tx: Writer,
	houseRulesId: string,
	personId: string,
	acceptedAt: Date
): Promise<void> {
	await tx.insert(acceptances).values({ houseRulesId, personId, acceptedAt }).onConflictDoNothing();
}

/** Accepts the house rules that hold here now. Asked at the first contribution, never for reading. */
export async function acceptHouseRules(ctx: Context): Promise<void> {
	const personId = requirePerson(ctx);
	await ctx.write(async (tx) => {
		authorize(ctx, 'house-rules.accept', { scopeId: ctx.scope.id });
		const rules = await findHouseRules(tx, ctx.scope);
		if (!rules) throw new NotFound('not-found');
		await recordAcceptance(tx, rules.id, personId, ctx.now);
	});
}
