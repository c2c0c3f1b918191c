import { eq, lte, sql } from 'drizzle-orm';
import { Cookie as CookieText, Lucia, TimeSpan, type Adapter } from 'lucia';
import { KIOSK } from '../kiosk.ts';
import type { SessionKind } from '../rules.ts';
import type { Held } from '../seats.ts';
import { heldFrom } from './held.ts';
import { people, sessions } from './schema.ts';
import { newToken } from '#kernel/ids.ts';
import type { SessionFacts } from '#kernel/server/context.ts';
import type { Reader, Store } from '#kernel/server/db.ts';
import { sha256 } from '#kernel/server/hash.ts';
import { prepared } from '#kernel/server/prepared.ts';
import type { Day } from '#kernel/time.ts';

/** A cookie to set; an empty value takes it away. */
export type Cookie = {
	readonly name: string;
	readonly value: string;
	readonly attributes: {
		readonly path: '/';
		readonly sameSite: 'lax';
		readonly httpOnly: true;
		readonly secure: boolean;
		readonly maxAge: number;
	};
};

/** A cookie as the header that sets it. */
export const headerOf = ({ name, value, attributes }: Cookie): string =>
	new CookieText(name, value, attributes).serialize();

/** Somebody who is signed in, and what they are where. */
export type Visitor = {
	readonly personId: string;
	/** Whatever the day is: see seats.ts for what counts on it. */
	readonly grants: readonly Held[];
	readonly facts: SessionFacts;
	/** Of somebody at the tablet of a school: for how many seconds it can go on at most. */
	readonly kiosk: { readonly left: number } | null;
	/** They came by a link for parents, and count as nothing else until a second factor. */
	readonly asParent: boolean;
	/** The cookie to set when the end of the session moved on. */
	readonly renewed: Cookie | null;
};

/** How a session begins, or goes on after its person showed that it is them. */
export type Beginning = {
	/** Which browser; see people/device.ts. */
	readonly device: string;
	readonly beganOn: Day;
	readonly strong?: boolean;
	readonly confirmedAt?: Date | null;
	readonly byProvider?: boolean;
};

/** Signing in and out. Tokens are long and random; only their SHA-256 is stored. */
export type Sessions = {
	readonly cookieName: string;
	/** Whose token this is. */
	find(token: string): Promise<Visitor | null>;
	start(personId: string, kind: SessionKind, beginning: Beginning): Promise<Cookie>;
	/**
	 * Goes on under a new token, and the old one opens nothing any more: what somebody may have seen
	 * of it before does not get the rights that were added. Null when there is no such session.
	 */
	rotate(
		token: string,
		proof: { readonly strong: boolean; readonly at: Date }
	): Promise<Cookie | null>;
	end(token: string): Promise<Cookie>;
	/** Ends every session of a person: after a change of rights, or at their own wish. */
	endAll(personId: string): Promise<void>;
	forgetExpired(now: Date): Promise<void>;
};

/** How long a session lasts unused; used, it moves on to at most its absolute end. */
const IDLE: Record<SessionKind, TimeSpan> = {
	parent: new TimeSpan(30, 'd'),
	desk: new TimeSpan(8, 'h'),
	kiosk: new TimeSpan(KIOSK.idle, 's'),
	'as-parent': new TimeSpan(8, 'h')
};
/** A session at a desk is for one working day, however much it is used. */
const ABSOLUTE: Record<SessionKind, TimeSpan> = {
	parent: new TimeSpan(90, 'd'),
	desk: new TimeSpan(8, 'h'),
	kiosk: new TimeSpan(KIOSK.most, 's'),
	'as-parent': new TimeSpan(8, 'h')
};

/**
 * Lucia moves the end of a session on once half of its time is over. That of a kiosk is a minute and
 * moves at every use: so Lucia counts it double, and the half that is too much is not stored.
 */
const LUCIA: Record<SessionKind, TimeSpan> = { ...IDLE, kiosk: new TimeSpan(2 * KIOSK.idle, 's') };
const surplus = (kind: SessionKind): number =>
	LUCIA[kind].milliseconds() - IDLE[kind].milliseconds();

const KINDS: Readonly<Record<string, SessionKind>> = { d: 'desk', k: 'kiosk', a: 'as-parent' };
/** The kind is the first letter of the token. */
const kindOf = (token: string): SessionKind => KINDS[token.charAt(0)] ?? 'parent';

/**
 * Lucia 3 over our own tables. Its package is no longer developed (March 2025); this file is all
 * that knows it, so that replacing it is a change to one file.
 */
