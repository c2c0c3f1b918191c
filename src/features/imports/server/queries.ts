import { and, eq } from 'drizzle-orm';
import { importProfiles, importRuns } from './schema.ts';
import { NotFound } from '#kernel/errors.ts';
import type { Scope } from '#kernel/server/context.ts';
import type { Reader } from '#kernel/server/db.ts';

export type Run = typeof importRuns.$inferSelect;

export async function getRun(db: Reader, scope: Scope, id: string): Promise<Run> {
	const [run] = await db
		.select()
		.from(importRuns)
		.where(and(eq(importRuns.id, id), eq(importRuns.scopeId, scope.id)));
	if (!run) throw new NotFound('not-found');
	return run;
}

/** The ways a school has kept of reading its lists. */
export const listProfiles = (db: Reader, scope: Scope) =>
	db
		.select({
			id: importProfiles.id,
			name: importProfiles.name,
			columns: importProfiles.columns,
			sheet: importProfiles.sheet
		})
		.from(importProfiles)
		.where(eq(importProfiles.scopeId, scope.id))
		.orderBy(importProfiles.name);
