import { and, eq, inArray } from 'drizzle-orm';
import { authorizeImport } from './at-school.ts';
import { askToForget } from './jobs.ts';
import { getRun } from './queries.ts';
import { importRows, importRuns } from './schema.ts';
import { Conflict } from '#kernel/errors.ts';
import type { Context } from '#kernel/server/context.ts';

/** Stops an import and forgets all that was read. What is being added at this moment is finished. */
export async function cancelImport(ctx: Context, runId: string): Promise<void> {
	authorizeImport(ctx);
	await ctx.write(async (tx) => {
		const run = await getRun(tx, ctx.scope, runId);
		const { rowsAffected } = await tx
			.update(importRuns)
			.set({ state: 'cancelled', issues: null, counts: null, newGroups: null })
			.where(
				and(eq(importRuns.id, run.id), inArray(importRuns.state, ['reading', 'ready', 'failed']))
			);
		if (rowsAffected === 0) throw new Conflict('import.over');
		await tx.delete(importRows).where(eq(importRows.runId, run.id));
		await askToForget(tx, run.id, ctx.now);
	});
}
