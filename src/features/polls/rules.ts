import type { Channel, GroundRules } from '#features/consultations/ground-rules.ts';
import { stageOf, type Moments, type Stage } from '#features/consultations/rules.ts';
import { Conflict } from '#kernel/errors.ts';
import { dayOf, type Day } from '#kernel/time.ts';

/** School days after the closing in which slips from before it may still be entered. */
const GRACE_DAYS = 3;

/** The stages in which a count has been closed and can be read. */
const COUNTED: readonly Stage[] = ['counted', 'reported', 'done', 'archived'];
export const isCounted = (stage: Stage): boolean => COUNTED.includes(stage);

/** The day `count` school days (Monday to Friday) after a day. Friday and 3 is Wednesday. */
export function schoolDaysAfter(from: Day, count: number): Day {
	let at = Date.parse(`${from}T12:00:00Z`);
	for (let left = count; left > 0;) {
		at += 24 * 60 * 60_000;
		const weekday = new Date(at).getUTCDay();
		if (weekday !== 0 && weekday !== 6) left -= 1;
	}
	return new Date(at).toISOString().slice(0, 10);
}

/** The last day on which slips may be entered. */
export const lastEntryDay = (closesAt: Date): Day => schoolDaysAfter(dayOf(closesAt), GRACE_DAYS);

/** Throws unless slips may be entered now: from the opening to the end of the days of grace. */
export function assertEnterable(consultation: Moments, now: Date): void {
	const stage = stageOf(consultation, now);
	if (stage === 'open' || stage === 'suspended') return;
	if (stage === 'closed' && dayOf(now) <= lastEntryDay(consultation.closesAt)) return;
	throw new Conflict(
		stage === 'draft' || stage === 'planned' ? 'consultation.not-yet-open' : 'slip.entry-over'
	);
}

/** Throws unless the ground rules let answers come in by this channel. */
export function assertChannel({ channels }: Pick<GroundRules, 'channels'>, channel: Channel): void {
	if (!channels.includes(channel)) throw new Conflict('poll.not-by-this-channel');
}
