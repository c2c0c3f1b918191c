import type { Day } from '#kernel/time.ts';
import type { AnswerPart } from './document.ts';

/** What stands of a promise on a day: kept, still coming, late, or none was made. */
export type Due = 'none' | 'coming' | 'late' | 'done';

/** Where a promise stands today. Read off the calendar, so that silence shows by itself. */
export function dueOf(
	answer: Pick<AnswerPart, 'dueOn'> & { readonly doneOn: Day | null },
	today: Day
): Due {
	if (answer.doneOn) return 'done';
	if (!answer.dueOn) return 'none';
	return today > answer.dueOn ? 'late' : 'coming';
}

/** Whether the board is later with its answer than it promised before the opening. */
export const isOverdue = (answerDay: Day, today: Day): boolean => today > answerDay;
