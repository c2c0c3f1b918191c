import type { Catalogue } from '#i18n/catalogue.ts';
import { dayOf } from '#kernel/time.ts';

/** When a question is read, as it stands now; `waiting` when that time has come and gone. */
export type Reading =
	| { readonly is: 'unknown' | 'today' | 'waiting' }
	| { readonly is: 'later-today' | 'on-day'; readonly at: Date };

/** `readsAt` is when it is read first: now or before, when somebody read as it was sent. */
export function readingOf(readsAt: Date | null, now: Date): Reading {
	if (!readsAt) return { is: 'unknown' };
	const isToday = dayOf(readsAt) === dayOf(now);
	if (readsAt > now) return { is: isToday ? 'later-today' : 'on-day', at: readsAt };
	return { is: isToday ? 'today' : 'waiting' };
}

/** "Wij lezen dit maandag 24 mei vanaf 8.30 uur." */
export function readingInWords(
	{ questions: { reading: words }, format }: Pick<Catalogue, 'questions' | 'format'>,
	reading: Reading
): string {
	switch (reading.is) {
		case 'later-today':
			return words.laterToday(format.time(reading.at));
		case 'on-day':
			return words.onDay(format.weekday(reading.at), format.time(reading.at));
		case 'unknown':
		case 'today':
		case 'waiting':
			return words[reading.is];
	}
}
