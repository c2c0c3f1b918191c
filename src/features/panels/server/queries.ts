import { and, asc, count, eq, isNull, sql } from 'drizzle-orm';
import {
	getConsultation,
	getConsultationById,
	type Consultation
} from '#features/consultations/server/queries.ts';
import { consultations } from '#features/consultations/server/schema.ts';
import { Conflict, Invalid, NotFound } from '#kernel/errors.ts';
import type { Scope } from '#kernel/server/context.ts';
import type { Reader } from '#kernel/server/db.ts';
import { prepared } from '#kernel/server/prepared.ts';
import { ORIGINS, type Origin } from '../rules.ts';
import { contributionEdits, contributions, panels } from './schema.ts';

export type Panel = typeof panels.$inferSelect & {
	readonly scopeId: string;
	readonly consultation: Consultation;
};

const bySlug = prepared((db: Reader) =>
	db
		.select()
		.from(panels)
		.where(
			and(
				eq(panels.consultationId, sql.placeholder('consultationId')),
				eq(panels.slug, sql.placeholder('slug'))
			)
		)
		.prepare()
);

/** By the names in its address. */
export async function getPanel(
	db: Reader,
	scope: Scope,
	consultationSlug: string,
	panelSlug: string
): Promise<Panel> {
	const consultation = await getConsultation(db, scope, consultationSlug);
	const [panel] = await bySlug(db).all({ consultationId: consultation.id, slug: panelSlug });
	if (!panel) throw new NotFound('not-found');
	return { ...panel, scopeId: scope.id, consultation };
}

export type PanelSummary = typeof panels.$inferSelect & {
	/** How many contributions can be read, in all and by where they were said. */
	readonly total: number;
	readonly byOrigin: Readonly<Record<Origin, number>>;
};

/** What everybody may read of: not hidden, not withdrawn. */
const shown = and(isNull(contributions.hiddenAt), isNull(contributions.withdrawnAt));

/** The panels of a consultation, in order, with how much was said in each. */
export async function listPanels(db: Reader, consultationId: string): Promise<PanelSummary[]> {
	const rows = await db
		.select()
		.from(panels)
		.where(eq(panels.consultationId, consultationId))
		.orderBy(asc(panels.position), asc(panels.slug));
	const counted = await db
		.select({ panelId: contributions.panelId, origin: contributions.origin, n: count() })
		.from(contributions)
		.innerJoin(panels, eq(panels.id, contributions.panelId))
		.where(and(eq(panels.consultationId, consultationId), shown))
		.groupBy(contributions.panelId, contributions.origin);
	return rows.map((panel) => {
		const here = counted.filter(({ panelId }) => panelId === panel.id);
		const of = (origin: Origin) => here.find((it) => it.origin === origin)?.n ?? 0;
		const byOrigin = Object.fromEntries(ORIGINS.map((origin) => [origin, of(origin)]));
		return {
			...panel,
			total: here.reduce((sum, { n }) => sum + n, 0),
			byOrigin: byOrigin as Record<Origin, number>
		};
	});
}

export type Contribution = typeof contributions.$inferSelect & {
	readonly scopeId: string;
	readonly visibility: 'audience' | 'public';
	readonly panel: typeof panels.$inferSelect;
	readonly consultation: Consultation;
};

/** One contribution with where it stands, whatever became of it: commands and moderators only. */
export async function getContribution(db: Reader, scope: Scope, id: string): Promise<Contribution> {
	const [row] = await db
		.select({ contribution: contributions, panel: panels })
		.from(contributions)
		.innerJoin(panels, eq(panels.id, contributions.panelId))
		.innerJoin(consultations, eq(consultations.id, panels.consultationId))
		.where(and(eq(contributions.id, id), eq(consultations.scopeId, scope.id)));
	if (!row) throw new NotFound('not-found');
	const consultation = await getConsultationById(db, scope, row.panel.consultationId);
	const { contribution, panel } = row;
	const { visibility } = panel;
	return { ...contribution, scopeId: scope.id, visibility, panel, consultation };
}

/**
 * What a new contribution to this panel answers: null when it answers nothing. Conflict when that
 * has gone since the page was made.
 */
export async function answeredIn(db: Reader, panelId: string, id: string | null) {
	if (id === null) return null;
	const [answered] = await db
		.select({
			id: contributions.id,
			parentId: contributions.parentId,
			answersId: contributions.answersId,
			rootId: contributions.rootId,
			depth: contributions.depth,
			hiddenAt: contributions.hiddenAt,
			withdrawnAt: contributions.withdrawnAt
		})
		.from(contributions)
		.where(and(eq(contributions.id, id), eq(contributions.panelId, panelId)));
	if (!answered) throw new Invalid('input.invalid', { answers: 'field.choose' });
	if (answered.hiddenAt ?? answered.withdrawnAt) throw new Conflict('contribution.gone');
	return answered;
}

/** Everything that can be read in the panels of a consultation, with where it stands. */
export async function listContributions(db: Reader, consultationId: string) {
	return db
		.select({
			id: contributions.id,
			panel: { id: panels.id, slug: panels.slug, title: panels.title },
			parentId: contributions.parentId,
			answersId: contributions.answersId,
			rootId: contributions.rootId,
			depth: contributions.depth,
			displayName: contributions.displayName,
			namedAs: contributions.namedAs,
			badge: contributions.badge,
			badgeNote: contributions.badgeNote,
			official: contributions.official,
			stance: contributions.stance,
			origin: contributions.origin,
			sourceLabel: contributions.sourceLabel,
			body: contributions.body,
			html: contributions.html,
			language: contributions.language,
			translation: contributions.translation,
			createdAt: contributions.createdAt,
			editedAt: contributions.editedAt,
			supportCount: contributions.supportCount
		})
		.from(contributions)
		.innerJoin(panels, eq(panels.id, contributions.panelId))
		.where(and(eq(panels.consultationId, consultationId), shown))
		.orderBy(asc(panels.position), asc(contributions.createdAt), sql`${contributions}.rowid`);
}

/** What a contribution said before, the oldest first; nothing once it is hidden or withdrawn. */
export async function editsOf(db: Reader, contributionId: string) {
	return db
		.select({ body: contributionEdits.body, at: contributionEdits.at })
		.from(contributionEdits)
		.innerJoin(contributions, eq(contributions.id, contributionEdits.contributionId))
		.where(and(eq(contributionEdits.contributionId, contributionId), shown))
		.orderBy(asc(contributionEdits.at));
}
