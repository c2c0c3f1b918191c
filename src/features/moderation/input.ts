import * as v from 'valibot';
import { cleanBody } from '#features/panels/body.ts';

/** The longest reason, in characters: everybody reads it in the place of the contribution. */
export const LONGEST_REASON = 300;

const reason = v.pipe(
	v.string('field.required'),
	v.transform(cleanBody),
	v.minLength(1, 'field.required'),
	v.maxLength(LONGEST_REASON, 'field.too-long')
);

/**
 * A decision to hide: by which of the house rules, and why. Both must be given. `edition` is the id
 * of the house rules that the form showed.
 */
export const hidingInput = (rules: number) =>
	v.object(
		{
			edition: v.optional(v.string('field.choose')),
			rule: v.pipe(
				v.optional(v.union([v.string(), v.number()], 'field.choose'), ''),
				v.transform(Number),
				v.integer('field.choose'),
				v.minValue(1, 'field.choose'),
				v.maxValue(rules, 'field.choose')
			),
			reason
		},
		'field.required'
	);

export const restoringInput = v.object({ reason }, 'field.required');

export const actionInput = v.object(
	{ action: v.picklist(['hide', 'restore'], 'field.choose') },
	'field.choose'
);
