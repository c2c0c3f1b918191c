import * as v from 'valibot';
import { placeName } from '#features/scopes/input.ts';

/** How many groups one list may have. */
export const MOST_GROUPS = 100;

/** Names of groups, one on a line; each once, however its capitals are. */
const names = v.pipe(
	v.optional(v.string('field.required'), ''),
	v.maxLength(20_000, 'field.too-long'),
	v.transform((text) => {
		const lines = text.split(/\r\n|\r|\n/).map((line) => line.replace(/\s+/g, ' ').trim());
		const once = new Map(lines.filter(Boolean).map((line) => [line.toLowerCase(), line]));
		return [...once.values()];
	}),
	v.minLength(1, 'field.required'),
	v.maxLength(MOST_GROUPS, 'import.too-many-groups'),
	v.check((lines) => lines.every((line) => v.is(placeName, line)), 'import.group-name'),
	v.transform((lines) => lines.map((line) => v.parse(placeName, line)))
);

export const groupsInput = v.object({ names });
