import { eq } from 'drizzle-orm';
import { assertRecordable } from '../rules.ts';
import { getKnownEvening } from './known-evening.ts';
import { getNote } from './queries.ts';
import { tableNotes } from './schema.ts';
import { type Context, requirePerson } from '#kernel/server/context.ts';
import { record } from '#kernel/server/journal.ts';
import { authorize } from '#policy/authorize.ts';

/**
 * Takes a note back and wipes its words: what should not have been written is not kept. Its number
 * is not given again. Called twice the second time does nothing.
 */
export async function withdrawNote(
	ctx: Context,
	consultationSlug: string,
	eveningSlug: string,
	number: number
): Promise<void> {
	requirePerson(ctx);
	await ctx.write(async (tx) => {
		const { consultation, evening } = await getKnownEvening(tx, ctx, consultationSlug, eveningSlug);
		const note = await getNote(tx, evening.id, number);
		authorize(ctx, 'evening.record', consultation);
		assertRecordable(consultation, evening, ctx.now);
		if (note.withdrawnAt) return;

		await tx
			.update(tableNotes)
			.set({ body: '', translation: null, nodded: null, stance: null, withdrawnAt: ctx.now })
			.where(eq(tableNotes.id, note.id));
		await record(tx, ctx, 'note.withdrawn', { kind: 'note', id: note.id });
	});
}
