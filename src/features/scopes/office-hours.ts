import type { Catalogue } from '#i18n/catalogue.ts';
import { dayOf, instantAt } from '#kernel/time.ts';

export const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'] as const;
export type Weekday = (typeof WEEKDAYS)[number];

/** From when to when, by the clock on the school's wall: `08:30` to `12:00`. */
export type Span = { readonly from: string; readonly to: string };

/** On what days of the week somebody reads, and when. Holidays are not known. */
export type OfficeHours = { readonly [Day in Weekday]?: Span };

const DAY_MS = 24 * 60 * 60_000;

/**
 * When somebody reads what is sent now: now itself within the hours, else the next time that they
 * begin. Null when there are no hours at all.
 */
export function readsNext(hours: OfficeHours, now: Date): Date | null {
	const noon = Date.parse(`${dayOf(now)}T12:00:00Z`);
	// a week from today is the same day again, for when its hours are over today
	for (let ahead = 0; ahead <= 7; ahead++) {
		const date = new Date(noon + ahead * DAY_MS);
		const weekday = WEEKDAYS[date.getUTCDay() - 1];
		const span = weekday && hours[weekday];
		if (!span) continue;
		const day = date.toISOString().slice(0, 10);
		if (now >= instantAt(day, span.to)) continue;
		const begins = instantAt(day, span.from);
		return begins > now ? begins : now;
	}
	return null;
}

type Words = Pick<Catalogue, 'scopes'>;
type Hours = { readonly opening?: OfficeHours; readonly hours?: string };

const sameSpan = (a: Span, b: Span) => a.from === b.from && a.to === b.to;

/** "maandag tot en met donderdag van 8.30 tot 15.00 uur": days in a row with the same hours are one. */
export function openingInWords({ scopes: words }: Words, opening: OfficeHours): string {
	const runs: { first: Weekday; last: Weekday; span: Span; next: number }[] = [];
	for (const [place, day] of WEEKDAYS.entries()) {
		const span = opening[day];
		if (!span) continue;
		const run = runs.at(-1);
		if (run?.next === place && sameSpan(run.span, span)) {
			run.last = day;
			run.next = place + 1;
		} else runs.push({ first: day, last: day, span, next: place + 1 });
	}
	return runs
		.map(({ first, last, span }) => {
			const days =
				first === last
					? words.weekday[first]
					: words.throughout(words.weekday[first], words.weekday[last]);
			return words.openOn(days, span.from, span.to);
		})
		.join(', ');
}

/** When somebody can be reached, in sentences: the days of the week, and what was added to them. */
export function hoursInWords(text: Words, { opening, hours }: Hours): string {
	const days = opening ? openingInWords(text, opening) : '';
	return [days && `${days.charAt(0).toUpperCase()}${days.slice(1)}.`, hours]
		.filter(Boolean)
		.join(' ');
}
