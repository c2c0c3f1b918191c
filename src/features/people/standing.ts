import type { Standing } from './rules.ts';
import type { Role } from '#kernel/server/context.ts';

/** What somebody is in a place, or was until it was stopped. */
export type HeldRole = {
	readonly place: string;
	readonly role: Exclude<Role, 'guest'>;
	readonly status: Standing;
};
