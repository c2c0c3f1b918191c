import type { Channel } from '#features/consultations/ground-rules.ts';
import type { Source } from './source.ts';

export type Weight = {
	/** Sources by where they came from. */
	readonly counts: Readonly<Record<Channel, number>>;
	readonly stances: Readonly<Record<'for' | 'against' | 'question' | 'idea', number>>;
	/** People who support at least one of the contributions, each once. */
	readonly support: number;
	/** Nods at the tables, added up: nobody knows who nodded, so nobody can be counted once. */
	readonly nodded: number;
	/** Stands for how many speak through the theme; what themes are ordered by. */
	readonly voices: number;
};

/** Who wrote and who supported contributions of one theme, known by an id. */
export type Speakers = {
	readonly writers: ReadonlySet<string>;
	readonly supporters: ReadonlySet<string>;
};

/**
 * What weight a theme has. Its voices are the people who wrote or support (each once, also who does
 * both, or supports two contributions), the contributions without an account, and of every note
 * those who nodded, or one.
 *
 * Example: Anna writes two contributions, Bas and Anna support both; a form on paper; a note to
 * which 5 nodded, and one to which nobody counted. Support 2, nodded 5, voices 2 + 1 + 5 + 1 = 9.
 */
export function weigh(
	sources: readonly (Pick<Source, 'kind' | 'origin' | 'stance' | 'nodded'> & {
		/** Written by somebody with an account. */
		readonly known: boolean;
	})[],
	{ writers, supporters }: Speakers
): Weight {
	const counts = { online: 0, paper: 0, evening: 0, phone: 0 };
	const stances = { for: 0, against: 0, question: 0, idea: 0 };
	let nodded = 0;
	let voices = writers.union(supporters).size;
	for (const source of sources) {
		counts[source.origin] += 1;
		if (source.stance) stances[source.stance] += 1;
		nodded += source.nodded ?? 0;
		if (source.kind === 'note') voices += Math.max(1, source.nodded ?? 0);
		else if (!source.known) voices += 1;
	}
	return { counts, stances, support: supporters.size, nodded, voices };
}
