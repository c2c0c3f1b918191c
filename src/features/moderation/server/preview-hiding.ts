import { getContribution } from '#features/panels/server/queries.ts';
import type { Context } from '#kernel/server/context.ts';
import { authorize } from '#policy/authorize.ts';
import { hidingFrom } from './hiding-from.ts';

/** What everybody would see in the place of a contribution, if it were hidden so. Changes nothing. */
export async function previewHiding(ctx: Context, id: string, input: unknown) {
	const contribution = await getContribution(ctx.read, ctx.scope, id);
	authorize(ctx, 'contribution.hide', contribution);
	return { preview: { ...(await hidingFrom(ctx.read, ctx.scope, input)), at: ctx.now } };
}
