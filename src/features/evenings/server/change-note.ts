import { eq } from 'drizzle-orm';
import { noteChange } from '../input.ts';
import { assertRecordable, assertWithin } from '../rules.ts';
import { getKnownEvening } from './known-evening.ts';
import { getNote } from './queries.ts';
import { tableNotes } from './schema.ts';
import { Conflict } from '#kernel/errors.ts';
import { parse } from '#kernel/parse.ts';
import { type Context, requirePerson } from '#kernel/server/context.ts';
import { record } from '#kernel/server/journal.ts';
import { authorize } from '#policy/authorize.ts';

/**
 * Puts right what stands on a note: it was read back at the table, and something was missing. Its
 * number and its table stay.
 */
export async function changeNote(
	ctx: Context,
	consultationSlug: string,
	eveningSlug: string,
	number: number,
	input: unknown
): Promise<void> {
	requirePerson(ctx);
	await ctx.write(async (tx) => {
		const { consultation, evening } = await getKnownEvening(tx, ctx, consultationSlug, eveningSlug);
		const note = await getNote(tx, evening.id, number);
		authorize(ctx, 'evening.record', consultation);
		assertRecordable(consultation, evening, ctx.now);
		if (note.withdrawnAt) throw new Conflict('note.withdrawn');
		const idea = parse(noteChange, input);
		assertWithin(evening.attendance, idea.nodded ?? 0, 'nodded');

		await tx.update(tableNotes).set(idea).where(eq(tableNotes.id, note.id));
		await record(tx, ctx, 'note.changed', { kind: 'note', id: note.id });
	});
}
