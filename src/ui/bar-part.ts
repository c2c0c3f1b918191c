import { length } from './length.ts';
import type { OriginKind } from './mark-kinds.ts';

/** A piece of a bar. `ink` is for a count without an origin; `word` is what is said of it below. */
export type BarPart = {
	origin: Exclude<OriginKind, 'school'> | 'ink';
	n: number;
	word?: string;
};

const solid: readonly BarPart['origin'][] = ['online', 'both', 'ink'];

/** Where each piece is drawn. An outlined one lies half its line inward, so that all end together. */
export function piecesOf(parts: readonly BarPart[], whole: number) {
	let before = 0;
	return parts
		.filter(({ n }) => n > 0)
		.map(({ origin, n }) => {
			const piece = {
				origin,
				x: length(before, whole),
				width: length(n, whole),
				inset: solid.includes(origin) ? 0 : 0.75
			};
			before += n;
			return piece;
		});
}
