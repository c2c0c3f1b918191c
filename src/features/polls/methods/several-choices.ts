import * as v from 'valibot';
import { tallyOf } from '#features/polls/tally.ts';
import { BLANK, type CountingMethod, type PollShape } from './method.ts';

/** The ids of the options ticked, in the order of the poll. None is a ballot left blank. */
export type SeveralChoices = { readonly choices: readonly string[] };

const number = v.pipe(
	v.number('poll.settings'),
	v.integer('poll.settings'),
	v.minValue(1, 'poll.settings')
);

const minimum = (poll: PollShape) => poll.settings['minimum'] ?? 1;
const maximum = (poll: PollShape) => poll.settings['maximum'] ?? poll.options.length;

/** Whether "geen voorkeur" is ticked beside something else. */
function contradicts(ticked: readonly string[], poll: PollShape): boolean {
	return (
		ticked.length > 1 &&
		poll.options.some(({ id, noPreference }) => noPreference && ticked.includes(id))
	);
}

/**
 * Several choices each, between `minimum` (1 unless set) and `maximum` (all unless set). An
 * option's count is the number of people who ticked it, and its share is of the people: shares add
 * up to more than one. `ticks` is the number of crosses on all ballots.
 *
 * Blank and "geen voorkeur" stand alone and need no minimum.
 *
 * Example: ballots {a, b}, {a} and a blank one give a 2/3 and b 1/3 of three people, with 3 ticks.
 */
export const severalChoices: CountingMethod<SeveralChoices> = {
	id: 'several-choices',

	settings: v.pipe(
		v.strictObject(
			{ minimum: v.exactOptional(number), maximum: v.exactOptional(number) },
			'poll.settings'
		),
		v.check(
			({ minimum = 1, maximum = minimum }) => minimum <= maximum,
			'poll.minimum-above-maximum'
		)
	),

	read(form) {
		const ticked = form.getAll('choice').filter((tick) => tick !== '');
		if (ticked.length === 1 && ticked[0] === BLANK) return { choices: [] };
		return { choices: ticked.length === 0 ? undefined : ticked };
	},

	ballot(poll) {
		const ids = poll.options.map(({ id }) => id);
		const alone = new Set(poll.options.filter((it) => it.noPreference).map(({ id }) => id));
		const free = (ticked: readonly string[]) => ticked.every((id) => alone.has(id));
		return v.object(
			{
				choices: v.pipe(
					v.array(
						v.picklist(ids, ({ input }) =>
							input === BLANK ? 'ballot.blank-alone' : 'ballot.unknown-option'
						),
						'ballot.choose-some'
					),
					v.transform((ticked) => ids.filter((id) => ticked.includes(id))),
					v.check((ticked) => !contradicts(ticked, poll), 'ballot.no-preference-alone'),
					v.check((ticked) => free(ticked) || ticked.length >= minimum(poll), 'ballot.too-few'),
					v.maxLength(maximum(poll), 'ballot.too-many')
				)
			},
			'ballot.choose-some'
		);
	},

	count(ballots, poll) {
		const counts = new Map(
			poll.options.map(({ id }) => [id, ballots.filter((it) => it.choices.includes(id)).length])
		);
		return tallyOf(
			{
				ballots: ballots.length,
				blank: ballots.filter(({ choices }) => choices.length === 0).length,
				ticks: ballots.reduce((sum, { choices }) => sum + choices.length, 0),
				counts
			},
			poll.options
		);
	}
};
