import type { GroundRules, RuledPoll } from '#features/consultations/ground-rules.ts';

/** As much of a poll as the rules fix. */
export type PollAsked = {
	readonly slug: string;
	readonly question: string;
	readonly method: string;
	readonly options: readonly {
		readonly id: string;
		readonly label: string;
		readonly hint?: string;
		readonly noPreference?: boolean;
	}[];
	readonly settings: Readonly<Record<string, number>>;
};

function ruled({ slug, question, method, options, settings }: PollAsked): RuledPoll {
	return {
		slug,
		question,
		method,
		options: options.map(({ id, label, hint, noPreference }) => ({
			id,
			label,
			...(hint ? { hint } : {}),
			...(noPreference ? { noPreference } : {})
		})),
		settings
	};
}

/**
 * The whole of the rules: what was drafted, and every poll with its options. Their canonical JSON is
 * what two people agree on and what is frozen.
 */
export const finalRules = (rules: GroundRules, polls: readonly PollAsked[]): GroundRules => ({
	...rules,
	polls: polls.map(ruled)
});
