import { oneSidedOrigin } from '../balance.ts';
import type { Filter } from '../filter.ts';
import { canMakeThemes } from '../rules.ts';
import { keyOf, type Source } from '../source.ts';
import { materialOf, themesIn, uncodedIn } from './queries.ts';
import { CHANNELS } from '#features/consultations/ground-rules.ts';
import { getConsultation } from '#features/consultations/server/queries.ts';
import { assertReadable } from '#features/consultations/server/readable.ts';
import type { Context } from '#kernel/server/context.ts';
import { authorize } from '#policy/authorize.ts';

/** How many pieces are on a page. */
export const PIECES = 50;

/** What the workbench shows of a piece. */
const shown = (it: Source) => ({
	key: keyOf(it),
	kind: it.kind,
	origin: it.origin,
	text: it.text,
	language: it.language,
	translation: it.translation,
	stance: it.stance,
	at: it.at,
	slug: it.slug,
	title: it.title,
	sourceLabel: it.sourceLabel,
	number: it.number,
	tableNumber: it.tableNumber,
	supportCount: it.supportCount,
	nodded: it.nodded
});

/** What the page for making themes shows: pieces, those without a theme first, and the themes. */
export async function showWorkbench(ctx: Context, consultationSlug: string, filter: Filter) {
	const consultation = await getConsultation(ctx.read, ctx.scope, consultationSlug);
	assertReadable(ctx, consultation);
	authorize(ctx, 'theme.edit', consultation);
	const material = await materialOf(ctx.read, consultation.id);
	const themes = themesIn(material);
	const all = [...material.sources.values()];
	const uncoded = new Set(uncodedIn(material.sources, material.links));
	const coded = all.filter((it) => !uncoded.has(it));

	const tags = new Map<string, { id: string; title: string; quoted: boolean }[]>();
	for (const { id, title, sources } of themes) {
		for (const source of sources) {
			const own = tags.get(keyOf(source)) ?? [];
			tags.set(keyOf(source), [...own, { id, title, quoted: source.quoted }]);
		}
	}
	const wanted = [...uncoded, ...coded].filter((it) => {
		if (filter.origin && it.origin !== filter.origin) return false;
		if (filter.theme === 'none') return uncoded.has(it);
		return !filter.theme || tags.get(keyOf(it))?.some(({ id }) => id === filter.theme);
	});
	const pages = Math.max(1, Math.ceil(wanted.length / PIECES));
	const page = Math.min(filter.page, pages);

	return {
		consultation: { slug: consultation.slug, title: consultation.title },
		filter: { ...filter, page },
		pieces: wanted.slice((page - 1) * PIECES, page * PIECES).map((it) => ({
			...shown(it),
			tags: tags.get(keyOf(it)) ?? []
		})),
		found: wanted.length,
		pages,
		progress: {
			coded: coded.length,
			all: all.length,
			uncoded: uncoded.size,
			byOrigin: CHANNELS.map((origin) => ({
				origin,
				coded: coded.filter((it) => it.origin === origin).length,
				all: all.filter((it) => it.origin === origin).length
			})).filter((it) => it.all > 0)
		},
		themes: themes.map(({ sources, ...theme }) => ({
			...theme,
			total: sources.length,
			oneSided: oneSidedOrigin(theme.counts) ?? null
		})),
		may: { edit: canMakeThemes(consultation, ctx.now) }
	};
}

export type Workbench = Awaited<ReturnType<typeof showWorkbench>>;
export type Piece = Workbench['pieces'][number];
export type WeighedTheme = Workbench['themes'][number];
