import { eq, inArray } from 'drizzle-orm';
import { eligibleUnits, type Unit } from './eligible.ts';
import { electorate } from './schema.ts';
import type { Consultation } from '#features/consultations/server/queries.ts';
import { households, people } from '#features/people/server/schema.ts';
import type { Scope } from '#kernel/server/context.ts';
import type { Reader } from '#kernel/server/db.ts';

/** Who is there now and has no right: they came after the opening. */
export async function unitsWithoutRight(
	db: Reader,
	scope: Scope,
	consultation: Pick<Consultation, 'id' | 'rules'>
): Promise<Unit[]> {
	const rows = await db
		.select({ householdId: electorate.householdId, personId: electorate.personId })
		.from(electorate)
		.where(eq(electorate.consultationId, consultation.id));
	const having = new Set(rows.map((row) => row.householdId ?? row.personId));
	const units = await eligibleUnits(db, scope, consultation.rules.unit);
	return units.filter((unit) => !having.has(unit.householdId ?? unit.personId));
}

const MOST = 100;

/** The same, as a school knows them: the key of a household or the name of a parent. */
export async function listLatecomers(
	db: Reader,
	scope: Scope,
	consultation: Pick<Consultation, 'id' | 'rules'>
): Promise<{ id: string; name: string }[]> {
	const units = (await unitsWithoutRight(db, scope, consultation)).slice(0, MOST);
	const ids = units.flatMap((unit) => unit.householdId ?? unit.personId ?? []);
	const named =
		consultation.rules.unit === 'household'
			? await db
					.select({ id: households.id, name: households.key })
					.from(households)
					.where(inArray(households.id, ids))
			: await db
					.select({ id: people.id, name: people.name })
					.from(people)
					.where(inArray(people.id, ids));
	return named.map(({ id, name }) => ({ id, name: name ?? id }));
}
