import { Conflict } from '#kernel/errors.ts';

/**
 * Where a consultation is in its life, in order. `suspended` and `withdrawn` are side tracks;
 * `counted` is a closed one whose count two people confirmed.
 */
export const STAGES = [
	'draft',
	'planned',
	'open',
	'suspended',
	'closed',
	'counted',
	'reported',
	'done',
	'archived',
	'withdrawn'
] as const;
export type Stage = (typeof STAGES)[number];

/** The moments that decide a stage: things people did, and the period that was agreed. */
export type Moments = {
	readonly openedAt: Date | null;
	readonly suspendedAt: Date | null;
	readonly withdrawnAt: Date | null;
	readonly countedAt: Date | null;
	readonly reportedAt: Date | null;
	readonly completedAt: Date | null;
	readonly archivedAt: Date | null;
	readonly opensAt: Date;
	readonly closesAt: Date;
};

/**
 * The stage at this moment. Read off the clock and never stored, so it cannot be wrong when a job
 * is late: closing is only the consequence of this having become `closed`.
 *
 * Example: opened on 9 May, opens 10 May, closes 28 May 23.59: `planned` on the 9th, `open` from
 * the 10th, `closed` from 28 May 23.59 on.
 */
export function stageOf(it: Moments, now: Date): Stage {
	if (it.withdrawnAt) return 'withdrawn';
	if (it.archivedAt) return 'archived';
	if (it.completedAt) return 'done';
	if (it.reportedAt) return 'reported';
	if (it.countedAt) return 'counted';
	if (!it.openedAt) return 'draft';
	if (it.suspendedAt) return 'suspended';
	if (now < it.opensAt) return 'planned';
	return now < it.closesAt ? 'open' : 'closed';
}

/** Throws unless people can take part now. */
export function assertOpen(it: Moments, now: Date): void {
	const stage = stageOf(it, now);
	if (stage === 'open') return;
	if (stage === 'planned' || stage === 'draft') throw new Conflict('consultation.not-yet-open');
	throw new Conflict(stage === 'suspended' ? 'consultation.suspended' : 'consultation.closed');
}

/** Throws unless it is still being prepared. */
export function assertDraft(it: Moments, now: Date): void {
	if (stageOf(it, now) !== 'draft') throw new Conflict('consultation.fixed');
}

/** Throws once the period is over and the count can begin, or earlier. */
export function assertClosed(it: Moments, now: Date): void {
	if (stageOf(it, now) !== 'closed') throw new Conflict('consultation.not-closed');
}
