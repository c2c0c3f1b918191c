import { loadCatalogue } from '#i18n/catalogue.ts';
import type { Context } from '#kernel/server/context.ts';
import type { Reader } from '#kernel/server/db.ts';
import type { Counted } from '../counts.ts';
import type { Speaker, View } from '../said.ts';
import { PAGE_SIZE, type Page } from '../paging.ts';
import { ORIGINS } from '../rules.ts';
import { isPartial, queryOf, type Sieve } from '../sieve.ts';
import { treeOf, withoutBareStubs } from '../thread.ts';
import type { PanelToRead } from './panel-to-read.ts';
import { Recent } from './recent.ts';
import { renderThread, type Pieces } from './render-thread.ts';
import { saidBy, type Audience } from './said-by.ts';
import { countsOf, pageOf, pagesInThreads, rowsOfList, rowsOfPage } from './thread-rows.ts';

/** One page of a panel, rendered, and what goes with it. */
export type RenderedThread = {
	readonly pieces: Pieces;
	readonly speakers: ReadonlyMap<string, Speaker>;
	readonly counts: readonly Counted[];
	/** From 1, and of how many. */
	readonly page: number;
	readonly of: number;
};

export type Wanted = {
	readonly panel: PanelToRead;
	readonly sieve: Sieve;
	readonly audience: Audience;
	readonly open: boolean;
	/** A contribution that must be on it: then it is its page, whatever was asked for. */
	readonly focus: string | null;
};

const KEPT = 50;
const layouts = new Recent<Layout>(KEPT);
const rendered = new Recent<RenderedThread>(KEPT);

/** How a panel is divided over pages, in one order and of one kind. */
type Layout = {
	readonly counts: readonly Counted[];
	/** Null for a list, which has no threads to keep together. */
	readonly pages: readonly Page[] | null;
	readonly of: number;
};

type Asker = Pick<Context, 'read' | 'scope' | 'locale'>;

/**
 * One page of a panel, rendered. It is made once for all who read it in one language, and again
 * when the panel's version has risen; the version is in the row of the panel, which every request
 * reads, so changes by other processes are seen.
 */
export async function threadOf(ctx: Asker, wanted: Wanted): Promise<RenderedThread> {
	const { panel, audience, open, focus } = wanted;
	// a contribution stands in its thread, whatever was left out of the list
	const sieve =
		focus === null ? wanted.sieve : { ...wanted.sieve, stance: null, origins: ORIGINS, page: 1 };
	const version = `${panel.id}/${String(panel.version)}`;
	const layout = await layouts.get(`${version}/${queryOf(sieve, 1)}`, () =>
		layOut(ctx.read, panel.id, sieve)
	);
	const asked =
		focus === null ? sieve.page : await pageOf(ctx.read, panel.id, layout.pages ?? [], focus);
	const page = Math.min(asked ?? 1, Math.max(layout.of, 1));
	const key = [version, ctx.locale, audience, open, queryOf(sieve, page)].join('/');
	return rendered.get(key, () =>
		makeThread(ctx, { panel, audience, open, layout, sieve: { ...sieve, page } })
	);
}

async function layOut(read: Reader, panelId: string, sieve: Sieve): Promise<Layout> {
	const counts = await countsOf(read, panelId);
	if (!isPartial(sieve)) {
		const pages = await pagesInThreads(read, panelId, sieve.sort);
		return { counts, pages, of: pages.length };
	}
	const total = counts
		.filter(({ origin }) => sieve.origins.includes(origin))
		.filter(({ stance }) => sieve.stance === null || stance === sieve.stance)
		.reduce((sum, { n }) => sum + n, 0);
	return { counts, pages: null, of: Math.ceil(total / PAGE_SIZE) };
}

async function makeThread(
	{ read, scope, locale }: Asker,
	{ panel, audience, open, layout, sieve }: Omit<Wanted, 'focus'> & { readonly layout: Layout }
): Promise<RenderedThread> {
	const { pages, counts, of } = layout;
	const { page } = sieve;
	const threads = pages?.[page - 1];
	const rows = threads
		? await rowsOfPage(read, panel.id, threads)
		: pages
			? []
			: await rowsOfList(read, panel.id, sieve);

	const here = new Set(pages ? rows.map(({ id }) => id) : []);
	const said = rows.map((row) => saidBy(row, audience, here));
	const view: View = {
		home: `/${scope.slug}`,
		year: panel.consultation.opensAt.getUTCFullYear(),
		open,
		query: sieve.sort === 'supported' ? '' : `sort=${sieve.sort}&`
	};
	const words = await loadCatalogue(locale);
	return {
		pieces: renderThread(words, withoutBareStubs(treeOf(said)), view, audience),
		speakers: new Map(said.flatMap((it) => (it.html === null ? [] : [[it.id, it]]))),
		counts,
		page,
		of
	};
}
