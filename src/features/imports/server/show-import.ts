import { and, desc, eq, gt, inArray, or } from 'drizzle-orm';
import { authorizeImport } from './at-school.ts';
import { listProfiles } from './queries.ts';
import { importRuns } from './schema.ts';
import type { Context } from '#kernel/server/context.ts';

/** What the page for bringing in lists begins with. */
export async function showImport(ctx: Context) {
	const { read, scope, now } = ctx;
	authorizeImport(ctx);
	const profiles = await listProfiles(read, scope);
	const [open] = await read
		.select({ id: importRuns.id })
		.from(importRuns)
		.where(
			and(
				eq(importRuns.scopeId, scope.id),
				inArray(importRuns.state, ['reading', 'ready', 'applying']),
				// what broke off is over
				or(eq(importRuns.state, 'ready'), gt(importRuns.heldUntil, now))
			)
		)
		.orderBy(desc(importRuns.beganAt))
		.limit(1);
	return {
		here: { slug: scope.slug, name: scope.name, kind: scope.kind },
		profiles: profiles.map(({ id, name }) => ({ id, name })),
		/** A list that was begun and not finished. */
		open: open?.id ?? null
	};
}
