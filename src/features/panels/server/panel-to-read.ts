import { and, eq, getTableColumns, sql } from 'drizzle-orm';
import type { Moments } from '#features/consultations/rules.ts';
import { momentsFrom } from '#features/consultations/server/moments.ts';
import { consultations, groundRules } from '#features/consultations/server/schema.ts';
import { NotFound } from '#kernel/errors.ts';
import type { Scope } from '#kernel/server/context.ts';
import type { Reader } from '#kernel/server/db.ts';
import { prepared } from '#kernel/server/prepared.ts';
import { panels } from './schema.ts';

const byAddress = prepared((db: Reader) =>
	db
		.select({
			panel: getTableColumns(panels),
			consultation: {
				slug: consultations.slug,
				title: consultations.title,
				...momentsFrom(db)
			}
		})
		.from(panels)
		.innerJoin(consultations, eq(consultations.id, panels.consultationId))
		.innerJoin(groundRules, eq(groundRules.consultationId, consultations.id))
		.where(
			and(
				eq(consultations.scopeId, sql.placeholder('scopeId')),
				eq(consultations.slug, sql.placeholder('consultation')),
				eq(panels.slug, sql.placeholder('panel'))
			)
		)
		.prepare()
);

/** A panel with what its page needs of the consultation. */
export type PanelToRead = typeof panels.$inferSelect & {
	readonly scopeId: string;
	readonly consultation: Moments & { readonly slug: string; readonly title: string };
};

/** By the names in its address, in one prepared query: the page of a panel is read most of all. */
export async function getPanelToRead(
	db: Reader,
	scope: Scope,
	consultation: string,
	panel: string
): Promise<PanelToRead> {
	const row = await byAddress(db).get({ scopeId: scope.id, consultation, panel });
	if (!row) throw new NotFound('not-found');
	return { ...row.panel, scopeId: scope.id, consultation: row.consultation };
}
