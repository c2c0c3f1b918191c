/** How long a helpdesk can be used at most: a parent evening, with what comes before and after. */
export const OPEN_HOURS = 8;
/** How long it stays unlocked after the last thing that was done at it, in seconds. */
export const UNLOCKED_SECONDS = 120;
/** So often a wrong PIN may be tried in a row; then the helpdesk is over. */
export const PIN_TRIES = 5;
/** So many people are found at once. Whoever is not among them is looked for with more letters. */
export const MOST_FOUND = 10;

/** Whether a PIN is among those that are tried first: one digit over and over, or digits in a row. */
export function isGuessable(pin: string): boolean {
	const steps = Array.from(pin.slice(1), (digit, n) => Number(digit) - Number(pin.charAt(n)));
	const [first] = steps;
	return steps.every((step) => step === first) && [-1, 0, 1].includes(first ?? 0);
}
