import { keepFactors, makeRecoveryCodes } from './keep-factors.ts';
import { hasFactor } from './queries.ts';
import { Conflict } from '#kernel/errors.ts';
import { requirePerson, type Context } from '#kernel/server/context.ts';
import { requireFresh } from '#kernel/server/fresh.ts';
import { record } from '#kernel/server/journal.ts';

/**
 * Makes new recovery codes; those the actor had stop working. They are not shown again. The other
 * sessions of the actor end.
 */
export async function renewRecoveryCodes(ctx: Context): Promise<string[]> {
	const personId = requirePerson(ctx);
	return ctx.write(async (tx) => {
		if (!(await hasFactor(tx, personId))) throw new Conflict('factor.not-begun');
		requireFresh(ctx);
		const codes = await makeRecoveryCodes(tx, ctx, personId);
		await keepFactors(tx, ctx, personId, 'codes-renewed');
		await record(tx, ctx, 'recovery-codes.made', { kind: 'person', id: personId });
		return codes;
	});
}
