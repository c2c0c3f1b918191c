import type { Counts } from './reach.ts';

/** How far it is with somebody in charge of a school: came in, was asked and did not yet, nobody. */
export const ADMINISTRATORS = ['in', 'invited', 'none'] as const;
export type Administrator = (typeof ADMINISTRATORS)[number];

/** Of fewer nobody tells how far they came. */
const FEW = 5;
const isTold = (n: number) => n === 0 || n >= FEW;

/** How many, or null where so few are meant that it is not told. */
export const toldNumber = (n: number): number | null => (isTold(n) ? n : null);

/**
 * Which part of the invited parents is active; null where it is not told, since either of the two
 * would be fewer than five, or nobody was invited.
 */
export function toldShare(
	counts: Counts
): { readonly part: number; readonly whole: number } | null {
	const rest = counts.opened + counts.invited;
	const whole = counts.active + rest;
	if (whole < FEW || !isTold(counts.active) || !isTold(rest)) return null;
	return { part: counts.active, whole };
}
