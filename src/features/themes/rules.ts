import { type Moments, type Stage, stageOf } from '#features/consultations/rules.ts';
import { Conflict } from '#kernel/errors.ts';

const OPEN: readonly Stage[] = ['open', 'suspended', 'closed', 'counted'];

/** From the opening of the consultation until its report is published. */
export const canMakeThemes = (consultation: Moments, now: Date): boolean =>
	OPEN.includes(stageOf(consultation, now));

/** Throws outside that time: before, nothing was said; after, the report stands on the themes. */
export function assertThemesOpen(consultation: Moments, now: Date): void {
	if (canMakeThemes(consultation, now)) return;
	const stage = stageOf(consultation, now);
	if (stage === 'draft' || stage === 'planned') throw new Conflict('theme.not-open');
	throw new Conflict(
		stage === 'withdrawn' ? 'theme.consultation-withdrawn' : 'theme.report-published'
	);
}
