import { ZONE } from '#i18n/zone.ts';

/** A day on the school's calendar, `2027-05-20`. */
export type Day = string;

const clock = new Intl.DateTimeFormat('sv-SE', {
	timeZone: ZONE,
	dateStyle: 'short',
	timeStyle: 'short'
});

type WallClock = { readonly date: Day; readonly time: string };

/** Minutes that were asked for before, by number: a page asks for the same few, and one takes long. */
const known = new Map<number, WallClock>();
const KEPT = 1000;

/** What calendar and clock on the school's wall say: `{ date: '2026-11-22', time: '06:30' }`. */
export function wallClock(now: Date): WallClock {
	const minute = Math.floor(now.getTime() / 60_000);
	const before = known.get(minute);
	if (before) return before;
	const [date = '', time = ''] = clock.format(now).split(' ');
	if (known.size === KEPT) known.clear();
	known.set(minute, { date, time });
	return { date, time };
}

export const dayOf = (now: Date): Day => wallClock(now).date;

/**
 * The instant at which the school's wall shows this: `instantAt('2027-05-28', '19:45')`.
 *
 * An hour that does not exist (the night of summer time) moves forward; one that comes twice is
 * the first.
 */
export function instantAt(date: Day, time: string): Date {
	const asUtc = Date.parse(`${date}T${time}:00Z`);
	if (Number.isNaN(asUtc)) throw new RangeError(`not a day and time: ${date} ${time}`);
	const hours = 3_600_000;
	for (const offset of [2, 1]) {
		const candidate = new Date(asUtc - offset * hours);
		const wall = wallClock(candidate);
		if (wall.date === date && wall.time === time) return candidate;
	}
	return new Date(asUtc - 1 * hours);
}

/** Whole calendar days from one day to another; negative when `to` lies before `from`. */
export function daysBetween(from: Day, to: Day): number {
	return Math.floor((Date.parse(`${to}T12:00:00Z`) - Date.parse(`${from}T12:00:00Z`)) / 86_400_000);
}

/** Whether a text is a day of the calendar: no 30 February. */
export const isDay = (text: string) =>
	/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/.test(text) &&
	dayOf(instantAt(text, '12:00')) === text;
