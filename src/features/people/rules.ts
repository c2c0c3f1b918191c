import type { Role, Scope, SessionFacts } from '#kernel/server/context.ts';

/**
 * A parent's own phone stays signed in for weeks; a desk with other people's words does not. A kiosk
 * is a parent at the tablet of a school, for some minutes. `as-parent` is somebody with a desk who came
 * by a link for parents: a parent only, until they show a second factor.
 */
export type SessionKind = 'parent' | 'desk' | 'kiosk' | 'as-parent';

export function sessionKind(roles: Iterable<Role>): 'parent' | 'desk' {
	return [...roles].some((role) => role !== 'parent' && role !== 'guest') ? 'desk' : 'parent';
}

export type Standing = 'active' | 'left' | 'blocked' | 'no-access';

/** Kept out by a decision with a reason, and let in again by another one only. */
export const isBarred = ({ status }: { readonly status: Standing }): boolean =>
	status === 'blocked' || status === 'no-access';

/** A role that somebody was given, and the path of the place where. */
export type Grant = {
	readonly role: Role;
	readonly path: string;
	/** It does not count below: who sits in the council of an alliance is not in that of a school. */
	readonly hereOnly?: true;
};

/** Whether rights over others wait for a second factor of everybody, or only of those who have one. */
export type SecondFactor = 'required' | 'offered';

/**
 * The grants that count in a session: all, or those of a parent only, until a second factor was
 * shown in it.
 */
export function grantsThatCount(
	grants: readonly Grant[],
	session: Pick<SessionFacts, 'strong' | 'confirmsBy'>,
	secondFactor: SecondFactor
): readonly Grant[] {
	const asked = secondFactor === 'required' || session.confirmsBy === 'factor';
	return session.strong || !asked ? grants : ofParents(grants);
}

/** Whether a route is for making ways to sign in, by which more opens than a parent's link does. */
export const isForOwner = (route: string | null): boolean =>
	route !== null && /^\/me\/security(?:\/|$)/.test(route);

/** What somebody is as a parent. At a kiosk nobody is anything else. */
export const ofParents = (grants: readonly Grant[]): readonly Grant[] =>
	grants.filter(({ role }) => role === 'parent');

/**
 * What somebody with these grants is in a place: what they were made there and higher up. Being a
 * parent also counts upwards: a parent of a group is one of the school, and of the alliance.
 */
export function rolesAt(
	grants: readonly Grant[],
	{ path }: Pick<Scope, 'path'>
): ReadonlySet<Role> {
	const here = grants.filter(
		(grant) =>
			path === grant.path ||
			(path.startsWith(grant.path) && !grant.hereOnly) ||
			(grant.role === 'parent' && grant.path.startsWith(path))
	);
	return new Set(here.map(({ role }) => role));
}
