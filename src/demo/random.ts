/** Whole numbers from 0 up to `below`, each as likely. */
export type Random = (below: number) => number;

/** The same numbers for the same seed, on every machine (mulberry32). */
export function randomFrom(seed: number): Random {
	let state = seed;
	return (below) => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
	};
}

/** The same items in another order (Fisher and Yates). */
export function shuffled<Item>(items: readonly Item[], random: Random): Item[] {
	const left = [...items];
	const drawn: Item[] = [];
	while (left.length > 0) drawn.push(...left.splice(random(left.length), 1));
	return drawn;
}
