import { BLANK } from './methods/method.ts';
import type { Tally } from './tally.ts';

/** How the people of every channel (or group, or school) chose: the full table, not for publishing. */
export type Crosstab = {
	readonly columns: readonly { readonly id: string; readonly people: number }[];
	/** Options, "geen voorkeur" and blank; a count per column. */
	readonly rows: readonly { readonly id: string; readonly counts: readonly number[] }[];
	/** True when one person may be in several rows. */
	readonly several: boolean;
};

/** Puts the tallies of the parts of a box side by side; blank ballots get a row if there are any. */
export function crosstab(parts: readonly { id: string; tally: Tally }[]): Crosstab {
	const tallies = parts.map(({ tally }) => tally);
	const blank = { id: BLANK, counts: tallies.map((tally) => tally.blank) };
	const rows = (tallies[0]?.options ?? []).map(({ id }, index) => ({
		id,
		counts: tallies.map(({ options }) => options[index]?.count ?? 0)
	}));
	return {
		columns: parts.map(({ id, tally }) => ({ id, people: tally.ballots })),
		rows: blank.counts.some((count) => count > 0) ? [...rows, blank] : rows,
		several: tallies.some(({ ticks }) => ticks !== undefined)
	};
}
