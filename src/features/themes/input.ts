import * as v from 'valibot';
import { keyOf, sourceNamed, type SourceName } from './source.ts';
import type { SourceKind } from './server/schema.ts';

const title = v.pipe(
	v.optional(v.string(), ''),
	v.transform((text) => text.trim().replace(/\s+/g, ' ')),
	v.minLength(1, 'field.required'),
	v.maxLength(80, 'field.too-long')
);
const summary = v.pipe(v.optional(v.string(), ''), v.trim(), v.maxLength(1000, 'field.too-long'));

export const newTheme = v.object({ title, summary });

/** The whole of a theme, as its form sends it; an unticked box is not sent. */
export const themeChange = v.object({
	title,
	summary,
	minority: v.pipe(
		v.optional(v.union([v.boolean(), v.literal('on')]), false),
		v.transform((ticked) => ticked === true || ticked === 'on')
	),
	/** Its place among themes of equal weight. */
	position: v.optional(
		v.pipe(
			v.union([v.number(), v.pipe(v.string(), v.trim(), v.digits('field.number'))], 'field.number'),
			v.transform(Number),
			v.integer('field.number'),
			v.minValue(1, 'field.number'),
			v.maxValue(999, 'field.number')
		)
	)
});

const kinds: readonly SourceKind[] = ['contribution', 'note'];
const named = v.union([
	v.pipe(
		v.string(),
		v.transform((key) => sourceNamed(key)),
		v.check((source) => source !== undefined, 'theme.choose-sources'),
		v.transform((source) => source as SourceName)
	),
	v.object({ kind: v.picklist(kinds), id: v.string() })
]);

/** A source as `{ kind, id }`, or as the value of a checkbox: `note:abc`. */
export const oneSource = v.object({ source: named });

/** One or more sources; ticked twice is once. */
export const someSources = v.object({
	sources: v.pipe(
		v.array(named, 'theme.choose-sources'),
		v.minLength(1, 'theme.choose-sources'),
		v.maxLength(1000, 'field.too-long'),
		v.transform((sources) => [...new Map(sources.map((it) => [keyOf(it), it])).values()])
	)
});
