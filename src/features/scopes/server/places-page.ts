import { and, asc, eq, ne, sql, type SQL } from 'drizzle-orm';
import { patternsFor } from '../fold.ts';
import { withinPath } from './queries.ts';
import { scopes } from './schema.ts';
import type { Scope } from '#kernel/server/context.ts';
import type { Reader } from '#kernel/server/db.ts';

/** How many places stand on a page. */
export const PLACES_ON_A_PAGE = 50;

/** What an address asks of a list of places: words to look for, and where the page before ended. */
export type PlacesAsked = {
	readonly sought: string;
	readonly after: { readonly name: string; readonly id: string } | null;
};

export function placesAsked(query: URLSearchParams): PlacesAsked {
	const id = query.get('after');
	return {
		sought: (query.get('q') ?? '').slice(0, 80),
		after: id === null ? null : { name: query.get('name') ?? '', id }
	};
}

/**
 * The places below this one that were asked for, by name, from after the last of the page before.
 * Each word must stand in the name or the town. `which` says which kinds of places are meant.
 */
export function placesBelow(
	db: Reader,
	{ path }: Pick<Scope, 'path'>,
	{ sought, after }: PlacesAsked,
	which?: SQL
) {
	const isFound = (pattern: string): SQL =>
		sql`(${scopes.name} glob ${pattern} or ${scopes.place} glob ${pattern})`;
	return db
		.select({
			id: scopes.id,
			path: scopes.path,
			slug: scopes.slug,
			name: scopes.name,
			kind: scopes.kind,
			place: scopes.place
		})
		.from(scopes)
		.where(
			and(
				withinPath(path),
				ne(scopes.path, path),
				which,
				after ? sql`(${scopes.name}, ${scopes.id}) > (${after.name}, ${after.id})` : undefined,
				...patternsFor(sought).map(isFound)
			)
		)
		.orderBy(asc(scopes.name), asc(scopes.id))
		.limit(PLACES_ON_A_PAGE + 1);
}

const inWords = new Intl.Collator('nl', { numeric: true });

/** A page of places as it is shown, and the query of the next one. */
export function pageOf<Row extends { readonly id: string; readonly name: string }>(
	rows: readonly Row[],
	{ sought, after }: PlacesAsked
) {
	const page = rows.slice(0, PLACES_ON_A_PAGE);
	const last = rows.length > PLACES_ON_A_PAGE ? page.at(-1) : undefined;
	return {
		sought,
		first: after === null,
		// on its page "Groep 10" comes after "Groep 9"
		places: page.toSorted((a, b) => inWords.compare(a.name, b.name)),
		next: last ? String(new URLSearchParams({ q: sought, name: last.name, after: last.id })) : null,
		/** There is so much that looking for it is worth a form. */
		many: last !== undefined || after !== null || sought !== ''
	};
}

export type PlacesPage = Omit<ReturnType<typeof pageOf>, 'places'>;

/** Of a place with schools its groups are left out: those stand at their school. */
export const worthListing = ({ kind }: Pick<Scope, 'kind'>): SQL | undefined =>
	kind === 'school' || kind === 'group' ? undefined : ne(scopes.kind, 'group');

export const isSchool = eq(scopes.kind, 'school');
