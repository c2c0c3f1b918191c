import { and, eq, gte, lt, sql, type SQL } from 'drizzle-orm';
import { ancestry } from '../rules.ts';
import { NotFound } from '#kernel/errors.ts';
import type { Scope } from '#kernel/server/context.ts';
import type { Reader } from '#kernel/server/db.ts';
import { inList, listOf, prepared } from '#kernel/server/prepared.ts';
import { scopes, type Contact } from './schema.ts';

/** The top of the tree. It needs no row: pages without a scope in their address stand here. */
export const HOME: Scope = {
	id: 'home',
	path: '/home/',
	kind: 'installation',
	slug: 'home',
	name: 'Samenspraak'
};

/** This place and all below it, found by the index of paths. After the closing `/` comes `0`. */
export const withinPath = (path: string): SQL | undefined =>
	and(gte(scopes.path, path), lt(scopes.path, `${path.slice(0, -1)}0`));

const bySlug = prepared((db: Reader) =>
	db
		.select({
			id: scopes.id,
			path: scopes.path,
			kind: scopes.kind,
			slug: scopes.slug,
			name: scopes.name
		})
		.from(scopes)
		.where(eq(scopes.slug, sql.placeholder('slug')))
		.prepare()
);

export async function findScope(db: Reader, slug: string): Promise<Scope | undefined> {
	return bySlug(db).get({ slug });
}

export async function getScope(db: Reader, slug: string): Promise<Scope> {
	const scope = await findScope(db, slug);
	if (!scope) throw new NotFound('not-found');
	return scope;
}

const contacts = prepared((db: Reader) =>
	db
		.select({ contact: scopes.contact, path: scopes.path })
		.from(scopes)
		.where(inList(scopes.id, 'scopes'))
		.prepare()
);

/** Whom to ask for help: the contact of this scope, or of the nearest above it that has one. */
export async function findContact(db: Reader, scope: Scope): Promise<Contact | null> {
	const above = await contacts(db).all({ scopes: listOf(ancestry(scope)) });
	const nearest = above
		.filter(({ contact }) => contact !== null)
		.toSorted((a, b) => b.path.length - a.path.length);
	return nearest[0]?.contact ?? null;
}
