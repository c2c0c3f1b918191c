import { DEMO_CLOCK } from './region.ts';
import { dayOf, instantAt, type Day } from '#kernel/time.ts';

/** A day and time on the school's wall: `2027-05-10 20:12`. */
export type Moment = string;

/** When the things of the story happen: as they are written, or a number of days earlier. */
export type Calendar = {
	readonly at: (moment: Moment) => Date;
	readonly day: (day: Day) => Day;
};

const DAY = 86_400_000;
/** Fifty-two weeks, so that a Thursday stays a Thursday. */
const YEAR = 364;

/**
 * How many days the story has to be moved back so that all of it lies behind `now`: the smallest
 * number of times 364; none when `now` is after the demonstration's own day.
 */
export function shiftFor(now: Date): number {
	const ahead = Date.parse(DEMO_CLOCK) - now.getTime();
	return ahead <= 0 ? 0 : Math.ceil(ahead / (YEAR * DAY)) * YEAR;
}

/** The calendar of a story that happened so many days earlier, at the same times of the day. */
export function calendarOf(shiftDays: number): Calendar {
	const day = (written: Day) =>
		dayOf(new Date(Date.parse(`${written}T12:00:00Z`) - shiftDays * DAY));
	return {
		day,
		at: (moment) => {
			const [written = '', time = ''] = moment.split(' ');
			return instantAt(day(written), time);
		}
	};
}
