/** What each of the books says, counted separately, so that they can disagree. */
export type Books = {
	/** Participation codes given out, and what became of them. */
	readonly issued: number;
	readonly used: number;
	readonly unused: number;
	readonly blocked: number;
	readonly replaced: number;

	/** Answers that came in by every channel, and what became of them. */
	readonly received: number;
	/** Ballots that carry a choice; "geen voorkeur" is one, blank is not. */
	readonly counted: number;
	readonly blank: number;
	readonly invalid: number;
	/** The code was used before. */
	readonly double: number;
	readonly late: number;
	/** There is no such code. */
	readonly unknown: number;

	/** Ballots in the box, by channel. */
	readonly ballotsByChannel: Readonly<Record<string, number>>;
	/** Those marked in the register as having taken part. */
	readonly participations: number;
	/** All options of the tally together. */
	readonly optionsTotal: number;
	/** Crosses on all ballots, where one ballot may carry several. */
	readonly ticks?: number;
};

/** Each is a key of the catalogue. */
export type EquationName = 'codes' | 'received' | 'box' | 'participations' | 'options' | 'ticks';

export type Term = { readonly name: string; readonly value: number };

export type Equation = {
	readonly name: EquationName;
	readonly left: number;
	readonly right: number;
	/** What the right side is the sum of, for printing the sum. */
	readonly terms: readonly Term[];
	readonly holds: boolean;
};

export type Reconciliation = { readonly holds: boolean; readonly equations: readonly Equation[] };

const sum = (terms: readonly Term[]) => terms.reduce((total, { value }) => total + value, 0);

function equation(
	name: EquationName,
	left: number,
	right: Readonly<Record<string, number>>
): Equation {
	const terms = Object.entries(right).map(([term, value]) => ({ name: term, value }));
	for (const value of [left, ...terms.map((term) => term.value)]) {
		if (!Number.isSafeInteger(value) || value < 0) throw new RangeError(`not a count: ${value}`);
	}
	return { name, left, right: sum(terms), terms, holds: left === sum(terms) };
}

/**
 * Whether the books of a poll agree; if not, its count may not be closed. One ballot taken away,
 * added or changed of channel shows in at least one equation.
 *
 * Example: 107 received are 102 counted, 0 blank, 1 invalid, 4 double, 0 late and 0 unknown.
 */
export function reconcile(books: Books): Reconciliation {
	const { counted, blank, optionsTotal } = books;
	const { used, unused, blocked, replaced } = books;
	const { invalid, double, late, unknown } = books;
	const ballots = Object.values(books.ballotsByChannel).reduce((total, count) => total + count, 0);

	const equations = [
		equation('codes', books.issued, { used, unused, blocked, replaced }),
		equation('received', books.received, { counted, blank, invalid, double, late, unknown }),
		equation('box', counted + blank, books.ballotsByChannel),
		equation('participations', books.participations, { ballots }),
		books.ticks === undefined
			? equation('options', ballots, { options: optionsTotal, blank })
			: equation('ticks', books.ticks, { options: optionsTotal })
	];
	return { holds: equations.every(({ holds }) => holds), equations };
}
