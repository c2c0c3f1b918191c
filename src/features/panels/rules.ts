import type { Role } from '#kernel/server/context.ts';

export const STANCES = ['for', 'against', 'question', 'idea'] as const;
export type Stance = (typeof STANCES)[number];

export const ORIGINS = ['online', 'evening', 'paper', 'phone'] as const;
export type Origin = (typeof ORIGINS)[number];

export const BADGES = ['parent', 'staff', 'council', 'moderator'] as const;
export type Badge = (typeof BADGES)[number];

/** The longest contribution that a form takes, in characters. */
export const LONGEST = 1200;
/** The longest that an import takes. */
export const LONGEST_IMPORTED = 10_000;

/** How often one person may write. */
export const PACE = { times: 30, minutes: 10 };

const FREE_MINUTES = 15;

/** A slip of the pen can be mended without a trace for a quarter of an hour. */
export function isFreeToChange({ createdAt }: { readonly createdAt: Date }, now: Date): boolean {
	return now.getTime() - createdAt.getTime() <= FREE_MINUTES * 60_000;
}

const BADGE_OF: Readonly<Record<Role, Badge | null>> = {
	guest: null,
	parent: 'parent',
	council: 'council',
	staff: 'staff',
	moderator: 'moderator',
	decider: 'staff',
	coordinator: 'staff',
	helper: null
};

/** What somebody can speak as. It says who speaks and allows nothing; that is the policy's work. */
export function badgesOf(roles: ReadonlySet<Role>): Badge[] {
	const badges = new Set([...roles].map((role) => BADGE_OF[role]));
	return BADGES.filter((badge) => badges.has(badge));
}

/**
 * What somebody can speak as in a panel where they first spoke as `first`: as that, for as long as
 * they are it. So nobody is two voices in one discussion.
 */
export const badgesAfter = (badges: readonly Badge[], first: Badge | null): readonly Badge[] =>
	first && badges.includes(first) ? [first] : badges;
