import * as v from 'valibot';
import { FUNCTIONS, SECTIONS } from './seats.ts';
import { email, line, oneOf, placeName } from '#features/scopes/input.ts';
import { isDay } from '#kernel/time.ts';

const LONGEST_NAME = 60;
const WEB_ADDRESS = /:\/\/|\bwww\.|@|[\p{L}\p{N}-]{2,}\.\p{L}{2,}/iu;

/** Whether a text can be somebody's name: it has a letter and is not the address of a website. */
export const isName = (text: string): boolean => /\p{L}/u.test(text) && !WEB_ADDRESS.test(text);

export const personName = v.pipe(
	line(LONGEST_NAME),
	v.minLength(1, 'field.required'),
	v.check(isName, 'field.name')
);

/** Roles that are given one by one. Parents come with their households. */
export const GIVEN_ROLES = [
	'coordinator',
	'council',
	'moderator',
	'decider',
	'staff',
	'helper'
] as const;
export type GivenRole = (typeof GIVEN_ROLES)[number];

const role = oneOf(GIVEN_ROLES);
const personId = v.pipe(v.string('field.choose'), v.minLength(1, 'field.choose'));

export const inviteInput = v.object({ name: personName, email, role });
export const roleInput = v.object({ person: personId, role });
export const personInput = v.object({ person: personId });
export const nameInput = v.object({ name: personName });

export const setUpInput = v.object({
	key: v.optional(v.string(), ''),
	name: personName,
	email: v.pipe(email, v.minLength(1, 'field.required')),
	organisation: placeName,
	/** Its name in the address; left empty, it is made of the name. */
	slug: v.pipe(line(60), v.toLowerCase()),
	kind: oneOf(['alliance', 'board', 'school'])
});

/** How many households one list may have. */
export const MOST_HOUSEHOLDS = 3000;

/** A pasted list, or a number of households without names; one of the two. */
export const householdsInput = v.pipe(
	v.object({
		list: v.pipe(v.optional(v.string('field.invalid'), ''), v.maxLength(400_000, 'field.too-long')),
		count: v.pipe(
			v.optional(v.string('field.number'), ''),
			v.trim(),
			v.regex(/^\d{0,4}$/, 'field.number')
		)
	}),
	v.forward(
		v.partialCheck(
			[['count']],
			({ count }) => Number(count) <= MOST_HOUSEHOLDS,
			'household.too-many'
		),
		['count']
	),
	v.forward(
		v.partialCheck(
			[['list'], ['count']],
			({ list, count }) => list.trim() !== '' || Number(count) > 0,
			'household.nothing'
		),
		['list']
	),
	v.forward(
		v.partialCheck(
			[['list'], ['count']],
			({ list, count }) => list.trim() === '' || count === '',
			'household.one-way'
		),
		['count']
	)
);
export type HouseholdsInput = v.InferOutput<typeof householdsInput>;

export const placeInput = v.object({ place: v.pipe(v.string('field.choose'), v.maxLength(60)) });

/** What can be decided on somebody's access. */
export const DECISIONS = ['blocked', 'no-access', 'lifted'] as const;
export type Decision = (typeof DECISIONS)[number];

export const decisionInput = v.object({
	person: personId,
	decision: oneOf(DECISIONS),
	reason: v.pipe(line(300), v.minLength(1, 'field.required'), v.minLength(10, 'field.too-short'))
});

/** What somebody without a code asks: to become a parent of a school. No pupils, nobody under 16. */
export const requestInput = v.object({
	name: personName,
	email: v.pipe(email, v.minLength(1, 'field.required')),
	group: line(40),
	parent: v.pipe(v.optional(v.string(), ''), v.literal('yes', 'request.parents'))
});

export const decideRequestInput = v.object({
	request: v.pipe(v.string('field.choose'), v.minLength(1, 'field.choose')),
	decision: oneOf(['granted', 'refused']),
	group: v.optional(v.string('field.choose'), ''),
	household: line(40)
});

/** For each group, by its id, where its parents go. */
export const schoolYearInput = v.record(v.string(), v.string('field.choose'));

const day = v.pipe(
	v.optional(v.string('field.day'), ''),
	v.trim(),
	v.check((text) => text === '' || isDay(text), 'field.day')
);

/** A seat in a body: who, for whom, as what, and from when to when. */
export const seatInput = v.pipe(
	v.object({
		person: v.pipe(v.optional(v.string('field.choose'), ''), v.minLength(1, 'field.choose')),
		section: oneOf(SECTIONS),
		function: v.pipe(
			v.optional(v.string('field.choose'), ''),
			v.picklist(['', ...FUNCTIONS], 'field.choose')
		),
		from: v.pipe(day, v.minLength(1, 'field.day')),
		until: day
	}),
	v.forward(
		v.partialCheck(
			[['from'], ['until']],
			({ from, until }) => until === '' || from <= until,
			'seat.until-before'
		),
		['until']
	)
);
export const seatIdInput = v.object({
	seat: v.pipe(v.string('field.choose'), v.minLength(1, 'field.choose'))
});
