import { isResumable } from '../rules.ts';
import { changeCourse } from './change-course.ts';
import { requirePerson, type Context } from '#kernel/server/context.ts';

/**
 * Lets a suspended consultation go on, if its period is not over by now. Everybody reads why it
 * stood still and how it goes on.
 *
 * Input: `{ reason }`, of at least twenty characters.
 */
export async function resumeConsultation(
	ctx: Context,
	slug: string,
	input: unknown
): Promise<void> {
	requirePerson(ctx);
	await ctx.write((tx) =>
		changeCourse(tx, ctx, slug, input, {
			isPossible: isResumable,
			refusal: 'stop.not-suspended',
			set: { suspendedAt: null },
			event: 'consultation.resumed'
		})
	);
}
