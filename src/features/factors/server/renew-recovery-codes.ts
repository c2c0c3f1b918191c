import { makeRecoveryCodes } from './keep-factors.ts';
import { hasFactor } from './queries.ts';
import { Conflict } from '#kernel/errors.ts';
import { requirePerson, type Context } from '#kernel/server/context.ts';
import { requireFresh } from '#kernel/server/fresh.ts';

/** Makes new recovery codes; those the actor had stop working. They are not shown again. */
export async function renewRecoveryCodes(ctx: Context): Promise<string[]> {
	const personId = requirePerson(ctx);
	return ctx.write(async (tx) => {
		if (!(await hasFactor(tx, personId))) throw new Conflict('factor.not-begun');
		requireFresh(ctx);
		return makeRecoveryCodes(tx, ctx, personId);
	});
}
