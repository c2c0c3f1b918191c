import { stageOf, type Moments, type Stage } from '#features/consultations/rules.ts';

const isAt =
	(...stages: Stage[]) =>
	(consultation: Moments, now: Date): boolean =>
		stages.includes(stageOf(consultation, now));

/** A closing can be moved as long as it has not come, and the clock runs. */
export const isExtendable = isAt('planned', 'open');
/** A typing error can be mended until the report has taken over the texts. */
export const isCorrectable = isAt('planned', 'open', 'suspended', 'closed', 'counted');
export const isSuspendable = isAt('planned', 'open');
export const isResumable = isAt('suspended');
/** What was counted is not withdrawn any more: it gets its report. */
export const isWithdrawable = isAt('planned', 'open', 'suspended', 'closed');
