import { type Moments, stageOf } from '#features/consultations/rules.ts';
import { Conflict, Invalid } from '#kernel/errors.ts';

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

/** Throws from the beginning of the evening on: people came for what was announced. */
export function assertNotBegun(evening: Timed, now: Date): void {
	if (eveningStageOf(evening, now) !== 'coming') throw new Conflict('evening.begun');
}

/** Throws before the evening, and once the report stands: what it was made of stays as it was. */
export function assertRecordable(consultation: Moments, evening: Timed, now: Date): void {
	const stage = stageOf(consultation, now);
	if (stage === 'withdrawn') throw new Conflict('theme.consultation-withdrawn');
	if (['reported', 'done', 'archived'].includes(stage))
		throw new Conflict('theme.report-published');
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
