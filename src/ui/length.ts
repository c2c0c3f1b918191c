/**
 * A length in a drawing, as a share of the whole: `31.11%`. Rounded down to a hundredth and never
 * longer than the whole. Only for lines and bars; a share that people read is counted, not drawn.
 */
export function length(part: number, whole: number): `${number}%` {
	if (whole <= 0 || part <= 0) return '0%';
	return `${Math.floor((Math.min(part, whole) * 10_000) / whole) / 100}%`;
}
