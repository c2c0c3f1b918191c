import type { PollPart } from '../document.ts';
import { crosstab } from '#features/polls/crosstab.ts';
import { SMALLEST_CELL } from '#features/polls/hiding.ts';
import type { Equation, Reconciliation, Term } from '#features/polls/reconciliation.ts';
import { breakdown } from '#features/polls/suppression.ts';
import type { Tally } from '#features/polls/tally.ts';
import type { ThresholdRule } from '#features/polls/threshold.ts';
import { judge } from '#features/polls/verdict.ts';

type Asked = {
	readonly slug: string;
	readonly question: string;
	readonly method: string;
	readonly options: readonly { readonly id: string; readonly label: string }[];
};

/** A closed count with the books behind it. */
export type Counted = {
	readonly tally: Tally;
	readonly byChannel: Readonly<Record<string, Tally>>;
	readonly reconciliation: Reconciliation;
};

/**
 * The count of a poll as far as it may be shown: nothing of the outcome under five ballots, no cell
 * by channel from which a number under five can be computed.
 */
export function pollPart(
	poll: Asked,
	{ tally, byChannel, reconciliation }: Counted,
	units: number,
	threshold: unknown
): PollPart {
	const shown = tally.ballots >= SMALLEST_CELL;
	const parts = Object.entries(byChannel).map(([id, it]) => ({ id, tally: it }));
	const split = shown && parts.length > 1 ? breakdown(crosstab(parts)) : null;
	const rule = (threshold ?? { kind: 'none' }) as ThresholdRule;
	return {
		slug: poll.slug,
		question: poll.question,
		method: poll.method,
		options: poll.options.map(({ id, label }) => ({ id, label })),
		response: { part: tally.ballots, whole: units },
		tally: shown ? tally : null,
		breakdown: split,
		verdict: shown ? judge(rule, { units, tally }) : null,
		reconciliation: withoutSmallChannels(reconciliation),
		channels: split?.columns ?? [{ ids: parts.map(({ id }) => id), people: tally.ballots }]
	};
}

/** The equations as they may be shown: channels that brought fewer than five ballots together. */
function withoutSmallChannels({ holds, equations }: Reconciliation): Reconciliation {
	const shown = (equation: Equation): Equation =>
		equation.name === 'box' ? { ...equation, terms: together(equation.terms) } : equation;
	return { holds, equations: equations.map(shown) };
}

/** The smallest terms are one, of which the name is both names, until none is under five. */
function together(terms: readonly Term[]): readonly Term[] {
	const [least, next, ...others] = terms.toSorted((a, b) => a.value - b.value);
	if (!least || !next || least.value >= SMALLEST_CELL) return terms;
	const both = { name: `${least.name} ${next.name}`, value: least.value + next.value };
	return together([both, ...others]);
}
