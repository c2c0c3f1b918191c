import { eq } from 'drizzle-orm';
import { eligibleUnits } from './eligible.ts';
import { electorate } from './schema.ts';
import type { Consultation } from '#features/consultations/server/queries.ts';
import { scopes } from '#features/scopes/server/schema.ts';
import { NotFound } from '#kernel/errors.ts';
import type { Writer } from '#kernel/server/db.ts';
import { dayOf } from '#kernel/time.ts';

const AT_ONCE = 200;

/**
 * Makes the rights of a consultation: one for each unit that there is at this moment. A step of
 * opening it. Called again it adds nothing. Answers with how many units there are.
 */
export async function drawElectorate(
	tx: Writer,
	consultation: Pick<Consultation, 'id' | 'scopeId' | 'rules'>,
	now: Date
): Promise<number> {
	const [scope] = await tx
		.select({ id: scopes.id, path: scopes.path })
		.from(scopes)
		.where(eq(scopes.id, consultation.scopeId));
	if (!scope) throw new NotFound('not-found');
	const units = await eligibleUnits(tx, scope, consultation.rules.unit);
	const addedOn = dayOf(now);
	for (let at = 0; at < units.length; at += AT_ONCE) {
		await tx
			.insert(electorate)
			.values(
				units
					.slice(at, at + AT_ONCE)
					.map((unit) => ({ ...unit, consultationId: consultation.id, addedOn }))
			)
			.onConflictDoNothing();
	}
	return units.length;
}
