import { and, asc, eq, isNotNull } from 'drizzle-orm';
import { keyOf, type LinkedSource, type Source } from '../source.ts';
import { type Weight, weigh } from '../weigh.ts';
import { themeLinks, themes } from './schema.ts';
import { sourcesOf } from './sources.ts';
import { contributions, supports } from '#features/panels/server/schema.ts';
import { NotFound } from '#kernel/errors.ts';
import type { Reader } from '#kernel/server/db.ts';

export type ThemeRow = typeof themes.$inferSelect;
export type ThemeLink = typeof themeLinks.$inferSelect;

/** A theme with what belongs to it. What is hidden or withdrawn is left out, and counts nowhere. */
export type Theme = ThemeRow & Weight & { readonly sources: readonly LinkedSource[] };

/** A theme of this consultation. */
export async function getTheme(
	db: Reader,
	consultationId: string,
	themeId: string
): Promise<ThemeRow> {
	const [theme] = await db
		.select()
		.from(themes)
		.where(and(eq(themes.id, themeId), eq(themes.consultationId, consultationId)));
	if (!theme) throw new NotFound('not-found');
	return theme;
}

/** The themes as they were made, without what belongs to them. */
export async function themesOf(db: Reader, consultationId: string): Promise<ThemeRow[]> {
	return db
		.select()
		.from(themes)
		.where(eq(themes.consultationId, consultationId))
		.orderBy(asc(themes.position), asc(themes.id));
}

/** Every link of the themes of a consultation, also to what cannot be read now. */
export async function linksOf(db: Reader, consultationId: string): Promise<ThemeLink[]> {
	const rows = await db
		.select({ link: themeLinks })
		.from(themeLinks)
		.innerJoin(themes, eq(themes.id, themeLinks.themeId))
		.where(eq(themes.consultationId, consultationId))
		.orderBy(asc(themeLinks.linkedAt), asc(themeLinks.sourceKind), asc(themeLinks.sourceId));
	return rows.map(({ link }) => link);
}

type Row = { readonly of: string; readonly personId: string | null };

/** Who wrote and who supports what the themes of a consultation hold: by contribution and person. */
async function speakersOf(
	db: Reader,
	consultationId: string
): Promise<{ wrote: Row[]; supported: Row[] }> {
	const said = and(
		eq(themes.consultationId, consultationId),
		eq(themeLinks.sourceKind, 'contribution')
	);
	const wrote = await db
		.selectDistinct({ of: contributions.id, personId: contributions.authorId })
		.from(themeLinks)
		.innerJoin(themes, eq(themes.id, themeLinks.themeId))
		.innerJoin(contributions, eq(contributions.id, themeLinks.sourceId))
		.where(and(said, isNotNull(contributions.authorId)));
	const supported = await db
		.selectDistinct({ of: supports.contributionId, personId: supports.personId })
		.from(themeLinks)
		.innerJoin(themes, eq(themes.id, themeLinks.themeId))
		.innerJoin(supports, eq(supports.contributionId, themeLinks.sourceId))
		.where(said);
	return { wrote, supported };
}

/** Everything the themes of a consultation stand on, read once. */
export async function materialOf(db: Reader, consultationId: string) {
	const sources = await sourcesOf(db, consultationId);
	const links = await linksOf(db, consultationId);
	const rows = await themesOf(db, consultationId);
	const { wrote, supported } = await speakersOf(db, consultationId);
	return { sources, links, rows, wrote, supported };
}
type Material = Awaited<ReturnType<typeof materialOf>>;

/** The themes of a consultation, the one that most speak through first. */
export async function listThemes(db: Reader, consultationId: string): Promise<Theme[]> {
	return themesIn(await materialOf(db, consultationId));
}

export function themesIn({ sources, links, rows, wrote, supported }: Material): Theme[] {
	const linked = links.flatMap(({ themeId, quoted, sourceKind, sourceId }) => {
		const source = sources.get(keyOf({ kind: sourceKind, id: sourceId }));
		return source ? { themeId, source: { ...source, quoted } } : [];
	});
	const known = new Set(wrote.map((row) => row.of));

	const themed = rows.map((row): Theme => {
		const own = linked.flatMap(({ themeId, source }) => (themeId === row.id ? source : []));
		const ids = new Set(own.map(({ id }) => id));
		const among = (people: readonly Row[]) =>
			new Set(people.flatMap(({ of, personId }) => (personId && ids.has(of) ? personId : [])));
		const weight = weigh(
			own.map((source) => ({ ...source, known: known.has(source.id) })),
			{ writers: among(wrote), supporters: among(supported) }
		);
		return { ...row, ...weight, sources: own };
	});
	return themed.toSorted(
		(a, b) => b.voices - a.voices || b.sources.length - a.sources.length || a.position - b.position
	);
}

/** What can be read and belongs to no theme yet, in the order in which it was said per place. */
export async function uncodedSources(db: Reader, consultationId: string): Promise<Source[]> {
	const sources = await sourcesOf(db, consultationId);
	return uncodedIn(sources, await linksOf(db, consultationId));
}

export function uncodedIn(
	sources: ReadonlyMap<string, Source>,
	links: readonly ThemeLink[]
): Source[] {
	const coded = new Set(links.map((it) => keyOf({ kind: it.sourceKind, id: it.sourceId })));
	return [...sources.values()].filter((source) => !coded.has(keyOf(source)));
}
