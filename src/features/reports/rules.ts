import { type Moments, stageOf } from '#features/consultations/rules.ts';
import { Conflict } from '#kernel/errors.ts';

/** Whether the report can be worked on: from the close of the count until the consultation is done. */
export function isReportable(consultation: Moments, now: Date): boolean {
	const stage = stageOf(consultation, now);
	return stage === 'counted' || stage === 'reported';
}

/** Throws unless the report can be worked on. */
export function assertReportable(consultation: Moments, now: Date): void {
	if (!isReportable(consultation, now))
		throw tooEarlyOrLate(consultation, now, 'report.not-counted');
}

/** Whether the board can answer: what was published, until the consultation is done. */
export const isAnswerable = (consultation: Moments, now: Date): boolean =>
	stageOf(consultation, now) === 'reported';

/** Throws unless the board can answer. */
export function assertAnswerable(consultation: Moments, now: Date): void {
	if (!isAnswerable(consultation, now)) throw tooEarlyOrLate(consultation, now, 'report.not-yet');
}

function tooEarlyOrLate(
	consultation: Moments,
	now: Date,
	early: 'report.not-counted' | 'report.not-yet'
): Conflict {
	const stage = stageOf(consultation, now);
	return new Conflict(stage === 'done' || stage === 'archived' ? 'report.finished' : early);
}
