import { type Moments, stageOf } from '#features/consultations/rules.ts';
import type { Reason } from '#i18n/reasons.ts';
import { Conflict, Invalid } from '#kernel/errors.ts';
import { dayOf } from '#kernel/time.ts';

type Timed = { readonly startsAt: Date; readonly endsAt: Date };
type Answer = { readonly label: string; readonly count: number };

/** Where an evening is in its life; read off the clock. */
export function eveningStageOf(it: Timed, now: Date): 'coming' | 'going-on' | 'over' {
	if (now < it.startsAt) return 'coming';
	return now < it.endsAt ? 'going-on' : 'over';
}

export function isPlannable(consultation: Moments, now: Date): boolean {
	return ['draft', 'planned', 'open'].includes(stageOf(consultation, now));
}

/** Throws once the consultation has closed: an evening is held while people can still take part. */
export function assertPlannable(consultation: Moments, now: Date): void {
	if (!isPlannable(consultation, now)) throw new Conflict('evening.too-late-to-plan');
}

/**
 * Throws for a beginning that has passed, or that comes when people can no longer take part. Says so
 * beside the day, or beside the time when only that is wrong.
 */
export function assertTimely({ closesAt }: Moments, startsAt: Date, now: Date): void {
	const wrong = (limit: Date, reason: Reason) =>
		new Invalid('input.invalid', {
			[dayOf(startsAt) === dayOf(limit) ? 'startsAt' : 'day']: reason
		});
	if (startsAt <= now) throw wrong(now, 'evening.start-passed');
	if (startsAt >= closesAt) throw wrong(closesAt, 'evening.after-closing');
}

/** Throws from the beginning of the evening on: people came for what was announced. */
export function assertNotBegun(evening: Timed, now: Date): void {
	if (eveningStageOf(evening, now) !== 'coming') throw new Conflict('evening.begun');
}

/** Whether the report stands, or will never come: what it was made of stays as it was. */
export function isFixed(consultation: Moments, now: Date): boolean {
	return ['reported', 'done', 'archived', 'withdrawn'].includes(stageOf(consultation, now));
}

/** Throws once the report stands or never will. */
export function assertNotFixed(consultation: Moments, now: Date): void {
	if (!isFixed(consultation, now)) return;
	const withdrawn = stageOf(consultation, now) === 'withdrawn';
	throw new Conflict(withdrawn ? 'theme.consultation-withdrawn' : 'theme.report-published');
}

/** Throws before the evening, and once the report stands. */
export function assertRecordable(consultation: Moments, evening: Timed, now: Date): void {
	assertNotFixed(consultation, now);
	if (eveningStageOf(evening, now) === 'coming') throw new Conflict('evening.not-begun');
}

/** How many were there may be put right until the count is closed. */
export function assertAttendanceOpen(consultation: Moments, evening: Timed, now: Date): void {
	assertRecordable(consultation, evening, now);
	if (stageOf(consultation, now) === 'counted') throw new Conflict('evening.counted');
}

export const handsIn = (answers: readonly Answer[]): number =>
	answers.reduce((sum, { count }) => sum + count, 0);

/** Throws when more people are said to have raised a hand, or nodded, than were there. */
export function assertWithin(attendance: number | null, people: number, field: string): void {
	if (attendance !== null && people > attendance)
		throw new Invalid('input.invalid', { [field]: 'evening.more-than-there' });
}
