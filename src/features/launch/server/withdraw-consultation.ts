import { isWithdrawable } from '../rules.ts';
import { changeCourse } from './change-course.ts';
import { requirePerson, type Context } from '#kernel/server/context.ts';

/**
 * Ends a consultation for good, before its count. Everybody reads why; there is no way back.
 *
 * Input: `{ reason }`, of at least twenty characters.
 */
export async function withdrawConsultation(
	ctx: Context,
	slug: string,
	input: unknown
): Promise<void> {
	requirePerson(ctx);
	await ctx.write((tx) =>
		changeCourse(tx, ctx, slug, input, {
			isPossible: isWithdrawable,
			refusal: 'stop.not-withdrawable',
			set: { withdrawnAt: ctx.now },
			event: 'consultation.withdrawn'
		})
	);
}
