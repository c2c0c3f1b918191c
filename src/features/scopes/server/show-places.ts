import { asc, eq, like } from 'drizzle-orm';
import { BODY_KINDS, kindsBelow, type Kind } from '../rules.ts';
import { bodies, scopes } from './schema.ts';
import type { Context, Scope } from '#kernel/server/context.ts';
import type { Reader } from '#kernel/server/db.ts';
import { authorize } from '#policy/authorize.ts';

/** A place in the list of a tree; `depth` 1 lies directly under the one that was asked for. */
export type ListedPlace = {
	readonly slug: string;
	readonly name: string;
	readonly kind: Kind;
	readonly place: string | null;
	readonly depth: number;
};

const inWords = new Intl.Collator('nl', { numeric: true });

/** All places under this one, each directly followed by those under it, by name. */
export async function listBelow(db: Reader, { path }: Pick<Scope, 'path'>): Promise<ListedPlace[]> {
	const rows = await db
		.select({
			id: scopes.id,
			path: scopes.path,
			slug: scopes.slug,
			name: scopes.name,
			kind: scopes.kind,
			place: scopes.place
		})
		.from(scopes)
		.where(like(scopes.path, `${path}_%`));
	const under = (above: string, depth: number): ListedPlace[] =>
		rows
			.filter((row) => row.path === `${above}${row.id}/`)
			.toSorted((a, b) => inWords.compare(a.name, b.name))
			.flatMap(({ path: here, slug, name, kind, place }) => [
				{ slug, name, kind, place, depth },
				...under(here, depth + 1)
			]);
	return under(path, 1);
}

/** What the page of the places shows: the tree below, the bodies and the contact of this one. */
export async function showPlaces(ctx: Context) {
	const { read, scope } = ctx;
	authorize(ctx, 'scope.manage', { scopeId: scope.id });
	const [own] = await read
		.select({ contact: scopes.contact, place: scopes.place })
		.from(scopes)
		.where(eq(scopes.id, scope.id));
	return {
		here: { slug: scope.slug, name: scope.name, kind: scope.kind, place: own?.place ?? null },
		below: await listBelow(read, scope),
		bodies: await read
			.select({ name: bodies.name, kind: bodies.kind })
			.from(bodies)
			.where(eq(bodies.scopeId, scope.id))
			.orderBy(asc(bodies.name)),
		contact: own?.contact ?? null,
		kinds: kindsBelow(scope.kind),
		bodyKinds: BODY_KINDS
	};
}
