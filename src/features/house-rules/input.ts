import * as v from 'valibot';

const MOST_RULES = 20;
const LONGEST = 200;

/** House rules as a form brings them, one on a line, or as a list. Numbers in front are taken off. */
export const rulesInput = v.object({
	rules: v.pipe(
		v.union([v.string(), v.array(v.string())], 'field.required'),
		v.transform((given) =>
			(typeof given === 'string' ? given.split(/\r\n|\r|\n/) : given)
				.map((rule) =>
					rule
						.replace(/^\s*\d{1,2}[.)]\s+/, '')
						.replace(/(?![\u200C\u200D])[\p{Cc}\p{Cf}\p{Co}\p{Surrogate}]/gu, ' ')
						.replace(/\s+/g, ' ')
						.normalize('NFC')
						.trim()
				)
				.filter((rule) => rule !== '')
		),
		v.minLength(1, 'field.required'),
		v.maxLength(MOST_RULES, 'house-rules.too-many'),
		v.check((rules) => rules.every((rule) => rule.length <= LONGEST), 'house-rules.too-long')
	)
});

const several = (options: v.GenericSchema<string, string>) =>
	v.pipe(v.array(options, 'field.choose'), v.minLength(1, 'field.choose'));

/** What is given to which other places. */
export const copyInput = v.object({
	what: several(v.picklist(['contact', 'house-rules'], 'field.choose')),
	place: v.pipe(several(v.string('field.choose')), v.maxLength(200, 'field.choose'))
});
