import type { EveningPart } from '../document.ts';
import type { Evening, HandCount, Note } from '#features/evenings/server/queries.ts';

/** What happened on an evening: who were there in number, what was noted, and shows of hands. */
export function eveningPart(
	evening: Evening,
	notes: readonly Note[],
	hands: readonly HandCount[]
): EveningPart {
	const { slug, title, place, attendance, startsAt, tables } = evening;
	return {
		slug,
		title,
		startsAt: startsAt.toISOString(),
		place,
		attendance,
		tables: tables.length,
		notes: notes.length,
		hands: hands.map(({ question, answers }) => ({ question, answers }))
	};
}
