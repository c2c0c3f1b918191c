import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import { keyOf, type Source, type SourceName } from '../source.ts';
import { evenings, tableNotes } from '#features/evenings/server/schema.ts';
import { listContributions } from '#features/panels/server/queries.ts';
import { contributions, panels } from '#features/panels/server/schema.ts';
import { Conflict, NotFound } from '#kernel/errors.ts';
import type { Reader } from '#kernel/server/db.ts';

/** What somebody says as staff, council or moderator is read, but it is no voice of parents. */
async function fromPanels(db: Reader, consultationId: string): Promise<Source[]> {
	const rows = await listContributions(db, consultationId);
	return rows
		.filter((row) => row.badge === 'parent' && !row.official)
		.map((row) => ({
			kind: 'contribution',
			id: row.id,
			origin: row.origin,
			text: row.body,
			html: row.html,
			language: row.language,
			translation: row.translation,
			stance: row.stance,
			at: row.createdAt,
			slug: row.panel.slug,
			title: row.panel.title,
			displayName: row.displayName,
			badge: row.badge,
			sourceLabel: row.sourceLabel,
			supportCount: row.supportCount,
			number: null,
			tableNumber: null,
			nodded: null
		}));
}

async function fromEvenings(db: Reader, consultationId: string): Promise<Source[]> {
	const rows = await db
		.select({ note: tableNotes, slug: evenings.slug, title: evenings.title })
		.from(tableNotes)
		.innerJoin(evenings, eq(evenings.id, tableNotes.eveningId))
		.where(and(eq(evenings.consultationId, consultationId), isNull(tableNotes.withdrawnAt)))
		.orderBy(asc(evenings.startsAt), asc(evenings.id), asc(tableNotes.number));
	return rows.map(({ note, slug, title }) => ({
		kind: 'note',
		id: note.id,
		origin: 'evening',
		text: note.body,
		html: null,
		language: note.language,
		translation: note.translation,
		stance: note.stance,
		at: note.createdAt,
		slug,
		title,
		displayName: null,
		badge: null,
		sourceLabel: null,
		supportCount: null,
		number: note.number,
		tableNumber: note.tableNumber,
		nodded: note.nodded
	}));
}

/** Everything that can be read in a consultation and may belong to a theme, by `keyOf`. */
export async function sourcesOf(
	db: Reader,
	consultationId: string
): Promise<ReadonlyMap<string, Source>> {
	const said = await fromPanels(db, consultationId);
	const noted = await fromEvenings(db, consultationId);
	return new Map([...said, ...noted].map((source) => [keyOf(source), source]));
}

/**
 * Which of these are of this consultation, by `keyOf`; and of those, whether they can be read: true
 * unless hidden or withdrawn.
 */
export async function placedOf(
	db: Reader,
	consultationId: string,
	sources: readonly SourceName[]
): Promise<ReadonlyMap<string, boolean>> {
	const ids = (kind: SourceName['kind']) =>
		sources.filter((it) => it.kind === kind).map(({ id }) => id);
	const said = await db
		.select({
			id: contributions.id,
			hiddenAt: contributions.hiddenAt,
			withdrawnAt: contributions.withdrawnAt
		})
		.from(contributions)
		.innerJoin(panels, eq(panels.id, contributions.panelId))
		.where(
			and(
				inArray(contributions.id, ids('contribution')),
				eq(panels.consultationId, consultationId),
				eq(contributions.badge, 'parent'),
				eq(contributions.official, false)
			)
		);
	const noted = await db
		.select({ id: tableNotes.id, withdrawnAt: tableNotes.withdrawnAt })
		.from(tableNotes)
		.innerJoin(evenings, eq(evenings.id, tableNotes.eveningId))
		.where(and(inArray(tableNotes.id, ids('note')), eq(evenings.consultationId, consultationId)));
	return new Map([
		...said.map(
			(it) =>
				[keyOf({ kind: 'contribution', id: it.id }), !(it.hiddenAt ?? it.withdrawnAt)] as const
		),
		...noted.map((it) => [keyOf({ kind: 'note', id: it.id }), !it.withdrawnAt] as const)
	]);
}

/** Throws NotFound for a source of elsewhere, and Conflict for one that was hidden or withdrawn. */
export async function assertStanding(
	db: Reader,
	consultationId: string,
	sources: readonly SourceName[]
): Promise<void> {
	const placed = await placedOf(db, consultationId, sources);
	if (sources.some((it) => !placed.has(keyOf(it)))) throw new NotFound('not-found');
	if ([...placed.values()].includes(false)) throw new Conflict('theme.source-gone');
}
