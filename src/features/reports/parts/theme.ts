import type { Quote, Source as ReportSource, ThemePart } from '../document.ts';
import type { LinkedSource } from '#features/themes/source.ts';
import type { Theme } from '#features/themes/server/queries.ts';

const sourceOf = ({ kind, id, origin, slug, title, number }: LinkedSource): ReportSource => ({
	kind,
	id,
	origin,
	slug,
	title,
	number
});

/**
 * "een ouder", "tafel 3" or "formulier 14": who said it, as far as a report may tell. What a parent
 * put beside their role is for those who talk along; in public it could say who they are.
 */
function speaker({ tableNumber, sourceLabel }: LinkedSource): string {
	if (tableNumber !== null) return `tafel ${String(tableNumber)}`;
	return sourceLabel ?? 'een ouder';
}

/** The words in Dutch, where they were said in another language and somebody translated them. */
const inDutch = ({ language, translation }: LinkedSource): string | null =>
	language !== 'nl' && translation?.language === 'nl' ? translation.text : null;

function quoteOf(source: LinkedSource): Quote {
	const { origin, text, language } = source;
	return {
		origin,
		text,
		language,
		translation: inDutch(source),
		by: speaker(source),
		source: sourceOf(source)
	};
}

/** Leaves out what nobody said, so that a figure of a theme is never a nought. */
function present<Key extends string>(counts: Readonly<Record<Key, number>>) {
	const entries = Object.entries(counts) as [Key, number][];
	return Object.fromEntries(entries.filter(([, n]) => n > 0)) as Partial<Record<Key, number>>;
}

/** A theme with its summary, what it weighs, its quotes, and the way to every source. */
export function themePart(theme: Theme): ThemePart {
	const { id, title, summary, minority, support, nodded, sources } = theme;
	return {
		id,
		title,
		summary,
		minority,
		counts: present(theme.counts),
		stances: present(theme.stances),
		support,
		nodded,
		quotes: sources.filter(({ quoted }) => quoted).map(quoteOf),
		sources: sources.map(sourceOf)
	};
}
