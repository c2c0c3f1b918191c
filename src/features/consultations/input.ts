import * as v from 'valibot';
import { channel, CHANNELS, level, secrecy, unit } from './ground-rules.ts';
import { isWithinReach, shareFrom } from './threshold.ts';
import { instantAt, isDay } from '#kernel/time.ts';

/** What no text of ours has: half characters, control characters, and turns of direction. */
const clean = (text: string) =>
	text
		.toWellFormed()
		.normalize('NFC')
		.replace(/\r\n?/g, '\n')
		.replace(/[\u0000-\u0009\u000b-\u001f\u007f\u202a-\u202e\u2066-\u2069]/g, '');

/** Text on one line; may be empty. */
export const line = (most: number) =>
	v.pipe(
		v.optional(v.string('field.invalid'), ''),
		v.transform((text) => clean(text).trim().replace(/\s+/g, ' ')),
		v.maxLength(most, 'field.too-long')
	);
/** Text on one line that must be there. */
export const filled = (most: number) => v.pipe(line(most), v.minLength(1, 'field.required'));
/** Text in paragraphs; may be empty. */
export const prose = (most: number) =>
	v.pipe(
		v.optional(v.string('field.invalid'), ''),
		v.transform((text) => clean(text).trim()),
		v.maxLength(most, 'field.too-long')
	);
/** A list, typed as one per line. */
export const lines = (most: number, longest: number) =>
	v.pipe(
		v.optional(v.union([v.string(), v.array(v.string())], 'field.invalid'), ''),
		v.transform((given) =>
			(typeof given === 'string' ? clean(given).split('\n') : given.map(clean))
				.map((item) => item.trim().replace(/\s+/g, ' '))
				.filter(Boolean)
		),
		v.maxLength(most, 'consultation.too-many-lines'),
		v.check((items) => items.every((item) => item.length <= longest), 'field.too-long')
	);

/** A day that the calendar has: `2027-05-28`. */
export const day = v.pipe(v.string('field.day'), v.check(isDay, 'field.day'));
const laterDay = v.optional(v.union([v.literal(''), day], 'field.day'), '');
export const time = v.pipe(
	v.string('field.time'),
	v.trim(),
	v.regex(/^([01]?\d|2[0-3])[.:][0-5]\d$/, 'field.time'),
	v.transform((text) => text.replace('.', ':').padStart(5, '0'))
);

const RELATIONS = ['none', 'at-least', 'more-than'] as const;
const relation = v.optional(v.picklist(RELATIONS, 'field.choose'), 'none');

const fields = v.object({
	title: filled(120),
	/** The name in the address; left empty, it is made of the title. */
	slug: v.pipe(line(60), v.regex(/^(?:[a-z0-9]+(?:-[a-z0-9]+)*)?$/, 'field.invalid')),
	body: line(40),
	question: filled(300),
	introduction: prose(1500),
	motive: prose(1500),
	facts: lines(3, 200),
	fixed: lines(12, 200),
	open: lines(12, 200),
	level,
	decider: line(200),
	decisionDay: laterDay,
	answerDay: laterDay,
	contact: line(200),
	unit,
	secrecy,
	channels: v.pipe(v.array(channel), v.minLength(1, 'field.choose')),
	opensDay: day,
	opensTime: time,
	closesDay: day,
	closesTime: time,
	response: relation,
	responseShare: line(12),
	option: relation,
	optionShare: line(12),
	optionOf: v.optional(v.picklist(['preference', 'ballots'], 'field.choose'), 'preference'),
	together: v.optional(v.picklist(['all', 'any'], 'field.choose'), 'all'),
	weight: prose(600)
});

const isShare = (asked: string, share: string) => asked === 'none' || shareFrom(share) !== null;
const isPossible = (asked: string, text: string) => {
	const share = asked === 'none' ? null : shareFrom(text);
	return share === null || isWithinReach(asked, share);
};

/**
 * A consultation in the making, as its form brings it. What is not known yet may stay empty: it is
 * asked for at the opening. A title, a question and a period there always are.
 */
export const draftInput = v.pipe(
	fields,
	v.forward(
		v.partialCheck(
			[['opensDay'], ['opensTime'], ['closesDay'], ['closesTime']],
			(it) => instantAt(it.opensDay, it.opensTime) < instantAt(it.closesDay, it.closesTime),
			'field.order'
		),
		['closesDay']
	),
	v.forward(
		v.partialCheck(
			[['response'], ['responseShare']],
			(it) => isShare(it.response, it.responseShare),
			'consultation.share'
		),
		['responseShare']
	),
	v.forward(
		v.partialCheck(
			[['response'], ['responseShare']],
			(it) => isPossible(it.response, it.responseShare),
			'consultation.out-of-reach'
		),
		['responseShare']
	),
	v.forward(
		v.partialCheck(
			[['option'], ['optionShare']],
			(it) => isShare(it.option, it.optionShare),
			'consultation.share'
		),
		['optionShare']
	),
	v.forward(
		v.partialCheck(
			[['option'], ['optionShare']],
			(it) => isPossible(it.option, it.optionShare),
			'consultation.out-of-reach'
		),
		['optionShare']
	)
);
export type DraftInput = v.InferOutput<typeof draftInput>;

/** What a form brings, with its ticked channels as a list: `channel-online`, `channel-paper`. */
export const draftForm = (form: FormData): Record<string, unknown> => ({
	...Object.fromEntries(form),
	channels: CHANNELS.filter((name) => form.has(`channel-${name}`))
});
