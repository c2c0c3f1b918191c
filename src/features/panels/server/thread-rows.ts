import { and, asc, count, desc, eq, inArray, isNull, sql, type SQL } from 'drizzle-orm';
import { alias, type SQLiteColumn } from 'drizzle-orm/sqlite-core';
import { houseRules } from '#features/house-rules/server/schema.ts';
import type { Reader } from '#kernel/server/db.ts';
import type { Counted } from '../counts.ts';
import { PAGE_SIZE, pagesOf, type Page } from '../paging.ts';
import type { Sieve, Sort } from '../sieve.ts';
import { readingOrder, treeOf } from '../thread.ts';
import { contributions } from './schema.ts';

const shown = and(isNull(contributions.hiddenAt), isNull(contributions.withdrawnAt));
const answered = alias(contributions, 'answered');

/** A column of what can be read; null where the contribution is hidden or withdrawn. */
function readable<Column extends SQLiteColumn>(
	column: Column,
	of: typeof contributions | typeof answered = contributions
) {
	type Data = Column['_']['data'];
	const decode = (value: unknown) => column.mapFromDriverValue(value) as Data | null;
	return sql`case when ${of.hiddenAt} is null and ${of.withdrawnAt} is null then ${column} end`.mapWith(
		decode
	);
}

/** What readers get. The words of what is hidden, and whose they were, are not selected. */
const columns = {
	id: contributions.id,
	parentId: contributions.parentId,
	answersId: contributions.answersId,
	rootId: contributions.rootId,
	displayName: readable(contributions.displayName),
	namedAs: contributions.namedAs,
	badge: contributions.badge,
	badgeNote: readable(contributions.badgeNote),
	official: contributions.official,
	stance: readable(contributions.stance),
	origin: contributions.origin,
	sourceLabel: readable(contributions.sourceLabel),
	title: readable(contributions.title),
	html: readable(contributions.html),
	language: contributions.language,
	translation: readable(contributions.translation),
	createdAt: contributions.createdAt,
	editedAt: contributions.editedAt,
	withdrawnAt: contributions.withdrawnAt,
	hiddenAt: contributions.hiddenAt,
	hiddenRule: contributions.hiddenRule,
	hiddenReason: contributions.hiddenReason,
	/** The edition of the house rules that it was hidden by. */
	hiddenBy: { id: houseRules.id, rules: houseRules.rules },
	supportCount: contributions.supportCount,
	importId: contributions.importId,
	answered: {
		id: answered.id,
		displayName: readable(answered.displayName, answered),
		namedAs: answered.namedAs,
		badge: answered.badge,
		withdrawnAt: answered.withdrawnAt,
		hiddenAt: answered.hiddenAt
	}
};

const rows = (db: Reader) =>
	db
		.select(columns)
		.from(contributions)
		.leftJoin(houseRules, eq(houseRules.id, contributions.hiddenEdition))
		.leftJoin(
			answered,
			eq(answered.id, sql`coalesce(${contributions.answersId}, ${contributions.parentId})`)
		);

export type ThreadRow = Awaited<ReturnType<typeof rows>>[number];

/** The order in which rows came breaks a tie: times of an import go by the minute. */
const arrival = sql`${contributions}.rowid`;
const byTime = [asc(contributions.createdAt), arrival];
const orders: Record<Sort, SQL[]> = {
	supported: [desc(contributions.supportCount), ...byTime],
	newest: [desc(contributions.createdAt), sql`${arrival} desc`],
	oldest: byTime
};

/** The pages of a panel in threads: which thread stands where. Reads indexes, not contributions. */
export async function pagesInThreads(db: Reader, panelId: string, sort: Sort): Promise<Page[]> {
	const sizes = await db
		.select({ rootId: contributions.rootId, size: count() })
		.from(contributions)
		.where(eq(contributions.panelId, panelId))
		.groupBy(contributions.rootId);
	const sizeOf = new Map(sizes.map(({ rootId, size }) => [rootId, size]));
	const tops = await db
		.select({ id: contributions.id, withdrawnAt: contributions.withdrawnAt })
		.from(contributions)
		.where(and(eq(contributions.panelId, panelId), eq(contributions.depth, 1)))
		.orderBy(...orders[sort]);
	const threads = tops.map(({ id, withdrawnAt }) => ({
		id,
		withdrawnAt,
		size: sizeOf.get(id) ?? 1
	}));
	return pagesOf(threads.filter(({ size, withdrawnAt }) => size > 1 || withdrawnAt === null));
}

/** A thread in the order in which it is read, as ids. */
async function readingOrderOf(db: Reader, panelId: string, rootId: string): Promise<string[]> {
	const all = await db
		.select({ id: contributions.id, parentId: contributions.parentId })
		.from(contributions)
		.where(and(eq(contributions.panelId, panelId), eq(contributions.rootId, rootId)))
		.orderBy(...byTime);
	return readingOrder(treeOf(all)).map(({ id }) => id);
}

/** The contributions of one page: thread after thread, within each by time. */
export async function rowsOfPage(db: Reader, panelId: string, page: Page): Promise<ThreadRow[]> {
	const here = eq(contributions.panelId, panelId);
	const { threads, part } = page;
	if (part) {
		const ids = await readingOrderOf(db, panelId, threads[0] ?? '');
		return rows(db)
			.where(and(here, inArray(contributions.id, ids.slice(part.from, part.to))))
			.orderBy(...byTime);
	}
	const found = await rows(db)
		.where(and(here, inArray(contributions.rootId, [...threads])))
		.orderBy(...byTime);
	const nth = new Map(threads.map((id, place) => [id, place]));
	const placeOf = (row: ThreadRow) => nth.get(row.rootId) ?? threads.length;
	return found.toSorted((a, b) => placeOf(a) - placeOf(b));
}

/** On which of the pages a contribution stands, from 1; undefined when it is not in the panel. */
export async function pageOf(
	db: Reader,
	panelId: string,
	pages: readonly Page[],
	id: string
): Promise<number | undefined> {
	const [row] = await db
		.select({ rootId: contributions.rootId })
		.from(contributions)
		.where(and(eq(contributions.id, id), eq(contributions.panelId, panelId)));
	if (!row) return undefined;
	const first = pages.findIndex(({ threads }) => threads.includes(row.rootId));
	if (first < 0) return undefined;
	if (!pages[first]?.part) return first + 1;
	const place = (await readingOrderOf(db, panelId, row.rootId)).indexOf(id);
	return first + 1 + Math.floor(place / PAGE_SIZE);
}

/** One page of a part of a panel, in a single list. */
export async function rowsOfList(db: Reader, panelId: string, sieve: Sieve): Promise<ThreadRow[]> {
	const { stance, origins, sort, page } = sieve;
	return rows(db)
		.where(
			and(
				eq(contributions.panelId, panelId),
				shown,
				inArray(contributions.origin, [...origins]),
				stance ? eq(contributions.stance, stance) : undefined
			)
		)
		.orderBy(...orders[sort])
		.limit(PAGE_SIZE)
		.offset((page - 1) * PAGE_SIZE);
}

/** How much can be read, by what it is and by where it was said. */
export async function countsOf(db: Reader, panelId: string): Promise<Counted[]> {
	return db
		.select({ stance: contributions.stance, origin: contributions.origin, n: count() })
		.from(contributions)
		.where(and(eq(contributions.panelId, panelId), shown))
		.groupBy(contributions.stance, contributions.origin);
}
