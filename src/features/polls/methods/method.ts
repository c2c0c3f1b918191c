import type * as v from 'valibot';
import type { Tally } from '#features/polls/tally.ts';

export type Option = {
	/** Short and lasting, chosen when the poll is made: `a`, `b`. Never the word `blank`. */
	readonly id: string;
	readonly label: string;
	/** "Geen voorkeur": takes part, but is not in the running and not in the preference. */
	readonly noPreference?: boolean;
	readonly hint?: string;
};

/** What a method lets the maker of a poll decide, as whole numbers. */
export type Settings = Readonly<Record<string, number>>;

/** As much of a poll as counting needs. */
export type PollShape = {
	readonly options: readonly Option[];
	readonly settings: Settings;
};

/** What a form brings in the field `choice` when somebody leaves the ballot blank on purpose. */
export const BLANK = 'blank';

/**
 * One way of voting: what a voter hands in, what of that is valid, and how it is counted.
 *
 * A ballot is small plain JSON. `count` is pure and exact, and knows nobody. The order of the
 * ballots never matters, nor do the names of the options; `contract.ts` holds every method to that.
 */
export type CountingMethod<Ballot = unknown> = {
	readonly id: string;
	/** What a poll of this kind must settle before it opens. */
	readonly settings: v.GenericSchema<unknown, Settings>;
	/** Takes from the form what the voter handed in, unchecked. */
	read(form: FormData): unknown;
	/** What is a valid ballot in this poll. Its messages are keys of `reasons`. */
	ballot(poll: PollShape): v.GenericSchema<unknown, Ballot>;
	count(ballots: readonly Ballot[], poll: PollShape): Tally;
};
