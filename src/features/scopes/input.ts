import * as v from 'valibot';
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

/** Where people can ask for help. All empty: this place has no contact of its own. */
export const contactInput = v.pipe(
	v.object({
		name: line(80),
		phone: v.pipe(line(30), v.regex(/^[\d +()-]*$/, 'field.phone')),
		email,
		hours: line(120)
	}),
	v.forward(
		v.check(
			({ name, phone, email, hours }) => !!name || !(phone || email || hours),
			'field.required'
		),
		['name']
	)
);
