import { isForKiosk } from '#features/people/kiosk.ts';
import { grantsThatCount, isForOwner, ofParents, rolesAt } from '#features/people/rules.ts';
import { grantsOn } from '#features/people/seats.ts';
import type { Visitor } from '#features/people/server/sessions.ts';
import { findScope, HOME } from '#features/scopes/server/queries.ts';
import { isLocale, type Locale, localeFrom } from '#i18n/catalogue.ts';
import type { Context } from '#kernel/server/context.ts';
import { dayOf } from '#kernel/time.ts';
import type { Services } from './services.server.ts';

/** What a request tells of who sent it and what it is about. */
type Asked = {
	/** The token of a session, as the cookie has it. */
	readonly token: string | undefined;
	/** The route that its address leads to; null where it leads nowhere. */
	readonly route: string | null;
	/** The place in its address; undefined where the address has none. */
	readonly place: string | undefined;
	readonly locale: Locale;
	/** Where it came from, for who counts tries. */
	readonly address: () => string;
};

type Arrival = {
	readonly ctx: Context;
	readonly session: Visitor | null;
	/** They are at the tablet of a school, also where they count for nobody there. */
	readonly kiosk: Visitor['kiosk'];
	/** They have rights over others that wait for a second factor. */
	readonly waiting: boolean;
	/** The address names a place that there is not. */
	readonly noSuchPlace: boolean;
};

/**
 * Who asks, where, and when: the Context that everything below the doors is given. Whoever is at the
 * tablet of a school is a parent there, and outside the rooms for parents nobody at all. Whoever came by a
 * link for parents, and is more than that, cannot make themselves a way to the rest of it.
 */
export async function arrive(services: Services, asked: Asked): Promise<Arrival> {
	const { store, sessions, seal, vault, secondFactor } = services;
	const { token, place, locale } = asked;
	const visitor = token ? await sessions.find(token) : null;
	const kiosk = visitor?.kiosk ?? null;
	const isElsewhere = kiosk
		? !isForKiosk(asked.route)
		: visitor?.asParent && isForOwner(asked.route);
	const session = isElsewhere ? null : visitor;
	const found = place ? await findScope(store.read, place) : HOME;
	const scope = found ?? HOME;
	const now = services.now();
	const held = grantsOn(session?.grants ?? [], dayOf(now));
	const all = kiosk ? ofParents(held) : held;
	const shown = session ? grantsThatCount(all, session.facts, secondFactor) : [];
	const grants = session?.asParent ? ofParents(shown) : shown;
	const ctx: Context = {
		read: store.read,
		write: store.write,
		now,
		actor: session ? { kind: 'person', personId: session.personId } : { kind: 'guest' },
		scope,
		session: session?.facts ?? null,
		roles: rolesAt(grants, scope),
		locale,
		seal,
		vault,
		get address() {
			return asked.address();
		}
	};
	return { ctx, session, kiosk, waiting: grants.length < all.length, noSuchPlace: !found };
}

/** The language a reader chose, or else the first that their browser asks for and we speak. */
export const localeOf = (chosen: string | undefined, languages: string | null): Locale =>
	isLocale(chosen) ? chosen : localeFrom(languages);
