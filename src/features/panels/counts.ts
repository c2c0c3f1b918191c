import { ORIGINS, STANCES, type Origin, type Stance } from './rules.ts';

/** How many contributions there are of one stance from one origin. */
export type Counted = {
	readonly stance: Stance | null;
	readonly origin: Origin;
	readonly n: number;
};

export type Counts = {
	readonly total: number;
	readonly stances: readonly { readonly stance: Stance; readonly n: number }[];
	readonly origins: readonly { readonly origin: Origin; readonly n: number }[];
};

/** What can be read, added up by what it is and by where it was said. */
export function addedUp(counted: readonly Counted[]): Counts {
	const sum = (of: readonly Counted[]) => of.reduce((total, { n }) => total + n, 0);
	return {
		total: sum(counted),
		stances: STANCES.map((stance) => ({
			stance,
			n: sum(counted.filter((it) => it.stance === stance))
		})),
		origins: ORIGINS.map((origin) => ({
			origin,
			n: sum(counted.filter((it) => it.origin === origin))
		}))
	};
}
