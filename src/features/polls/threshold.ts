import * as v from 'valibot';

/**
 * One agreed limit: "ten minste 60 % van de gezinnen" is at-least 60 of 100 of the units. A response is
 * of the units; an option may be of the units, of the ballots, or of those with a preference.
 */
export type Threshold = {
	readonly kind: 'threshold';
	/** Whether enough took part, or whether an option got enough. */
	readonly about: 'response' | 'option';
	readonly of: 'units' | 'ballots' | 'preference';
	/** `at-least` includes the limit itself, `more-than` does not. */
	readonly relation: 'at-least' | 'more-than';
	readonly numerator: number;
	readonly denominator: number;
	/** The option that must reach it. Without, any option may. */
	readonly option?: string;
};

export type Condition =
	Threshold | { readonly all: readonly Condition[] } | { readonly any: readonly Condition[] };

/** The rule as frozen in the ground rules. `none` says in so many words that there is no limit. */
export type ThresholdRule = { readonly kind: 'none' } | Condition;

const whole = v.pipe(
	v.number('rule.number'),
	v.integer('rule.number'),
	v.minValue(1, 'rule.number')
);

const threshold = v.pipe(
	v.strictObject(
		{
			kind: v.literal('threshold'),
			about: v.picklist(['response', 'option'], 'rule.about'),
			of: v.picklist(['units', 'ballots', 'preference'], 'rule.of'),
			relation: v.picklist(['at-least', 'more-than'], 'rule.relation'),
			numerator: whole,
			denominator: whole,
			option: v.exactOptional(v.string('rule.option'))
		},
		'rule.shape'
	),
	v.check(
		({ about, of, option }) => about === 'option' || (of === 'units' && option === undefined),
		'rule.response-of-units'
	),
	v.check(
		({ relation, numerator, denominator }) =>
			relation === 'at-least' ? numerator <= denominator : numerator < denominator,
		'rule.out-of-reach'
	)
);

const conditions = v.pipe(
	v.array(
		v.lazy(() => condition),
		'rule.shape'
	),
	v.minLength(1, 'rule.shape')
);
const condition: v.GenericSchema<unknown, Condition> = v.union(
	[threshold, v.strictObject({ all: conditions }), v.strictObject({ any: conditions })],
	'rule.shape'
);

/** What may be agreed as a rule. A limit nobody could ever reach may not. */
export const thresholdRule: v.GenericSchema<unknown, ThresholdRule> = v.union(
	[v.strictObject({ kind: v.literal('none') }), condition],
	'rule.shape'
);

/**
 * The smallest number of people that meets the limit: 60 % of 148 is 89 at least. It is never
 * 0: where there is nobody, nothing is met.
 */
export function needed(
	limit: Pick<Threshold, 'relation' | 'numerator' | 'denominator'>,
	of: number
): number {
	const [product, d] = [BigInt(of) * BigInt(limit.numerator), BigInt(limit.denominator)];
	const least = limit.relation === 'at-least' ? (product + d - 1n) / d : product / d + 1n;
	return least < 1n ? 1 : Number(least);
}

/** How many more people are needed; 0 when the limit is met. */
export function shortBy(
	limit: Pick<Threshold, 'relation' | 'numerator' | 'denominator'>,
	of: number,
	count: number
): number {
	return Math.max(0, needed(limit, of) - count);
}
