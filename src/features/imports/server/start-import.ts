import { setTimeout } from 'node:timers/promises';
import { and, eq, inArray } from 'drizzle-orm';
import { forbiddenBecause, type Mapping } from '../columns.ts';
import { importInput, mappingIn } from '../input.ts';
import { authorizeImport } from './at-school.ts';
import { askToForget } from './jobs.ts';
import { bytesOf, openTable, type OpenTable } from './open-table.ts';
import { planImport } from './plan-import.ts';
import { sealHeader, sealSheet } from './read-headers.ts';
import { importProfiles, importRows, importRuns } from './schema.ts';
import { stageRows } from './stage-rows.ts';
import { Invalid, type Issues } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import { parse } from '#kernel/parse.ts';
import type { Context } from '#kernel/server/context.ts';
import type { Writer } from '#kernel/server/db.ts';
import { log } from '#kernel/server/log.ts';

/** How long reading or applying may take before it counts as broken off. */
export const HOLD_MS = 10 * 60_000;

export type Started = {
	readonly id: string;
	/** Comes when the list was read and compared; it never fails. */
	readonly read: Promise<void>;
	/** The same, but waits no longer than somebody would for a page. */
	readonly soon: () => Promise<void>;
};

const SOON_MS = 1500;

/**
 * Begins to read a list of parents: only the columns that were chosen, row by row, into a place of
 * its own. Nothing is added to the school yet. A list that was not finished before is forgotten.
 */
export async function startImport(ctx: Context, file: unknown, input: unknown): Promise<Started> {
	const byId = authorizeImport(ctx);
	const { header, sheet, groups, save } = parse(importInput, input);
	const mapping = mappingIn(input as Record<string, unknown>);
	const bytes = await bytesOf(file);
	const table = await openTable(bytes, { header, sheet: () => sheet });
	assertMapping(mapping, table.headers);

	const runId = newId();
	await ctx.write(async (tx) => {
		await forgetEarlier(tx, ctx);
		await tx.insert(importRuns).values({
			id: runId,
			scopeId: ctx.scope.id,
			byId,
			state: 'reading',
			beganAt: ctx.now,
			heldUntil: new Date(ctx.now.getTime() + HOLD_MS),
			lines: table.encoding === null ? 0 : linesIn(bytes),
			columns: Object.fromEntries([...mapping].map(([place, target]) => [target, place + 1])),
			makesGroups: groups !== ''
		});
		if (save) await keepProfile(tx, ctx, save, mapping, table);
	});
	const read = readAll(ctx, runId, table, mapping);
	return { id: runId, read, soon: () => Promise.race([read, setTimeout(SOON_MS)]) };
}

function assertMapping(mapping: Mapping, headers: readonly string[]): void {
	const issues: Record<string, string> = {};
	const seen = new Set<string>();
	for (const [place, target] of mapping) {
		const header = headers[place] ?? '';
		const reason = header === '' ? 'field.invalid' : forbiddenBecause(header);
		if (reason) issues[`column-${String(place)}`] = reason;
		else if (seen.has(target)) issues[`column-${String(place)}`] = 'import.column-twice';
		seen.add(target);
	}
	const known = [...seen].some(
		(it) => it === 'household' || /^(?:name|first|last|email)-/.test(it)
	);
	if (!known) issues.mapping = 'import.no-columns';
	if (Object.keys(issues).length > 0) throw new Invalid('input.invalid', issues satisfies Issues);
}

/** About how many lines there are, for showing how far it is. */
function linesIn(bytes: Uint8Array): number {
	let lines = 1;
	for (const byte of bytes) if (byte === 10) lines += 1;
	return lines;
}

async function forgetEarlier(tx: Writer, { scope, now }: Context): Promise<void> {
	const open = await tx
		.update(importRuns)
		.set({ state: 'cancelled', issues: null })
		.where(
			and(
				eq(importRuns.scopeId, scope.id),
				inArray(importRuns.state, ['reading', 'ready', 'applying', 'failed'])
			)
		)
		.returning({ id: importRuns.id });
	for (const { id } of open) await tx.delete(importRows).where(eq(importRows.runId, id));
	if (open[0]) await askToForget(tx, open[0].id, now);
}

async function keepProfile(
	tx: Writer,
	ctx: Context,
	name: string,
	mapping: Mapping,
	{ headers, sheets, sheet }: OpenTable
): Promise<void> {
	const columns = Object.fromEntries(
		[...mapping].map(([place, target]) => [sealHeader(ctx, headers[place] ?? ''), target])
	);
	const named = sheets[sheet - 1];
	const kept = { columns, sheet: named ? sealSheet(ctx, named.name) : null };
	await tx
		.insert(importProfiles)
		.values({ scopeId: ctx.scope.id, name, ...kept })
		.onConflictDoUpdate({
			target: [importProfiles.scopeId, importProfiles.name],
			set: kept
		});
}

/** Reads and compares. What goes wrong is told on the page of this import; the log says only that. */
async function readAll(
	ctx: Context,
	runId: string,
	table: OpenTable,
	mapping: Mapping
): Promise<void> {
	try {
		const whole = await stageRows(ctx, runId, table.rows, mapping);
		if (whole) await planImport(ctx, runId, 'reading');
	} catch (error) {
		const reason = error instanceof Invalid ? (error.issues.file ?? error.reason) : 'bug';
		if (reason === 'bug')
			log('import.failed', { id: runId, error: error instanceof Error ? error.name : '' });
		await ctx
			.write(async (tx) => {
				const [stopped] = await tx
					.update(importRuns)
					.set({
						state: 'failed',
						issues: [{ row: 0, column: 0, target: null, reason: reason as 'bug' }]
					})
					.where(and(eq(importRuns.id, runId), eq(importRuns.state, 'reading')))
					.returning({ id: importRuns.id });
				if (!stopped) return;
				await tx.delete(importRows).where(eq(importRows.runId, runId));
				await askToForget(tx, runId, ctx.now);
			})
			.catch(() => log('import.failed', { id: runId }));
	}
}
