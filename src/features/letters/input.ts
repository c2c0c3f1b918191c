import * as v from 'valibot';
import { LETTERS_IN_ONE } from './rules.ts';
import { normaliseCode } from '#features/people/code.ts';

/** Codes of a page of letters, with spaces between them; what cannot be a code is left out. */
export const printInput = v.object({
	codes: v.pipe(
		v.string('letters.unknown-code'),
		v.transform((text) =>
			text
				.split(/\s+/)
				.slice(0, LETTERS_IN_ONE)
				.flatMap((it) => normaliseCode(it) ?? [])
		)
	)
});
