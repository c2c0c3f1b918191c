import type { Catalogue } from '#i18n/catalogue.ts';
import type { LiveAnswer } from './server/queries.ts';

/** When the board does what it answered, as it stands today; empty when it promised no moment. */
export function promiseText(answer: LiveAnswer, { reports, format }: Catalogue): string {
	const day = answer.dueOn ? format.date(answer.dueOn) : '';
	if (answer.due === 'done') return reports.doneOn(format.date(answer.doneOn ?? ''));
	if (answer.due === 'late') return reports.lateSince(day);
	return answer.due === 'coming' ? reports.dueBy(day) : (answer.dueWords ?? '');
}
