import { Fraction, type Exact } from '#kernel/exact.ts';

export type OptionTally = {
	readonly id: string;
	/** How many people chose it. */
	readonly count: number;
	/** Part of all ballots, blank ones too. Null when the box is empty. */
	readonly share: Exact | null;
	/** Part of the ballots with a preference. Null when there are none, and for "geen voorkeur". */
	readonly shareOfPreference: Exact | null;
};

/** Options with the same count share a place, and the next place is skipped: 1, 1, 3. */
export type Place = { readonly place: number; readonly options: readonly string[] };

/** What was in the box: exact, plain JSON, and without anybody. */
export type Tally = {
	/** Every ballot in the box, blank ones too: the n of the percentages. */
	readonly ballots: number;
	readonly blank: number;
	/** Ballots that say "geen voorkeur". */
	readonly noPreference: number;
	/** Ballots that are neither blank nor "geen voorkeur". */
	readonly preference: number;
	/** Crosses put, where one ballot may carry several: more than people. */
	readonly ticks?: number;
	/** Every option, in the order of the poll. */
	readonly options: readonly OptionTally[];
	/** The options that are in the running, most chosen first; a tie is a shared place. */
	readonly order: readonly Place[];
};

/** What a method has counted; `counts` is people per option id. */
export type Counted = {
	readonly ballots: number;
	readonly blank: number;
	readonly ticks?: number;
	readonly counts: ReadonlyMap<string, number>;
};

type Countable = { readonly id: string; readonly noPreference?: boolean };

const part = (count: number, whole: number): Exact | null =>
	whole === 0 ? null : new Fraction(count, whole).toString();

function placesOf(standings: readonly { id: string; count: number }[]): Place[] {
	const counts = [...new Set(standings.map(({ count }) => count))].toSorted((a, b) => b - a);
	return counts.map((count) => ({
		place: 1 + standings.filter((other) => other.count > count).length,
		options: standings.filter((other) => other.count === count).map(({ id }) => id)
	}));
}

/**
 * Makes the tally of what was counted. Example: options a, b and d ("geen voorkeur") with 3, 1 and
 * 1 people and 1 blank ballot give a 1/2 of 6 ballots, and 3/4 of 4 with a preference.
 */
export function tallyOf(counted: Counted, options: readonly Countable[]): Tally {
	const { ballots, blank, counts, ...rest } = counted;
	const standings = options.map((option) => ({
		id: option.id,
		running: option.noPreference !== true,
		count: counts.get(option.id) ?? 0
	}));
	const noPreference = standings
		.filter(({ running }) => !running)
		.reduce((sum, { count }) => sum + count, 0);
	const preference = ballots - blank - noPreference;

	return {
		ballots,
		blank,
		noPreference,
		preference,
		...rest,
		options: standings.map(({ id, count, running }) => ({
			id,
			count,
			share: part(count, ballots),
			shareOfPreference: running ? part(count, preference) : null
		})),
		order: placesOf(standings.filter(({ running }) => running))
	};
}