export function openSessions(store: Store, { secure }: { secure: boolean }): Sessions {
	const cookieName = secure ? '__Host-session' : 'session';
	const luciaFor = (kind: SessionKind) =>
		new Lucia(adapter(store), {
			sessionExpiresIn: LUCIA[kind],
			getUserAttributes: ({ grants, facts, endsAt }) => ({ grants, facts, endsAt })
		});
	const lucia = {
		parent: luciaFor('parent'),
		desk: luciaFor('desk'),
		kiosk: luciaFor('kiosk'),
		'as-parent': luciaFor('as-parent')
	};
	const cookie = (value: string, maxAge: number): Cookie => ({
		name: cookieName,
		value,
		attributes: { path: '/', sameSite: 'lax', httpOnly: true, secure, maxAge }
	});

	return {
		cookieName,
		async find(token) {
			const kind = kindOf(token);
			const { session, user } = await lucia[kind].validateSession(token);
			if (!session) return null;
			const { id: personId, grants, facts, endsAt } = user;
			const asParent = kind === 'as-parent' && !facts.strong;
			const found = { personId, grants, facts, asParent, kiosk: null };
			if (kind !== 'kiosk')
				return { ...found, renewed: session.fresh ? cookie(token, IDLE[kind].seconds()) : null };
			// it was used now, so its end is as far away as it can be
			const now = session.expiresAt.getTime() - LUCIA.kiosk.milliseconds();
			const left = Math.floor((endsAt.getTime() - now) / 1000);
			return { ...found, kiosk: { left }, renewed: null };
		},
		async start(personId, kind, beginning) {
			const sessionId = `${kind.charAt(0)}${newToken()}`;
			await lucia[kind].createSession(personId, beginning, { sessionId });
			// the cookie of a kiosk is not set anew at every page
			const lasts = kind === 'kiosk' ? ABSOLUTE : IDLE;
			return cookie(sessionId, lasts[kind].seconds());
		},
		async rotate(token, { strong, at }) {
			const kind = kindOf(token);
			const next = `${kind.charAt(0)}${newToken()}`;
			const moved = await store.write((tx) =>
				tx
					.update(sessions)
					.set({ id: sha256(next), confirmedAt: at, ...(strong && { strong }) })
					.where(eq(sessions.id, sha256(token)))
			);
			return moved.rowsAffected === 0 ? null : cookie(next, IDLE[kind].seconds());
		},
		async end(token) {
			await lucia[kindOf(token)].invalidateSession(token);
			return cookie('', 0);
		},
		endAll: (personId) => lucia.parent.invalidateUserSessions(personId),
		async forgetExpired(now) {
			await store.write((tx) => tx.delete(sessions).where(lte(sessions.expiresAt, now)));
		}
	};
}

/** A session, and what its person is. */
const byHash = prepared((db: Reader) =>
	db
		.select({
			personId: sessions.personId,
			expiresAt: sessions.expiresAt,
			endsAt: sessions.endsAt,
			strong: sessions.strong,
			confirmedAt: sessions.confirmedAt,
			confirmsBy: people.confirmsBy,
			byProvider: sessions.byProvider,
			...heldFrom(db, sessions.personId)
		})
		.from(sessions)
		.innerJoin(people, eq(people.id, sessions.personId))
		.where(eq(sessions.id, sql.placeholder('hash')))
		.prepare()
);

/** An app or a passkey comes before the provider, and that before a password. */
const confirmationOf = (it: {
	readonly confirmsBy: 'password' | 'factor' | null;
	readonly byProvider: boolean;
}): SessionFacts['confirmsBy'] =>
	it.byProvider && it.confirmsBy !== 'factor' ? 'provider' : it.confirmsBy;

function adapter({ read, write }: Store): Adapter {
	return {
		async getSessionAndUser(token) {
			const row = await byHash(read).get({ hash: sha256(token) });
			if (!row) return [null, null];
			const { personId, expiresAt, endsAt, strong, confirmedAt, made, seated } = row;
			const confirmsBy = confirmationOf(row);
			const facts = { id: sha256(token), strong, confirmedAt, confirmsBy };
			const grants = [...made, ...seated];
			return [
				{ id: token, userId: personId, expiresAt, attributes: { device: '', beganOn: '' } },
				{ id: personId, attributes: { grants, facts, endsAt } }
			];
		},
		getUserSessions: () => Promise.reject(new Error('not offered: tokens are stored hashed')),
		async setSession({ id, userId, expiresAt, attributes }) {
			const kind = kindOf(id);
			const began = expiresAt.getTime() - LUCIA[kind].milliseconds();
			const row = {
				...attributes,
				id: sha256(id),
				personId: userId,
				expiresAt: new Date(expiresAt.getTime() - surplus(kind)),
				endsAt: new Date(began + ABSOLUTE[kind].milliseconds())
			};
			await write((tx) => tx.insert(sessions).values(row));
		},
		async updateSessionExpiration(id, expiresAt) {
			const hash = sha256(id);
			const end = expiresAt.getTime() - surplus(kindOf(id));
			const row = await byHash(read).get({ hash });
			// at its last moment it cannot move on, and must not write at every page until then
			if (!row || row.expiresAt >= row.endsAt) return;
			await write((tx) =>
				tx
					.update(sessions)
					.set({ expiresAt: sql`min(${end}, ${sessions.endsAt})` })
					.where(eq(sessions.id, hash))
			);
		},
		async deleteSession(id) {
			await write((tx) => tx.delete(sessions).where(eq(sessions.id, sha256(id))));
		},
		async deleteUserSessions(personId) {
			await write((tx) => tx.delete(sessions).where(eq(sessions.personId, personId)));
		},
		deleteExpiredSessions: () => Promise.reject(new Error('done by the job people/tidy'))
	};
}

type Known = Pick<Visitor, 'grants' | 'facts'> & { readonly endsAt: Date };

declare module 'lucia' {
	interface Register {
		Lucia: Lucia<object, Known>;
		DatabaseUserAttributes: Known;
		DatabaseSessionAttributes: Beginning;
	}
}
