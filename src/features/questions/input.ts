import * as v from 'valibot';
import { cleanBody } from '#features/panels/body.ts';
import { LONGEST } from '#features/panels/rules.ts';

/** As long as a contribution may be. */
const written = v.pipe(
	v.string('field.required'),
	v.transform(cleanBody),
	v.minLength(1, 'field.required'),
	v.maxLength(LONGEST, 'field.too-long')
);
const question = v.pipe(v.string('field.invalid'), v.maxLength(40, 'field.invalid'));

export const askInput = v.object({ body: written }, 'field.required');
export const withdrawInput = v.object({ question }, 'field.invalid');
export const answerInput = v.object({ question, answer: written }, 'field.required');
