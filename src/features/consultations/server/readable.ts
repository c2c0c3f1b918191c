import { stageOf, type Moments } from '../rules.ts';
import { NotFound } from '#kernel/errors.ts';
import type { Context } from '#kernel/server/context.ts';
import { can } from '#policy/authorize.ts';

type Known = Moments & { readonly scopeId: string };

/** Whether this person may know of it: a draft is there only for those who make it. */
export const isReadable = (ctx: Context, consultation: Known): boolean =>
	can(ctx, 'consultation.read', {
		scopeId: consultation.scopeId,
		drafted: stageOf(consultation, ctx.now) === 'draft'
	});

/** Throws NotFound, as for what does not exist, unless this person may know of it. */
export function assertReadable(ctx: Context, consultation: Known): void {
	if (!isReadable(ctx, consultation)) throw new NotFound('not-found');
}
