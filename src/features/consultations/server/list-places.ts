import { isNotNull } from 'drizzle-orm';
import { consultations } from './schema.ts';
import { ancestry } from '#features/scopes/rules.ts';
import { scopes } from '#features/scopes/server/schema.ts';
import type { Reader } from '#kernel/server/db.ts';

export type PublicPlace = { readonly slug: string; readonly name: string; readonly place: string };

/**
 * The places that put or have put a question to people: schools that did or that a place above them
 * did, and the boards and alliances that did. What is only being prepared does not count.
 */
export async function listPlaces(db: Reader): Promise<PublicPlace[]> {
	const asking = await db
		.selectDistinct({ scopeId: consultations.scopeId })
		.from(consultations)
		.where(isNotNull(consultations.openedAt));
	const own = new Set(asking.map(({ scopeId }) => scopeId));
	const rows = await db.select().from(scopes);
	return rows
		.filter(
			({ id, kind, path }) =>
				own.has(id) || (kind === 'school' && ancestry({ path }).some((it) => own.has(it)))
		)
		.map(({ slug, name, place }) => ({ slug, name, place: place ?? '' }))
		.toSorted((a, b) => a.name.localeCompare(b.name, 'nl'));
}
