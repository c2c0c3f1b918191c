import type { Tally } from './tally.ts';
import {
	needed,
	shortBy,
	type Condition,
	type Threshold,
	type ThresholdRule
} from './threshold.ts';

/** What the rule is held against: how many could take part, and what they chose. */
export type Outcome = { readonly units: number; readonly tally: Tally };

/** One limit held against the outcome, with the numbers to print. */
export type Part = {
	readonly threshold: Threshold;
	readonly met: boolean;
	/** 58 of 98: the counts, not in lowest terms. */
	readonly numerator: number;
	readonly denominator: number;
	/** The option or options with that count; empty when it is about the response. */
	readonly options: readonly string[];
	readonly needed: number;
	/** How many more were needed; 0 when it is met. */
	readonly shortBy: number;
};

export type Verdict = {
	/** Null when it was agreed that there is no limit: then nothing is met or missed. */
	readonly met: boolean | null;
	/** Every limit in the rule, in the order it was agreed, also where it made no difference. */
	readonly parts: readonly Part[];
};

/** The option named by the limit, or else those that are most chosen. */
function standing(
	{ option }: Threshold,
	tally: Tally
): { count: number; options: readonly string[] } {
	const options = option === undefined ? (tally.order[0]?.options ?? []) : [option];
	const count = tally.options.find(({ id }) => id === options[0])?.count ?? 0;
	return { count, options };
}

function partOf(limit: Threshold, { units, tally }: Outcome): Part {
	const { count, options } =
		limit.about === 'response' ? { count: tally.ballots, options: [] } : standing(limit, tally);
	const of = { units, ballots: tally.ballots, preference: tally.preference }[limit.of];
	const missing = shortBy(limit, of, count);
	return {
		threshold: limit,
		met: missing === 0,
		numerator: count,
		denominator: of,
		options,
		needed: needed(limit, of),
		shortBy: missing
	};
}

function hold(rule: Condition, outcome: Outcome): { met: boolean; parts: Part[] } {
	if ('kind' in rule) {
		const part = partOf(rule, outcome);
		return { met: part.met, parts: [part] };
	}
	const held = ('all' in rule ? rule.all : rule.any).map((inner) => hold(inner, outcome));
	return {
		met: 'all' in rule ? held.every(({ met }) => met) : held.some(({ met }) => met),
		parts: held.flatMap(({ parts }) => parts)
	};
}

/**
 * Holds the frozen rule against the outcome, exactly and before any rounding: 49,96 % is shown as
 * 50,0 % and is still less than half.
 *
 * Example: 102 of 148 meets "at least 60 % of the units"; 58 of 98 does not meet "more than 60 %
 * of the preference", for which 59 were needed. With both asked for, the rule is not met.
 */
export function judge(rule: ThresholdRule, outcome: Outcome): Verdict {
	if ('kind' in rule && rule.kind === 'none') return { met: null, parts: [] };
	return hold(rule, outcome);
}
