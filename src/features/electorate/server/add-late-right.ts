import { lateRightInput } from '../input.ts';
import { assertUsable } from '../rules.ts';
import { unitsWithoutRight } from './latecomers.ts';
import { electorate } from './schema.ts';
import { getConsultation } from '#features/consultations/server/queries.ts';
import { assertReadable } from '#features/consultations/server/readable.ts';
import { Conflict } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import { parse } from '#kernel/parse.ts';
import { requirePerson, type Context } from '#kernel/server/context.ts';
import { record } from '#kernel/server/journal.ts';
import { dayOf } from '#kernel/time.ts';
import { authorize } from '#policy/authorize.ts';

/**
 * Gives a right to a household or parent that came after the opening, with the reason. Whoever has
 * one already, or does not belong to this scope, cannot get one.
 *
 * Input: `{ unit, reason }`; the unit is the id of a household or person, as the rules count.
 */
export async function addLateRight(ctx: Context, slug: string, input: unknown): Promise<void> {
	requirePerson(ctx);
	await ctx.write(async (tx) => {
		const consultation = await getConsultation(tx, ctx.scope, slug);
		assertReadable(ctx, consultation);
		authorize(ctx, 'code.issue', consultation);
		assertUsable(consultation, ctx.now);
		const { unit: id, reason } = parse(lateRightInput, input);
		const missing = await unitsWithoutRight(tx, ctx.scope, consultation);
		const unit = missing.find(({ householdId, personId }) => (householdId ?? personId) === id);
		if (!unit) throw new Conflict('right.has-one');

		const rightId = newId();
		await tx.insert(electorate).values({
			id: rightId,
			consultationId: consultation.id,
			householdId: unit.householdId,
			personId: unit.personId,
			scopeId: unit.scopeId,
			lateReason: reason,
			addedOn: dayOf(ctx.now)
		});
		await record(tx, ctx, 'right.added', { kind: 'right', id: rightId });
	});
}
