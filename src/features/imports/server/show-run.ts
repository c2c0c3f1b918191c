import { and, asc, eq, inArray } from 'drizzle-orm';
import { authorizeImport } from './at-school.ts';
import { missingFrom } from './count-import.ts';
import { getRun } from './queries.ts';
import { importRows } from './schema.ts';
import type { Context } from '#kernel/server/context.ts';

/** How many of a list a page shows; the counts tell of the others. */
export const SHOWN = 50;

/** One import: how far it is, and what it would change. No address, no telephone number. */
export async function showRun(ctx: Context, runId: string) {
	authorizeImport(ctx);
	const { read, scope } = ctx;
	const run = await getRun(read, scope, runId);
	const isOver = ['reading', 'applying'].includes(run.state) && run.heldUntil < ctx.now;
	const state = isOver ? ('broken' as const) : run.state;
	const isReady = state === 'ready' && run.counts?.issues === 0;
	const rows = isReady
		? await read
				.select({
					row: importRows.row,
					key: importRows.key,
					name: importRows.name,
					act: importRows.act,
					fields: importRows.fields
				})
				.from(importRows)
				.where(and(eq(importRows.runId, runId), inArray(importRows.act, ['changed'])))
				.orderBy(asc(importRows.row))
				.limit(SHOWN)
		: [];
	const fresh = isReady
		? await read
				.select({ row: importRows.row, key: importRows.key, name: importRows.name })
				.from(importRows)
				.where(and(eq(importRows.runId, runId), eq(importRows.act, 'new')))
				.orderBy(asc(importRows.row))
				.limit(SHOWN)
		: [];
	return {
		here: { slug: scope.slug, name: scope.name },
		id: run.id,
		state,
		isBusy: state === 'reading' || state === 'applying',
		lines: run.lines,
		read: run.read,
		counts: run.counts,
		newGroups: run.newGroups ?? [],
		issues: run.issues ?? [],
		fresh,
		changed: rows,
		missing: isReady ? await missingFrom(read, scope, runId, SHOWN) : [],
		shown: SHOWN
	};
}
