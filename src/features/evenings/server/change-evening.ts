import { eq } from 'drizzle-orm';
import { eveningChange } from '../input.ts';
import { assertNotBegun, assertPlannable, assertTimely } from '../rules.ts';
import { getKnownEvening } from './known-evening.ts';
import { evenings } from './schema.ts';
import { parse } from '#kernel/parse.ts';
import { type Context, requirePerson } from '#kernel/server/context.ts';
import { record } from '#kernel/server/journal.ts';
import { authorize } from '#policy/authorize.ts';

/**
 * Changes what was announced of an evening: title, day, times, place, what is arranged. Until it
 * begins. Its address stays, because it may stand in letters.
 */
export async function changeEvening(
	ctx: Context,
	consultationSlug: string,
	eveningSlug: string,
	input: unknown
): Promise<void> {
	requirePerson(ctx);
	await ctx.write(async (tx) => {
		const { consultation, evening } = await getKnownEvening(tx, ctx, consultationSlug, eveningSlug);
		authorize(ctx, 'evening.plan', consultation);
		assertPlannable(consultation, ctx.now);
		assertNotBegun(evening, ctx.now);
		const { title, startsAt, endsAt, place, details } = parse(eveningChange, input);
		assertTimely(consultation, startsAt, ctx.now);

		await tx
			.update(evenings)
			.set({ title, startsAt, endsAt, place, details })
			.where(eq(evenings.id, evening.id));
		await record(tx, ctx, 'evening.changed', { kind: 'evening', id: evening.id });
	});
}
