import * as v from 'valibot';
import type { Option } from './methods/method.ts';
import { methods, type MethodId } from './methods/registry.ts';
import { day } from '#features/consultations/input.ts';

const words = (longest: number) =>
	v.pipe(
		v.string('field.required'),
		v.trim(),
		v.minLength(1, 'field.required'),
		v.maxLength(longest, 'field.too-long')
	);

const MOST_OPTIONS = 12;

/** Lines of `label | hint`; a line that begins with `-` is "geen voorkeur". */
function optionsIn(lines: string): Option[] {
	return lines
		.split(/\r?\n/)
		.map((line) => line.trim())
		.filter(Boolean)
		.map((line, index): Option => {
			const noPreference = line.startsWith('-');
			const [label = '', hint = ''] = line.replace(/^-\s*/, '').split('|', 2);
			return {
				id: String.fromCharCode(97 + index),
				label: label.trim(),
				...(hint.trim() ? { hint: hint.trim() } : {}),
				...(noPreference ? { noPreference: true } : {})
			};
		});
}

const options = v.pipe(
	v.string('field.required'),
	v.transform(optionsIn),
	v.minLength(2, 'poll.two-options'),
	v.maxLength(MOST_OPTIONS, 'poll.too-many-options'),
	v.check((it) => it.every(({ label }) => label !== '' && label.length <= 200), 'poll.option'),
	v.check((it) => new Set(it.map(({ label }) => label)).size === it.length, 'poll.same-option')
);

/** A whole number, or nothing. */
const limit = v.optional(
	v.pipe(
		v.string(),
		v.trim(),
		v.regex(/^\d{0,2}$/, 'field.number'),
		v.transform((text) => (text === '' ? null : Number(text)))
	),
	''
);

/** What a form brings to make or change a poll. */
export const pollInput = v.pipe(
	v.object({
		question: words(300),
		/** Its name in the address; made from the question when left empty. */
		slug: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(60, 'field.too-long')), ''),
		explanation: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(1000, 'field.too-long')), ''),
		method: v.picklist(Object.keys(methods) as [MethodId, ...MethodId[]], 'field.choose'),
		options,
		minimum: limit,
		maximum: limit
	}),
	v.transform(({ minimum, maximum, ...poll }) => ({
		...poll,
		settings: settingsFor(poll.method, minimum, maximum)
	}))
);

function settingsFor(
	method: MethodId,
	minimum: number | null,
	maximum: number | null
): Readonly<Record<string, number>> {
	if (method === 'single-choice') return {};
	return {
		...(minimum === null ? {} : { minimum }),
		...(maximum === null ? {} : { maximum })
	};
}

/** How the slip in hand came in, and what is wrong with it, if anything. */
export const slipInput = v.object({
	channel: v.picklist(['paper', 'evening', 'phone'], 'field.choose'),
	code: words(40),
	receivedOn: day,
	mark: v.optional(v.picklist(['choice', 'blank', 'invalid'], 'field.choose'), 'choice')
});
