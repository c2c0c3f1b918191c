import * as v from 'valibot';
import { cleanBody } from './body.ts';
import { cleanName, isName } from './name.ts';
import { BADGES, LONGEST, STANCES } from './rules.ts';

const LONGEST_NAME = 60;
const LONGEST_NOTE = 60;

/** A field that a form may leave out or leave empty. */
const optional = <T>(schema: v.GenericSchema<string, T>) =>
	v.pipe(
		v.optional(v.string('field.invalid'), ''),
		v.transform((text) => (text === '' ? null : text)),
		v.nullable(schema)
	);

/** A name, or a few words beside one. */
const named = (longest: number) =>
	v.pipe(
		v.string('field.required'),
		v.transform(cleanName),
		v.maxLength(longest, 'field.too-long'),
		v.check((name) => name === '' || isName(name), 'field.name')
	);

const written = (longest: number) =>
	v.pipe(
		v.string('field.required'),
		v.transform(cleanBody),
		v.minLength(1, 'field.required'),
		v.maxLength(longest, 'field.too-long')
	);
/** A line that must be filled in: a title, a source. */
const line = (longest: number) =>
	v.pipe(
		v.string('field.required'),
		v.transform(cleanName),
		v.minLength(1, 'field.required'),
		v.maxLength(longest, 'field.too-long')
	);

const body = written(LONGEST);

const stance = optional(v.picklist(STANCES, 'field.choose'));
const id = optional(v.pipe(v.string(), v.maxLength(40, 'field.invalid')));
const language = optional(v.pipe(v.string(), v.regex(/^[a-z]{2,3}$/, 'field.invalid')));
const ticked = v.pipe(
	v.optional(v.string('field.invalid'), ''),
	v.transform((value) => value === 'yes')
);

/** What a form brings to post a contribution. Left out: no stance, no answer, no name. */
export const contributionInput = v.object(
	{
		body,
		stance,
		/** The contribution it answers. */
		answers: id,
		name: v.optional(v.picklist(['own', 'pseudonym', 'hidden'], 'field.choose'), 'hidden'),
		pseudonym: v.optional(named(LONGEST_NAME), ''),
		badge: optional(v.picklist(BADGES, 'field.choose')),
		/** "groep 6", "directeur". */
		note: v.optional(named(LONGEST_NOTE), ''),
		official: ticked,
		accept: ticked,
		language
	},
	'field.required'
);

export type ContributionInput = v.InferOutput<typeof contributionInput>;

export const editInput = v.object({ body, stance }, 'field.required');

/** What a moderator enters for somebody who wrote on paper or called. */
export const enteredInput = v.object(
	{
		body,
		stance,
		answers: id,
		origin: v.picklist(['paper', 'phone', 'evening'], 'field.choose'),
		/** Which paper or call: "formulier 14". */
		source: line(LONGEST_NOTE),
		displayName: v.optional(named(LONGEST_NAME), ''),
		language
	},
	'field.required'
);

export const translationInput = v.object(
	{
		language: v.pipe(v.string('field.choose'), v.regex(/^[a-z]{2,3}$/, 'field.choose')),
		text: written(2 * LONGEST)
	},
	'field.required'
);

export const panelInput = v.object(
	{
		title: line(120),
		lead: written(400),
		/** The name in its address. */
		slug: v.pipe(v.string('field.required'), v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'field.invalid')),
		visibility: v.picklist(['audience', 'public'], 'field.choose')
	},
	'field.required'
);
