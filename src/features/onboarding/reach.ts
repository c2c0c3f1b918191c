import { breakdown } from '#features/polls/suppression.ts';
import { daysBetween, type Day } from '#kernel/time.ts';

/** How far parents came: took part or wrote, came in without that, or were invited and no more. */
export const STEPS = ['active', 'opened', 'invited'] as const;
export type Step = (typeof STEPS)[number];

/** How many parents of each step: nobody is in two. */
export type Counts = Readonly<Record<Step, number>>;

/** A group, a school or a way to be reached, with everybody in it: not for showing. */
export type Part = { readonly id: string; readonly counts: Counts };

/** What may be shown of parts: small ones taken together, and small numbers hidden. */
export type ShownPart = {
	readonly ids: readonly string[];
	readonly invited: number;
	/** Null: hidden, for it is under five or would give such a number away. */
	readonly counts: Readonly<Record<Step, number | null>>;
};

/** Four in five, within thirty days after the first invitation (features.md, A4.36). */
export const GOAL = { percent: 80, days: 30 } as const;

export type Reach = {
	/** Everybody who was invited. */
	readonly invited: number;
	/** Of those: who came in, active or not. */
	readonly opened: number;
	readonly active: number;
	readonly reached: boolean;
	/** How many more make the goal; 0 when it is reached. */
	readonly missing: number;
	/** Days since the first invitation, that day being 1; null before there was one. */
	readonly day: number | null;
};

const sizeOf = (counts: Counts): number => STEPS.reduce((sum, step) => sum + counts[step], 0);

/** Exact: compares whole numbers. Nobody invited is no goal reached. */
export function reachOf(counts: Counts, first: Day | null, today: Day): Reach {
	const invited = sizeOf(counts);
	const needed = Math.ceil((invited * GOAL.percent) / 100);
	return {
		invited,
		opened: counts.active + counts.opened,
		active: counts.active,
		reached: invited > 0 && counts.active >= needed,
		missing: Math.max(0, needed - counts.active),
		day: first === null ? null : daysBetween(first, today) + 1
	};
}

/**
 * The parts as they may be shown beside the totals: nobody can find out of fewer than five parents
 * how far they came. Empty when that leaves nothing. Parts without anybody are left out.
 */
export function shownParts(parts: readonly Part[]): readonly ShownPart[] {
	const filled = parts.filter(({ counts }) => sizeOf(counts) > 0);
	const table = breakdown({
		columns: filled.map(({ id, counts }) => ({ id, people: sizeOf(counts) })),
		rows: STEPS.map((step) => ({ id: step, counts: filled.map(({ counts }) => counts[step]) })),
		several: false
	});
	if (!table || table.columns.length < 2) return [];
	const cell = (step: Step, column: number) =>
		table.rows.find(({ ids }) => ids.length === 1 && ids[0] === step)?.cells[column] ?? null;
	return table.columns.map(({ ids, people }, column) => ({
		ids,
		invited: people,
		counts: {
			active: cell('active', column),
			opened: cell('opened', column),
			invited: cell('invited', column)
		}
	}));
}

/** Of what is shown: which parts are below the goal, the one that misses most first. */
export function behind(parts: readonly ShownPart[]): readonly ShownPart[] {
	const missing = ({ invited, counts }: ShownPart) =>
		counts.active === null ? 0 : Math.ceil((invited * GOAL.percent) / 100) - counts.active;
	return parts.filter((part) => missing(part) > 0).toSorted((a, b) => missing(b) - missing(a));
}
