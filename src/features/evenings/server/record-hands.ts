import { handsInput } from '../input.ts';
import { assertRecordable, assertWithin, handsIn } from '../rules.ts';
import { getKnownEvening } from './known-evening.ts';
import { handCounts } from './schema.ts';
import { newId } from '#kernel/ids.ts';
import { parse } from '#kernel/parse.ts';
import { type Context, requirePerson } from '#kernel/server/context.ts';
import { record } from '#kernel/server/journal.ts';
import { authorize } from '#policy/authorize.ts';

/**
 * Writes down a show of hands: `{ question, answers: [{ label, count }] }`. It is indicative and
 * stays apart: nothing that counts ballots reads it. Each person raises one hand per question, so
 * the counts together never pass the attendance.
 */
export async function recordHands(
	ctx: Context,
	consultationSlug: string,
	eveningSlug: string,
	input: unknown
): Promise<{ id: string }> {
	requirePerson(ctx);
	return ctx.write(async (tx) => {
		const { consultation, evening } = await getKnownEvening(tx, ctx, consultationSlug, eveningSlug);
		authorize(ctx, 'evening.record', consultation);
		assertRecordable(consultation, evening, ctx.now);
		const { question, answers } = parse(handsInput, input);
		assertWithin(evening.attendance, handsIn(answers), 'answers');

		const id = newId();
		await tx
			.insert(handCounts)
			.values({ id, eveningId: evening.id, question, answers, createdAt: ctx.now });
		await record(tx, ctx, 'evening.recorded', { kind: 'evening', id: evening.id });
		return { id };
	});
}
