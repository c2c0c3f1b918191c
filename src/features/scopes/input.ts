import * as v from 'valibot';
import { WEEKDAYS, type Weekday } from './office-hours.ts';
import { BODY_KINDS, KINDS } from './rules.ts';

/** Text on one line, without characters that are not seen or turn the line round; may be empty. */
export const line = (most: number) =>
	v.pipe(
		v.optional(v.string('field.required'), ''),
		v.transform((text) =>
			text
				.replace(/\s+/g, ' ')
				.replace(/(?![\u200C\u200D])[\p{Cc}\p{Cf}\p{Co}\p{Surrogate}]/gu, '')
				.normalize('NFC')
				.trim()
		),
		v.maxLength(most, 'field.too-long')
	);
const filled = (most: number) => v.pipe(line(most), v.minLength(1, 'field.required'));

/** What a place is called; it has a letter or a digit. */
export const placeName = v.pipe(filled(80), v.regex(/[\p{L}\p{N}]/u, 'field.invalid'));

/** One of a few, from choices of which a browser sends nothing when none is ticked. */
export const oneOf = <const Options extends readonly string[]>(options: Options) =>
	v.pipe(v.optional(v.string('field.choose'), ''), v.picklist(options, 'field.choose'));

export const scopeInput = v.object({
	kind: oneOf(KINDS),
	name: placeName,
	/** Left empty, it is made of the name. */
	slug: v.pipe(line(60), v.toLowerCase()),
	place: line(80)
});

export const bodyInput = v.object({
	kind: oneOf(BODY_KINDS),
	name: filled(80)
});

const ADDRESS =
	/^[^\s@,;:<>"()[\]\\]+@([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+([a-z]{2,}|xn--[a-z0-9-]+)$/;

/** Domains are written in any letters and kept as machines know them: `школа.рф` is `xn--80atwk.xn--p1ai`. */
function withPlainDomain(address: string): string {
	const [, local = '', domain = ''] = /^(.*)@([^@/\\?#:%\s]+)$/.exec(address) ?? [];
	if (!/[^\x00-\x7F]/.test(domain)) return address;
	return `${local}@${URL.parse(`http://${domain}`)?.hostname ?? domain}`;
}

/** One e-mail address, in small letters; empty when there is none. */
export const email = v.pipe(
	v.optional(v.string('field.email'), ''),
	v.trim(),
	v.normalize('NFC'),
	v.toLowerCase(),
	v.transform(withPlainDomain),
	v.maxLength(254, 'field.email'),
	v.check((text) => text === '' || ADDRESS.test(text), 'field.email')
);

const AS_WRITTEN = /^(\d{1,2})[:.](\d{2})$/;

/** A time of the day as browsers send it, or as people write it: `08:30`, `8.30`; may be empty. */
const time = v.pipe(
	v.optional(v.string('field.time'), ''),
	v.trim(),
	v.transform((text) =>
		text.replace(
			AS_WRITTEN,
			(_, hour: string, minute: string) => `${hour.padStart(2, '0')}:${minute}`
		)
	),
	v.regex(/^$|^([01]\d|2[0-3]):[0-5]\d$/, 'field.time')
);

type Half = `${Weekday}-${'from' | 'to'}`;
const times = Object.fromEntries(
	WEEKDAYS.flatMap((day) => [
		[`${day}-from`, time],
		[`${day}-to`, time]
	])
) as Record<Half, typeof time>;

/** The field of a day that is wrong, and why: only one was filled in, or it ends before it begins. */
function wrongTime(given: Readonly<Record<Half, string>>, day: Weekday) {
	const [from, to] = [given[`${day}-from`], given[`${day}-to`]];
	if (!from !== !to)
		return {
			half: from ? (`${day}-to` as const) : (`${day}-from` as const),
			why: 'field.required'
		};
	return from && from >= to ? { half: `${day}-to` as const, why: 'field.order' } : null;
}

/** Where people can ask for help. All empty: this place has no contact of its own. */
export const contactInput = v.pipe(
	v.object({
		name: line(80),
		phone: v.pipe(line(30), v.regex(/^[\d +()-]*$/, 'field.phone')),
		email,
		hours: line(120),
		...times
	}),
	v.rawCheck(({ dataset, addIssue }) => {
		if (!dataset.typed) return;
		const { value } = dataset;
		for (const day of WEEKDAYS) {
			const wrong = wrongTime(value, day);
			if (!wrong) continue;
			const path = {
				type: 'object',
				origin: 'value',
				key: wrong.half,
				input: value,
				value: ''
			} as const;
			addIssue({ message: wrong.why, path: [path] });
		}
	}),
	v.forward(
		v.check(
			({ name, ...others }) => !!name || !Object.values(others).some(Boolean),
			'field.required'
		),
		['name']
	)
);
