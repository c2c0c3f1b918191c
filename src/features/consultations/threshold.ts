/** One agreed limit, in the shape that polls/threshold.ts counts with. */
export type Limit = {
	readonly kind: 'threshold';
	readonly about: 'response' | 'option';
	readonly of: 'units' | 'ballots' | 'preference';
	readonly relation: 'at-least' | 'more-than';
	readonly numerator: number;
	readonly denominator: number;
};

/** What a consultation can agree on: no limit, one, or two of which both or either must be met. */
export type AgreedThreshold =
	null | Limit | { readonly all: readonly Limit[] } | { readonly any: readonly Limit[] };

export type Share = { readonly numerator: number; readonly denominator: number };

/**
 * Reads a share as people type it: `60%`, `60`, `66,7%` and `2/3`. A number without a fraction bar
 * is a percentage. Null when it is none of these, nothing, or more than the whole.
 */
export function shareFrom(text: string): Share | null {
	const typed = text.replace(/\s/g, '');
	const fraction = /^(\d{1,4})\/(\d{1,4})$/.exec(typed);
	const percentage = /^(\d{1,3})(?:[.,](\d{1,3}))?%?$/.exec(typed);
	const decimals = percentage?.[2] ?? '';
	const share = fraction
		? { numerator: Number(fraction[1]), denominator: Number(fraction[2]) }
		: percentage && {
				numerator: Number(`${percentage[1] ?? ''}${decimals}`),
				denominator: 100 * 10 ** decimals.length
			};
	return share && share.numerator > 0 && share.numerator <= share.denominator ? share : null;
}

/** A share as people read it: 60 of 100 is `60%`, 667 of 1000 is `66,7%`, 2 of 3 is `2/3`. */
export function shareText({ numerator, denominator }: Share, decimal = ','): string {
	const places = String(denominator).length - 3;
	if (places < 0 || denominator !== 100 * 10 ** places) return `${numerator}/${denominator}`;
	const digits = String(numerator).padStart(places + 1, '0');
	const whole = digits.slice(0, digits.length - places);
	return places === 0 ? `${whole}%` : `${whole}${decimal}${digits.slice(-places)}%`;
}

/** Whether a limit could ever be met: nothing is more than the whole. */
export const isWithinReach = (relation: string, { numerator, denominator }: Share): boolean =>
	relation !== 'more-than' || numerator < denominator;

/** The limits in a rule, in the order they were agreed, and whether all of them must be met. */
export function limitsIn(threshold: unknown): { together: 'all' | 'any'; limits: Limit[] } {
	const rule = threshold as AgreedThreshold | { kind: 'none' };
	if (rule === null || ('kind' in rule && rule.kind === 'none'))
		return { together: 'all', limits: [] };
	if ('all' in rule) return { together: 'all', limits: [...rule.all] };
	if ('any' in rule) return { together: 'any', limits: [...rule.any] };
	return { together: 'all', limits: [rule] };
}

/** The rule of these limits: none is null, one is itself. */
export function ruleOf(limits: readonly Limit[], together: 'all' | 'any'): AgreedThreshold {
	const [first, ...others] = limits;
	if (!first) return null;
	if (others.length === 0) return first;
	return together === 'all' ? { all: limits } : { any: limits };
}
