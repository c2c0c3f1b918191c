import * as v from 'valibot';
import { day } from '#features/consultations/input.ts';

const words = (longest: number) =>
	v.pipe(
		v.string('field.required'),
		v.trim(),
		v.minLength(1, 'field.required'),
		v.maxLength(longest, 'field.too-long')
	);

const unfinished = (longest: number) =>
	v.optional(v.pipe(v.string(), v.trim(), v.maxLength(longest, 'field.too-long')), '');

/** The words so far: an empty one may be saved, and is asked for at publishing. */
export const reportDraft = v.object({
	outcome: unfinished(600),
	meaning: unfinished(2000),
	minority: unfinished(2000),
	position: unfinished(2000),
	next: unfinished(600),
	changes: unfinished(2000)
});

/**
 * What people write around the figures of an edition. Every word is compulsory before publishing;
 * a later edition also says what changed.
 */
export const reportEdition = (later: boolean) =>
	v.object({
		outcome: words(600),
		meaning: words(2000),
		minority: words(2000),
		position: words(2000),
		next: words(600),
		changes: later ? words(2000) : unfinished(2000)
	});

const optionalDay = v.optional(
	v.union([
		v.pipe(
			v.literal(''),
			v.transform(() => null)
		),
		day
	]),
	''
);

/** The answer of the board to one theme. */
export const themeAnswer = v.object({
	outcome: v.picklist(['adopted', 'partly', 'not', 'later'], 'field.choose'),
	reason: words(2000),
	by: words(120),
	dueOn: optionalDay,
	dueWords: v.optional(
		v.pipe(
			v.string(),
			v.trim(),
			v.maxLength(120, 'field.too-long'),
			v.transform((text) => text || null)
		),
		''
	)
});
