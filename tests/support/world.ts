import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { memberships, people } from '#features/people/server/schema.ts';
import { scopes } from '#features/scopes/server/schema.ts';
import { newId } from '#kernel/ids.ts';
import type { Context, Role, Scope, SessionFacts } from '#kernel/server/context.ts';
import { openStore, type Store } from '#kernel/server/db.ts';
import { sealWith } from '#kernel/server/hash.ts';
import { vaultWith } from '#kernel/server/vault.ts';

export const NOON = new Date('2027-05-12T10:00:00Z');
const KEY = 'a key for tests, of at least 32 characters';

/** How a session begins that no test looks at more closely. */
export const BEGAN = { device: 'Firefox, Linux', beganOn: '2027-05-12' };

/** A session of somebody who has shown a second factor this minute. */
const sessionAt = (now: Date): SessionFacts => ({
	id: 'a session',
	strong: true,
	confirmedAt: now,
	confirmsBy: 'factor'
});

export const minutesLater = (minutes: number, from = NOON) =>
	new Date(from.getTime() + minutes * 60_000);

/** A database of its own for one test. Gone when the test is. */
export async function aStore(): Promise<{ store: Store; file: string }> {
	const file = join(tmpdir(), `samenspraak-test-${newId()}.db`);
	const store = await openStore({ url: `file:${file}` });
	onTestFinished(async () => {
		await store.close();
		const files = ['', '-wal', '-shm', '.lock', '.guard'].map((suffix) => file + suffix);
		await Promise.all(files.map((it) => rm(it, { force: true })));
	});
	return { store, file };
}

/** A school with nobody in it yet, under an alliance, on a database of its own. */
export async function aSchool(): Promise<World> {
	const { store, file } = await aStore();
	const alliance = aScope('alliance', '/home/', 'streek', 'Samenwerkingsverband De Streek');
	const school = aScope('school', alliance.path, 'vuurvogel', 'De Vuurvogel');
	await store.write((tx) => tx.insert(scopes).values([alliance, school]));
	return new World(store, school, file);
}

export function aScope(kind: Scope['kind'], above: string, slug: string, name: string): Scope {
	const id = newId();
	return { id, path: `${above}${id}/`, kind, slug, name };
}

export class World {
	readonly store: Store;
	readonly scope: Scope;
	/** The path of the database file. */
	readonly file: string;

	constructor(store: Store, scope: Scope, file: string) {
		this.store = store;
		this.scope = scope;
		this.file = file;
	}

	/** A context of a request by this person, or by a guest. */
	as(personId: string | null, roles: Iterable<Role> = [], now = NOON): Context {
		return {
			read: this.store.read,
			write: this.store.write,
			now,
			actor: personId ? { kind: 'person', personId } : { kind: 'guest' },
			scope: this.scope,
			session: personId ? sessionAt(now) : null,
			roles: new Set(roles),
			locale: 'nl',
			seal: sealWith(KEY),
			vault: vaultWith(KEY),
			address: '192.0.2.7'
		};
	}

	/** A new person with this role, and the context of a request they make. */
	async a(role: Exclude<Role, 'guest'>, now = NOON): Promise<Context> {
		const personId = newId();
		await this.store.write(async (tx) => {
			await tx
				.insert(people)
				.values({ id: personId, name: `Iemand (${role})`, email: `${personId}@example.org` });
			await tx.insert(memberships).values({ scopeId: this.scope.id, personId, role });
		});
		return this.as(personId, [role], now);
	}

	guest(now = NOON): Context {
		return this.as(null, [], now);
	}

	/** Another school on the same database: for asking what is not yours. */
	async anotherSchool(): Promise<World> {
		const scope = aScope('school', '/home/', 'ijsvogel', 'De IJsvogel');
		await this.store.write((tx) => tx.insert(scopes).values(scope));
		return new World(this.store, scope, this.file);
	}
}

export const at = (ctx: Context, now: Date): Context => ({
	...ctx,
	now,
	session: ctx.session && sessionAt(now)
});
