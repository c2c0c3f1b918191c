import type { Locale } from '#i18n/catalogue.ts';
import { SignInRequired } from '#kernel/errors.ts';
import type { Reader, Store } from './db.ts';
import type { Vault } from './vault.ts';

/** What a person can be in a scope. `guest` is everybody, signed in or not. */
export type Role =
	'guest' | 'parent' | 'council' | 'staff' | 'moderator' | 'decider' | 'coordinator' | 'helper';

/** A node of the tree installation > alliance > board > school > group. */
export type Scope = {
	readonly id: string;
	/** The ids from the installation down to this one: `/home/swv/vuurvogel/`. */
	readonly path: string;
	readonly kind: 'installation' | 'alliance' | 'board' | 'school' | 'group';
	readonly slug: string;
	readonly name: string;
};

export type Actor =
	| { readonly kind: 'guest' }
	| { readonly kind: 'person'; readonly personId: string }
	| { readonly kind: 'clock'; readonly job: string };

/** What a session says of how its person came in. */
export type SessionFacts = {
	/** The SHA-256 of its token. */
	readonly id: string;
	/** They showed a second factor in it. */
	readonly strong: boolean;
	/** When they last showed that it is them, other than by coming in with a code. */
	readonly confirmedAt: Date | null;
	/** The strongest thing that they can show again; `provider`: what they showed there to come in. */
	readonly confirmsBy: 'password' | 'factor' | 'provider' | null;
};

/**
 * Everything a query or command may know about the request it serves. Made once, in
 * hooks.server.ts (or by the scheduler), and passed by hand from there on: no module keeps a
 * database, a clock or a user of its own.
 */
export type Context = {
	readonly read: Reader;
	readonly write: Store['write'];
	/** One instant for the whole request; nothing else asks what time it is. */
	readonly now: Date;
	readonly actor: Actor;
	readonly scope: Scope;
	/** How the actor came in; null for a guest and for the clock. */
	readonly session: SessionFacts | null;
	/** The actor's roles here, those inherited from higher scopes included; without `guest`. */
	readonly roles: ReadonlySet<Role>;
	readonly locale: Locale;
	/** A keyed hash, for codes and addresses: short secrets that a plain hash would give away. */
	readonly seal: (text: string) => string;
	/** For secrets that are read again: nothing in the database opens it. */
	readonly vault: Vault;
	/** Where the request came from. Only ever counted against, sealed; never stored as it is. */
	readonly address: string;
};

export function requirePerson({ actor }: Pick<Context, 'actor'>): string {
	if (actor.kind !== 'person') throw new SignInRequired('sign-in.required');
	return actor.personId;
}

/** The person who acts, or null for a guest and for the clock. */
export const personOf = ({ actor }: Pick<Context, 'actor'>): string | null =>
	actor.kind === 'person' ? actor.personId : null;
