import { findHouseRules } from '#features/house-rules/server/queries.ts';
import { getContribution } from '#features/panels/server/queries.ts';
import { parse } from '#kernel/parse.ts';
import type { Context } from '#kernel/server/context.ts';
import { authorize } from '#policy/authorize.ts';
import { hidingInput } from '../input.ts';

/** What everybody would see in the place of a contribution, if it were hidden so. Changes nothing. */
export async function previewHiding(ctx: Context, id: string, input: unknown) {
	const contribution = await getContribution(ctx.read, ctx.scope, id);
	authorize(ctx, 'contribution.hide', contribution);
	const houseRules = await findHouseRules(ctx.read, ctx.scope);
	const { rule, reason } = parse(hidingInput(houseRules?.rules.length ?? 0), input);
	return { preview: { rule, reason, at: ctx.now } };
}
