import * as v from 'valibot';

/** Who gets another code, by id. */
export const replaceInput = v.object({
	person: v.pipe(v.string('field.choose'), v.minLength(1, 'field.choose'))
});

const reason = v.pipe(
	v.string('field.required'),
	v.trim(),
	v.minLength(1, 'field.required'),
	v.minLength(10, 'field.too-short'),
	v.maxLength(300, 'field.too-long')
);

/** Whom letters are for: of one place below, or of all; and of those only who no mail reaches. */
export const issueInput = v.object({
	/** The slug of a group or school; empty for everybody. */
	place: v.optional(v.pipe(v.string('field.choose'), v.maxLength(60, 'field.choose')), ''),
	unreached: v.optional(v.literal('on', 'field.choose')),
	/** Also who has a code that works: theirs is replaced. */
	again: v.optional(v.literal('on', 'field.choose'))
});

/** Whose code is blocked, by id, and why. */
export const blockInput = v.object({ ...replaceInput.entries, reason });

export const lateRightInput = v.object({
	/** The household or the person, by id: whichever the consultation counts. */
	unit: v.pipe(v.string('field.choose'), v.minLength(1, 'field.choose')),
	reason
});
