import { type Moments, stageOf } from '#features/consultations/rules.ts';
import { Conflict } from '#kernel/errors.ts';

/** A report can be worked on from the moment the count is closed until the consultation is done. */
export function assertReportable(consultation: Moments, now: Date): void {
	const stage = stageOf(consultation, now);
	if (stage === 'counted' || stage === 'reported') return;
	throw new Conflict(
		stage === 'done' || stage === 'archived' ? 'report.finished' : 'report.not-counted'
	);
}

/** The board answers what was published, until the consultation is done. */
export function assertAnswerable(consultation: Moments, now: Date): void {
	const stage = stageOf(consultation, now);
	if (stage === 'reported') return;
	throw new Conflict(
		stage === 'done' || stage === 'archived' ? 'report.finished' : 'report.not-yet'
	);
}
