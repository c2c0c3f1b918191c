import * as v from 'valibot';
import { digitsIn } from '#features/mails/way-in.ts';
import { email } from '#features/scopes/input.ts';

export const addressInput = v.object({
	email: v.pipe(email, v.minLength(1, 'field.required'))
});

export const digitsInput = v.object({
	digits: v.pipe(
		v.optional(v.string('field.required'), ''),
		v.trim(),
		v.minLength(1, 'field.required'),
		v.maxLength(40, 'digits.six'),
		v.transform((text) => digitsIn(text) ?? ''),
		v.minLength(6, 'digits.six')
	)
});
