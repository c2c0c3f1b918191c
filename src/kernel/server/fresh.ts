import { ConfirmFirst, SignInRequired } from '#kernel/errors.ts';
import type { Context } from './context.ts';

const FRESH_MINUTES = 10;

/** Whether they showed a moment ago that it is them, with the strongest thing that they have. */
export function isFresh({ session, now }: Pick<Context, 'session' | 'now'>): boolean {
	if (!session?.confirmedAt || (session.confirmsBy === 'factor' && !session.strong)) return false;
	const since = now.getTime() - session.confirmedAt.getTime();
	return since >= 0 && since < FRESH_MINUTES * 60_000;
}

/**
 * For what somebody at a screen that was left open must not do. Throws ConfirmFirst unless whoever
 * acts showed in the last ten minutes that it is them. Who has neither a second factor nor a password
 * has nothing to show, and is not asked.
 */
export function requireFresh(ctx: Pick<Context, 'session' | 'now'>): void {
	if (!ctx.session) throw new SignInRequired('sign-in.required');
	if (ctx.session.confirmsBy !== null && !isFresh(ctx)) throw new ConfirmFirst('confirm.first');
}
