import * as v from 'valibot';
import { NOTE_LANGUAGES } from './languages.ts';
import { day, time } from '#features/consultations/input.ts';
import type { Reason } from '#i18n/reasons.ts';
import { textIn } from '#kernel/form.ts';
import { instantAt } from '#kernel/time.ts';

/** Text on one line, of at least one character. */
const line = (most: number) =>
	v.pipe(
		v.optional(v.string(), ''),
		v.transform((text) => text.trim().replace(/\s+/g, ' ')),
		v.minLength(1, 'field.required'),
		v.maxLength(most, 'field.too-long')
	);

const optionalText = (most: number) =>
	v.pipe(v.optional(v.string(), ''), v.trim(), v.maxLength(most, 'field.too-long'));

/** A whole number as a form sends it; up to `most`. */
const whole = (least: number, most: number) =>
	v.pipe(
		v.union([v.number(), v.pipe(v.string(), v.trim(), v.digits('field.number'))], 'field.number'),
		v.transform(Number),
		v.integer('field.number'),
		v.minValue(least, 'field.number'),
		v.maxValue(most, 'field.number')
	);

/** A field that may stay empty; then it is null. */
const orNull = <Output>(schema: v.GenericSchema<unknown, Output>, otherwise: Reason) =>
	v.optional(v.union([empty, v.null(), schema], otherwise), '');
const empty = v.pipe(
	v.literal(''),
	v.transform(() => null)
);

const slug = v.pipe(
	v.optional(v.string(), ''),
	v.trim(),
	v.toLowerCase(),
	v.maxLength(60, 'field.too-long'),
	v.regex(/^(?:[a-z0-9]+(?:-[a-z0-9]+)*)?$/, 'field.invalid')
);

/** Who hosts the tables: a line each, from table 1 on. */
const hosts = v.pipe(
	v.optional(v.union([v.string(), v.array(v.string())]), ''),
	v.transform((given) =>
		(typeof given === 'string' ? given.split('\n') : given)
			.map((name) => name.trim())
			.filter(Boolean)
	),
	v.maxLength(30, 'field.too-long'),
	v.check((names) => names.every((name) => name.length <= 60), 'field.too-long')
);
export const tablesInput = v.object({ hosts });

const when = { day, startsAt: time, endsAt: time };
const about = { title: line(120), place: line(120), details: optionalText(1000) };

/** Day and times on the school's wall become moments. */
function timed<It extends { day: string; startsAt: string; endsAt: string }>(it: It) {
	const { day, startsAt, endsAt, ...rest } = it;
	return { ...rest, day, startsAt: instantAt(day, startsAt), endsAt: instantAt(day, endsAt) };
}
const inOrder = (it: { startsAt: string; endsAt: string }) => it.startsAt < it.endsAt;

export const eveningChange = v.pipe(
	v.object({ ...about, ...when }),
	v.forward(
		v.check((it) => inOrder(it), 'field.order'),
		['endsAt']
	),
	v.transform((it) => timed(it))
);
export const eveningPlan = v.pipe(
	v.object({ ...about, ...when, slug, hosts }),
	v.forward(
		v.check((it) => inOrder(it), 'field.order'),
		['endsAt']
	),
	v.transform((it) => timed(it))
);

export const attendanceInput = v.object({ attendance: whole(0, 9999) });

const stance = v.picklist(['for', 'against', 'question', 'idea'], 'field.choose');
const idea = {
	/** One idea per note. */
	body: line(500),
	nodded: orNull(whole(0, 999), 'field.number'),
	stance: orNull(stance, 'field.choose'),
	language: v.optional(v.picklist(NOTE_LANGUAGES, 'field.choose'), 'nl'),
	/** What an interpreter or somebody at the table made of it, in Dutch. */
	translation: optionalText(500)
};

/** A translation into Dutch belongs to words in another language only. */
function translated<It extends { language: string; translation: string }>(it: It) {
	const { translation: text, ...rest } = it;
	const translation =
		text && it.language !== 'nl' ? ({ language: 'nl', text, checked: 'human' } as const) : null;
	return { ...rest, translation };
}

export const noteInput = v.pipe(
	v.object({ table: whole(1, 99), ...idea }),
	v.transform((it) => translated(it))
);
export const noteChange = v.pipe(
	v.object(idea),
	v.transform((it) => translated(it))
);

const answer = v.pipe(
	v.object({
		label: v.pipe(v.string(), v.trim(), v.maxLength(60, 'field.too-long')),
		count: orNull(whole(0, 9999), 'field.number')
	}),
	v.forward(
		v.check((it) => it.label !== '' || it.count === null, 'field.required'),
		['label']
	)
);
type Answers = readonly { readonly label: string; readonly count: number | null }[];
const given = (answers: Answers) =>
	answers.flatMap(({ label, count }) => (count === null ? [] : [{ label, count }]));
const allDifferent = (answers: Answers) =>
	new Set(given(answers).map(({ label }) => label.toLowerCase())).size === given(answers).length;

/** Answers without a number are left out; at least two must have one. */
export const handsInput = v.object({
	question: line(200),
	answers: v.pipe(
		v.array(answer),
		v.maxLength(10),
		v.check((answers) => given(answers).length >= 2, 'evening.hands-need-answers'),
		v.check((answers) => allDifferent(answers), 'evening.same-answer'),
		v.transform((answers) => given(answers))
	)
});

/** The rows `answers.0.label`, `answers.0.count`, `answers.1.label` … of a form, as input. */
export function handsFrom(form: FormData): unknown {
	const text = (name: string) => textIn(form, name);
	const rows = [...form.keys()].filter((name) => /^answers\.\d+\.label$/.test(name)).length;
	return {
		question: text('question'),
		answers: Array.from({ length: rows }, (_, row) => ({
			label: text(`answers.${String(row)}.label`),
			count: text(`answers.${String(row)}.count`)
		}))
	};
}
