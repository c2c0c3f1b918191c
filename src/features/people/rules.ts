import type { Role } from '#kernel/server/context.ts';

/** A parent's own phone stays signed in for weeks; a desk with other people's words does not. */
export type SessionKind = 'parent' | 'desk';

export function sessionKind(roles: Iterable<Role>): SessionKind {
	return [...roles].some((role) => role !== 'parent' && role !== 'guest') ? 'desk' : 'parent';
}
