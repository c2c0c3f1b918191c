import { eq } from 'drizzle-orm';
import { tablesInput } from '../input.ts';
import { assertRecordable, eveningStageOf } from '../rules.ts';
import { getKnownEvening } from './known-evening.ts';
import { notesOf } from './queries.ts';
import { eveningTables } from './schema.ts';
import { Invalid } from '#kernel/errors.ts';
import { parse } from '#kernel/parse.ts';
import { type Context, requirePerson } from '#kernel/server/context.ts';
import { record } from '#kernel/server/journal.ts';
import { authorize } from '#policy/authorize.ts';

/**
 * Says who hosts the tables, from table 1 on: `{ hosts }`, a line (or an item) per table. Before the
 * evening and during it: a table may be added at the door. A table with notes stays.
 */
export async function arrangeTables(
	ctx: Context,
	consultationSlug: string,
	eveningSlug: string,
	input: unknown
): Promise<void> {
	requirePerson(ctx);
	await ctx.write(async (tx) => {
		const { consultation, evening } = await getKnownEvening(tx, ctx, consultationSlug, eveningSlug);
		authorize(ctx, 'evening.record', consultation);
		if (eveningStageOf(evening, ctx.now) !== 'coming')
			assertRecordable(consultation, evening, ctx.now);
		const { hosts } = parse(tablesInput, input);
		const notes = await notesOf(tx, evening.id);
		if (notes.some((note) => note.tableNumber > hosts.length))
			throw new Invalid('input.invalid', { hosts: 'evening.table-has-notes' });

		await tx.delete(eveningTables).where(eq(eveningTables.eveningId, evening.id));
		if (hosts.length > 0) {
			await tx
				.insert(eveningTables)
				.values(hosts.map((host, place) => ({ eveningId: evening.id, number: place + 1, host })));
		}
		await record(tx, ctx, 'evening.changed', { kind: 'evening', id: evening.id });
	});
}
