import { Fraction, type Exact } from '#kernel/exact.ts';

export type Percentage = {
	/** Tenths of a percent, as shown: 569 is 56,9 %. */
	readonly tenths: number;
	readonly exact: Exact;
};

/** Why percentages that belong together do not add up to 100,0, and to what they do. */
export type SumNote = { readonly kind: 'rounding' | 'several'; readonly tenths: number };

function whole(count: number): bigint {
	if (!Number.isSafeInteger(count) || count < 0) throw new RangeError(`not a count: ${count}`);
	return BigInt(count);
}

/**
 * A part as a percentage with one decimal, half up: 58 of 102 is 56,9. Null when there is nothing
 * to be a part of.
 */
export function percentage(part: number, of: number): Percentage | null {
	const [n, d] = [whole(part), whole(of)];
	if (d === 0n) return null;
	// half up: floor(x + 1/2) of x = 1000 n/d
	const tenths = (2000n * n + d) / (2n * d);
	return { tenths: Number(tenths), exact: new Fraction(n, d).toString() };
}

const decimal = { nl: ',', en: '.' };

/** Tenths of a percent as people write them, without the sign: 569 is `56,9` in Dutch. */
export function formatTenths(tenths: number, locale: 'nl' | 'en'): string {
	const digits = `${whole(tenths)}`.padStart(2, '0');
	return `${digits.slice(0, -1)}${decimal[locale]}${digits.slice(-1)}`;
}

/**
 * What has to be said under the percentages of `parts`, or null when they just add up. Three times
 * 1 of 3 is shown as 33,3 and adds up to 99,9: `rounding`. Where one person may be in several
 * parts, 25 ticks of 10 people add up to 250,0: `several`.
 */
export function sumNote(parts: readonly number[], of: number): SumNote | null {
	if (of === 0) return null;
	const tenths = parts.reduce((sum, part) => sum + (percentage(part, of)?.tenths ?? 0), 0);
	const total = parts.reduce((sum, part) => sum + part, 0);
	if (total > of) return { kind: 'several', tenths };
	return total === of && tenths !== 1000 ? { kind: 'rounding', tenths } : null;
}
