import * as v from 'valibot';
import { isGuessable } from './rules.ts';
import { LANGUAGE } from '#features/people/preferences.ts';
import { line } from '#features/scopes/input.ts';

const digits = v.pipe(v.string('field.required'), v.trim(), v.regex(/^\d{4,6}$/, 'pin.digits'));

/** The PIN that a helper chooses. */
export const openInput = v.object({
	pin: v.pipe(
		digits,
		v.check((pin) => !isGuessable(pin), 'pin.guessable')
	)
});

/** The PIN as it is typed to unlock: a wrong one is wrong, whatever it looks like. */
export const unlockInput = v.object({ pin: digits });

/** A part of a name. One letter would be a list of the school. */
export const soughtInput = v.object({
	name: v.pipe(line(80), v.minLength(2, 'helpdesk.two-letters'))
});

const id = v.pipe(v.string('field.choose'), v.minLength(1, 'field.choose'));

export const parentInput = v.object({ person: id });

export const codeInput = v.object({ person: id, consultation: id });

/** Whom the tablet is handed to, in what language, and how the school writes to them. */
export const handOverInput = v.object({
	person: id,
	language: LANGUAGE,
	/** Not asked of who has no address. */
	channel: v.optional(v.picklist(['email', 'paper'], 'field.choose'))
});
