import { eq, inArray, or } from 'drizzle-orm';
import { electorate } from './schema.ts';
import { stageOf, type Stage } from '#features/consultations/rules.ts';
import { consultationsOf } from '#features/consultations/server/queries.ts';
import { consultations } from '#features/consultations/server/schema.ts';
import { householdMembers } from '#features/people/server/schema.ts';
import { scopes } from '#features/scopes/server/schema.ts';
import type { Reader } from '#kernel/server/db.ts';

export type OwnConsultation = {
	readonly href: string;
	readonly title: string;
	readonly place: string;
	readonly stage: Stage;
	readonly closesAt: Date;
};

/** The consultations in which a person, or a household of theirs, has the right to take part. */
export async function listRights(
	db: Reader,
	personId: string,
	now: Date
): Promise<OwnConsultation[]> {
	const own = db
		.select({ id: householdMembers.householdId })
		.from(householdMembers)
		.where(eq(householdMembers.personId, personId));
	const rows = await db
		.selectDistinct({
			id: consultations.id,
			scopeId: scopes.id,
			slug: scopes.slug,
			name: scopes.name
		})
		.from(electorate)
		.innerJoin(consultations, eq(consultations.id, electorate.consultationId))
		.innerJoin(scopes, eq(scopes.id, consultations.scopeId))
		.where(or(eq(electorate.personId, personId), inArray(electorate.householdId, own)));
	const places = new Map(rows.map((row) => [row.id, row]));
	const all = await consultationsOf(db, [...new Set(rows.map(({ scopeId }) => scopeId))]);
	return all.flatMap((it) => {
		const place = places.get(it.id);
		if (!place) return [];
		const { title, closesAt } = it;
		const href = `/${place.slug}/consultations/${it.slug}`;
		return [{ href, title, place: place.name, stage: stageOf(it, now), closesAt }];
	});
}
