import { eq, max } from 'drizzle-orm';
import { noteInput } from '../input.ts';
import { assertRecordable, assertWithin } from '../rules.ts';
import { getKnownEvening } from './known-evening.ts';
import { tableNotes } from './schema.ts';
import { Invalid } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import { parse } from '#kernel/parse.ts';
import { type Context, requirePerson } from '#kernel/server/context.ts';
import { record } from '#kernel/server/journal.ts';
import { authorize } from '#policy/authorize.ts';

/**
 * Writes down one idea of a table, under the next number of the evening. Called twice it is two
 * notes: two tables may say the same.
 *
 * Input: `{ table, body, nodded?, stance?, language?, translation? }`, where `translation` is the
 * Dutch text that a person made of words in another language.
 */
export async function recordNote(
	ctx: Context,
	consultationSlug: string,
	eveningSlug: string,
	input: unknown
): Promise<{ id: string; number: number; table: number }> {
	requirePerson(ctx);
	return ctx.write(async (tx) => {
		const { consultation, evening } = await getKnownEvening(tx, ctx, consultationSlug, eveningSlug);
		authorize(ctx, 'evening.record', consultation);
		assertRecordable(consultation, evening, ctx.now);
		const { table, ...idea } = parse(noteInput, input);
		if (!evening.tables.some((it) => it.number === table))
			throw new Invalid('input.invalid', { table: 'evening.no-such-table' });
		assertWithin(evening.attendance, idea.nodded ?? 0, 'nodded');

		const id = newId();
		const [last] = await tx
			.select({ number: max(tableNotes.number) })
			.from(tableNotes)
			.where(eq(tableNotes.eveningId, evening.id));
		const number = (last?.number ?? 0) + 1;
		await tx.insert(tableNotes).values({
			...idea,
			id,
			number,
			eveningId: evening.id,
			tableNumber: table,
			createdAt: ctx.now
		});
		await record(tx, ctx, 'evening.recorded', { kind: 'evening', id: evening.id });
		return { id, number, table };
	});
}
