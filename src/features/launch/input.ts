import * as v from 'valibot';
import { day, filled, lines, prose, time } from '#features/consultations/input.ts';
import { instantAt } from '#kernel/time.ts';

/** The least that a reason for everybody says: twenty characters. */
const LEAST_REASON = 20;
const publicReason = v.pipe(
	prose(600),
	v.minLength(1, 'field.required'),
	v.minLength(LEAST_REASON, 'reason.too-short')
);

const name = filled(80);
const same = (a: string, b: string) =>
	a.localeCompare(b, 'nl', { sensitivity: 'base', ignorePunctuation: true }) === 0;

/** Two names and the day they agreed; a form sends `name1` and `name2`. */
export const agreementInput = v.pipe(
	v.object({ name1: name, name2: name, day: v.optional(v.union([v.literal(''), day]), '') }),
	v.forward(
		v.partialCheck(
			[['name1'], ['name2']],
			(it) => !same(it.name1, it.name2),
			'ground-rules.same-name'
		),
		['name2']
	)
);

export const extensionInput = v.pipe(
	v.object({ day, time, reason: publicReason }),
	v.transform(({ day: date, time: clock, reason }) => ({
		closesAt: instantAt(date, clock),
		reason
	}))
);

/** Texts in which a typing error may be mended after the opening. */
export const CORRECTABLE = ['title', 'introduction', 'motive', 'facts'] as const;
export type Correctable = (typeof CORRECTABLE)[number];

const reason = v.pipe(filled(300), v.minLength(5, 'field.too-short'));
const mended = { title: filled(120), facts: lines(3, 200) };
const paragraphs = v.pipe(prose(1500), v.minLength(1, 'field.required'));

/** Which text, how it reads now, and why. Facts come one per line. */
export const correctionInput = v.variant(
	'field',
	[
		v.object({ field: v.literal('title'), text: mended.title, reason }),
		v.object({ field: v.literal('introduction'), text: paragraphs, reason }),
		v.object({ field: v.literal('motive'), text: paragraphs, reason }),
		v.object({
			field: v.literal('facts'),
			text: v.pipe(
				mended.facts,
				v.minLength(1, 'field.required'),
				v.transform((facts) => facts.join('\n'))
			),
			reason
		})
	],
	'field.choose'
);

export const stopInput = v.object({ reason: publicReason });
