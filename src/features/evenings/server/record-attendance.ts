import { eq } from 'drizzle-orm';
import { attendanceInput } from '../input.ts';
import { assertAttendanceOpen, handsIn } from '../rules.ts';
import { getKnownEvening } from './known-evening.ts';
import { handCountsOf, notesOf } from './queries.ts';
import { evenings } from './schema.ts';
import { Invalid } from '#kernel/errors.ts';
import { parse } from '#kernel/parse.ts';
import { type Context, requirePerson } from '#kernel/server/context.ts';
import { record } from '#kernel/server/journal.ts';
import { authorize } from '#policy/authorize.ts';

/**
 * Says how many parents were there. May be said again, to put it right, until the count is closed;
 * never fewer than raised a hand for one question, or nodded to one note.
 */
export async function recordAttendance(
	ctx: Context,
	consultationSlug: string,
	eveningSlug: string,
	input: unknown
): Promise<void> {
	requirePerson(ctx);
	await ctx.write(async (tx) => {
		const { consultation, evening } = await getKnownEvening(tx, ctx, consultationSlug, eveningSlug);
		authorize(ctx, 'evening.record', consultation);
		assertAttendanceOpen(consultation, evening, ctx.now);
		const { attendance } = parse(attendanceInput, input);
		const hands = await handCountsOf(tx, evening.id);
		const notes = await notesOf(tx, evening.id);
		const counted = [
			...hands.map(({ answers }) => handsIn(answers)),
			...notes.map(({ nodded }) => nodded ?? 0)
		];
		if (counted.some((people) => people > attendance))
			throw new Invalid('input.invalid', { attendance: 'evening.fewer-than-counted' });

		await tx.update(evenings).set({ attendance }).where(eq(evenings.id, evening.id));
		await record(tx, ctx, 'evening.recorded', { kind: 'evening', id: evening.id });
	});
}
