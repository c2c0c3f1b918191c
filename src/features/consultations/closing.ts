import type { Catalogue } from '#i18n/catalogue.ts';
import { type Day, dayOf, wallClock } from '#kernel/time.ts';

/**
 * The last day on which people can take part: that of the closing, or the day before when it closes
 * at midnight.
 */
export const lastDayOf = (closesAt: Date): Day => dayOf(new Date(closesAt.getTime() - 1));

/**
 * Until when people can take part, as a reader says it: "tot en met vrijdag 28 mei" when it closes at
 * 23.59, and otherwise with the time, "tot vrijdag 28 mei, 20.00 uur".
 */
export function untilIn({ consultations, format }: Catalogue, closesAt: Date): string {
	const day = format.weekday(closesAt);
	const whole = wallClock(closesAt).time === '23:59';
	return whole ? consultations.until(day) : consultations.untilTime(day, format.time(closesAt));
}
