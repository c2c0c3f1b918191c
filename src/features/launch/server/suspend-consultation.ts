import { isSuspendable } from '../rules.ts';
import { changeCourse } from './change-course.ts';
import { requirePerson, type Context } from '#kernel/server/context.ts';

/**
 * Stops a consultation for a while: nobody can take part until it is resumed. Everybody reads why.
 * The period goes on; what was answered stays.
 *
 * Input: `{ reason }`, of at least twenty characters.
 */
export async function suspendConsultation(
	ctx: Context,
	slug: string,
	input: unknown
): Promise<void> {
	requirePerson(ctx);
	await ctx.write((tx) =>
		changeCourse(tx, ctx, slug, input, {
			isPossible: isSuspendable,
			refusal: 'stop.not-open',
			set: { suspendedAt: ctx.now },
			event: 'consultation.suspended'
		})
	);
}
