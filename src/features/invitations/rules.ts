import type { Moments } from '#features/consultations/rules.ts';

/** The longest that a link opens, also where the consultation is open for longer. */
const MOST_DAYS = 14;
const LONGEST_MS = MOST_DAYS * 24 * 3_600_000;

/** When a mail leaves that is asked for now: once its consultation is open. And until when its link opens. */
export function lifeOf(
	{ opensAt, closesAt }: Pick<Moments, 'opensAt' | 'closesAt'>,
	now: Date
): { readonly leavesAt: Date; readonly expiresAt: Date } {
	const leavesAt = opensAt > now ? opensAt : now;
	const longest = new Date(leavesAt.getTime() + LONGEST_MS);
	return { leavesAt, expiresAt: closesAt < longest ? closesAt : longest };
}
