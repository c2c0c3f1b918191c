import * as v from 'valibot';
import type { GroundRules } from '#features/consultations/ground-rules.ts';
import { thresholdRule } from '#features/polls/threshold.ts';
import type { Reason } from '#i18n/reasons.ts';
import { type Day, dayOf } from '#kernel/time.ts';

/** What still stands in the way of the opening: where it is mended, and what to say. */
export type Missing = { readonly field: string; readonly reason: Reason };

/** Everything that the opening looks at. */
export type Preparation = {
	readonly rules: GroundRules;
	readonly introduction: string;
	readonly motive: string;
	readonly facts: readonly string[];
	readonly contact: string;
	readonly panels: number;
	readonly polls: number;
	/** How many households or parents there are to ask. */
	readonly units: number;
	/** Nobody agreed, two did, or they agreed on rules that are not these any more. */
	readonly agreed: 'no' | 'yes' | 'otherwise';
};

/** What parents must be able to read before anybody asks them anything. */
function unwritten(it: Preparation): Missing[] {
	const { rules } = it;
	const absent: [boolean, string, Reason][] = [
		[it.introduction === '', 'introduction', 'open.introduction'],
		[it.motive === '', 'motive', 'open.motive'],
		[it.facts.length === 0, 'facts', 'open.facts'],
		[rules.fixed.length === 0, 'fixed', 'open.fixed'],
		[rules.open.length === 0, 'open', 'open.open'],
		[rules.decider === '', 'decider', 'open.decider'],
		[rules.decisionDay === '', 'decisionDay', 'open.decision-day'],
		[rules.answerDay === '', 'answerDay', 'open.answer-day'],
		[rules.weight === '', 'weight', 'open.weight'],
		[it.contact === '', 'contact', 'open.contact']
	];
	return absent.flatMap(([is, field, reason]) => (is ? [{ field, reason }] : []));
}

/** Which of the days that parents were told do not come after this closing. */
export function overtakenBy(
	closes: Date,
	{ decisionDay, answerDay }: Pick<GroundRules, 'decisionDay' | 'answerDay'>
): { decision: boolean; answer: boolean } {
	const isTooEarly = (day: Day) => day !== '' && day <= dayOf(closes);
	return { decision: isTooEarly(decisionDay), answer: isTooEarly(answerDay) };
}

/** Days that come in the wrong order, or are over. */
function untimely({ rules }: Preparation, now: Date): Missing[] {
	const closes = new Date(rules.closesAt);
	const overtaken = overtakenBy(closes, rules);
	const wrong: [boolean, string, Reason][] = [
		[closes <= now, 'closesDay', 'open.period-over'],
		[overtaken.decision, 'decisionDay', 'open.decision-too-early'],
		[overtaken.answer, 'answerDay', 'open.answer-too-early']
	];
	return wrong.flatMap(([is, field, reason]) => (is ? [{ field, reason }] : []));
}

/**
 * What still stands in the way of opening a consultation, in the order of its form. An empty list
 * means that it can be opened.
 */
export function missingFor(it: Preparation, now: Date): Missing[] {
	const { threshold } = it.rules;
	const missing = [...unwritten(it), ...untimely(it, now)];
	if (threshold !== null && !v.is(thresholdRule, threshold))
		missing.push({ field: 'response', reason: 'open.threshold' });
	if (it.polls + it.panels === 0) missing.push({ field: 'polls', reason: 'open.nothing-to-do' });
	if (it.polls > 0 && it.units === 0) missing.push({ field: 'electorate', reason: 'open.nobody' });
	if (it.agreed === 'no') missing.push({ field: 'agree', reason: 'open.not-agreed' });
	if (it.agreed === 'otherwise') missing.push({ field: 'agree', reason: 'open.agreed-otherwise' });
	return missing;
}

const DAYS_TO_WEIGH = 14;

/** Whether the decision comes so soon after the closing that the outcome can hardly still count. */
export function isDecidedSoon({ closesAt, decisionDay }: GroundRules): boolean {
	if (decisionDay === '') return false;
	const earliest = new Date(new Date(closesAt).getTime() + DAYS_TO_WEIGH * 86_400_000);
	return decisionDay < dayOf(earliest);
}
