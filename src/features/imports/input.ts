import * as v from 'valibot';
import { TARGETS, type Mapping, type Target } from './columns.ts';
import { HEADER_WITHIN } from './table/header.ts';
import { line } from '#features/scopes/input.ts';

/** The most a file may be, in bytes, and the most parents on its rows together. */
export const MOST_BYTES = 12_000_000;
export const MOST_PARENTS = 60_000;

const headerLine = v.pipe(
	v.optional(v.string('field.number'), ''),
	v.trim(),
	v.regex(/^\d{0,3}$/, 'field.number'),
	v.transform(Number),
	v.maxValue(HEADER_WITHIN, 'import.header-line')
);

/** Which sheet of a workbook, from 1; 0 for the one that is seen first. */
const sheet = v.pipe(
	v.optional(v.string('field.invalid'), ''),
	v.regex(/^\d{0,4}$/, 'field.invalid'),
	v.transform(Number)
);

export const headersInput = v.object({
	header: headerLine,
	sheet,
	/** Another sheet than the one that was looked at. */
	'other-sheet': sheet,
	/** Whether hidden sheets may be chosen too. */
	'hidden-sheets': v.optional(v.string(), ''),
	profile: v.optional(v.string(), '')
});

export const importInput = v.object({
	header: headerLine,
	sheet,
	/** Make the groups that are in the list and not at the school. */
	groups: v.optional(v.string(), ''),
	/** A name to keep this choice of columns under. */
	save: line(60)
});

/** The most rows that a list of schools may have. */
export const MOST_SCHOOLS = 500;

/** A list of schools that was pasted; empty when it comes as a file. */
export const schoolsInput = v.object({
	list: v.pipe(v.optional(v.string('field.invalid'), ''), v.maxLength(400_000, 'field.too-long'))
});

/** The chosen columns of a form: `column-3=email-1`. What is not chosen is not stored. */
export function mappingIn(form: Readonly<Record<string, unknown>>): Mapping {
	const isTarget = (value: unknown): value is Target => TARGETS.some((target) => target === value);
	return new Map(
		Object.entries(form).flatMap(([field, value]) => {
			const place = /^column-(\d{1,3})$/.exec(field)?.[1];
			return place !== undefined && isTarget(value) ? [[Number(place), value] as const] : [];
		})
	);
}
