import type { ModerationPart } from '../document.ts';
import { citedRule } from '#features/house-rules/cited.ts';

type Counted = {
	/** The number of the house rule that they were hidden by; null for what can be read. */
	readonly rule: number | null;
	/** The edition of the house rules in which it has that number. */
	readonly edition: { readonly id: string; readonly rules: readonly string[] } | null;
	readonly count: number;
};

const sum = (of: readonly { readonly count: number }[]) =>
	of.reduce((total, { count }) => total + count, 0);

/**
 * How many contributions were hidden, by which rules. A rule that stood in several editions under
 * the same number and in the same words is one.
 */
export function moderationPart(counted: readonly Counted[]): ModerationPart {
	const hidden = counted.flatMap(({ rule, edition, count }) =>
		rule === null ? [] : [{ rule, words: citedRule(edition, rule).words, count }]
	);
	const same = Map.groupBy(hidden, ({ rule, words }) => `${String(rule)} ${words}`);
	return {
		contributions: sum(counted),
		hidden: sum(hidden),
		byRule: [...same.values()]
			.flatMap((all) => all.slice(0, 1).map((it) => ({ ...it, count: sum(all) })))
			.toSorted((a, b) => a.rule - b.rule || (a.words < b.words ? -1 : 1))
	};
}
