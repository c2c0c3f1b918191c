/**
 * A house rule as it is cited: by its number in the edition that held then, and with its words there.
 * A later edition may number other rules; it changes nothing about what was decided before.
 */
export type CitedRule = {
	readonly rule: number;
	/** The id of the edition. */
	readonly edition: string;
	readonly words: string;
};

/** A rule of an edition, by its number: rule 1 is the first. */
export const citedRule = (
	edition: { readonly id: string; readonly rules: readonly string[] } | null | undefined,
	rule: number | null
): CitedRule => ({
	rule: rule ?? 0,
	edition: edition?.id ?? '',
	words: edition?.rules[(rule ?? 0) - 1] ?? ''
});

/** Where that edition can be read, from the beginning of a scope: `/merelmolen`. */
export const addressOf = (home: string, { edition, rule }: CitedRule): string =>
	`${home}/house-rules?edition=${edition}#rule-${String(rule)}`;
