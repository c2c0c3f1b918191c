import { and, eq, exists, inArray, isNotNull, or, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import { consultations } from './schema.ts';
import { pageOf, placesAsked, placesBelow } from '#features/scopes/server/places-page.ts';
import { HOME } from '#features/scopes/server/queries.ts';
import { scopes } from '#features/scopes/server/schema.ts';
import type { Reader } from '#kernel/server/db.ts';

const above = alias(scopes, 'above');

/**
 * A page of the places that put or have put a question to people: schools that did or that a place
 * above them did, and the boards and alliances that did. What is only being prepared does not count.
 */
export async function listPlaces(db: Reader, query = new URLSearchParams()) {
	const asked = placesAsked(query);
	return pageOf(await placesThatAsk(db, asked), asked);
}

export function placesThatAsk(db: Reader, asked: ReturnType<typeof placesAsked>) {
	const asking = db
		.select({ id: consultations.scopeId })
		.from(consultations)
		.where(isNotNull(consultations.openedAt));
	const askedFromAbove = exists(
		db
			.select({ id: above.id })
			.from(above)
			.where(
				and(
					inArray(above.id, asking),
					sql`substr(${scopes.path}, 1, length(${above.path})) = ${above.path}`
				)
			)
	);
	const which = or(inArray(scopes.id, asking), and(eq(scopes.kind, 'school'), askedFromAbove));
	return placesBelow(db, HOME, asked, which);
}
