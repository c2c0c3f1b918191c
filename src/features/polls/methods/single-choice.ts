import * as v from 'valibot';
import { tallyOf } from '#features/polls/tally.ts';
import { BLANK, type CountingMethod } from './method.ts';

/** The id of one option, or null for a ballot left blank on purpose. */
export type SingleChoice = { readonly choice: string | null };

/**
 * One choice each. An option's count is the number of ballots that name it.
 *
 * A form that says nothing is refused: online, blank has to be said. Two marks are refused too; on
 * paper such a slip is invalid.
 *
 * Example: ballots b, b, a and a blank one give b 1/2, a 1/4 and one blank of four.
 */
export const singleChoice: CountingMethod<SingleChoice> = {
	id: 'single-choice',

	settings: v.strictObject({}, 'poll.settings'),

	read(form) {
		const marks = form.getAll('choice').filter((mark) => mark !== '');
		if (marks.length > 1) return { choice: marks };
		return { choice: marks[0] === BLANK ? null : marks[0] };
	},

	ballot: (poll) =>
		v.object(
			{
				choice: v.nullable(
					v.picklist(
						poll.options.map(({ id }) => id),
						({ input }) =>
							typeof input === 'string' ? 'ballot.unknown-option' : 'ballot.choose-one'
					)
				)
			},
			'ballot.choose-one'
		),

	count(ballots, poll) {
		const counts = new Map(poll.options.map(({ id }) => [id, 0]));
		let blank = 0;
		for (const { choice } of ballots) {
			if (choice === null) blank += 1;
			else counts.set(choice, (counts.get(choice) ?? 0) + 1);
		}
		return tallyOf({ ballots: ballots.length, blank, counts }, poll.options);
	}
};
