const LONGEST_MINUTES = 60;

/** How long to wait after this many tries that failed: 1, 2, 4, … minutes, and at most an hour. */
export const minutesToWait = (attempts: number): number =>
	Math.min(2 ** Math.max(attempts - 1, 0), LONGEST_MINUTES);
