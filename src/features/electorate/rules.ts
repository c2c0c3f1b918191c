import { stageOf, type Moments } from '#features/consultations/rules.ts';
import { Conflict } from '#kernel/errors.ts';

/** Whether there are rights, and there is still time to use them. */
export const isUsable = (consultation: Moments, now: Date): boolean =>
	['planned', 'open'].includes(stageOf(consultation, now));

/** Throws before the electorate is drawn, and once nobody can take part any more. */
export function assertUsable(consultation: Moments, now: Date): void {
	if (isUsable(consultation, now)) return;
	const stage = stageOf(consultation, now);
	if (stage === 'draft') throw new Conflict('codes.not-yet');
	throw new Conflict(stage === 'suspended' ? 'consultation.suspended' : 'consultation.period-over');
}
