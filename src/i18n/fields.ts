import type { Catalogue } from './catalogue.ts';
import { wordsFor } from './reasons.ts';

/** A form that came back: what was typed, and what is wrong with which field. */
type Returned = {
	readonly values: Readonly<Record<string, string>>;
	readonly issues: Readonly<Record<string, string>>;
};

/**
 * Ties the fields of one form to what came back, so that nothing typed is lost and every reason
 * stands beside its field: `<Field {...field('title')} label={…} />`. Where a page has several
 * forms, `idOf` tells their ids apart.
 */
export const fieldsOf =
	(
		{ reasons }: Pick<Catalogue, 'reasons'>,
		returned: () => Returned | null,
		idOf: (name: string) => string = (name) => name
	) =>
	(name: string) => {
		const { values, issues } = returned() ?? { values: {}, issues: {} };
		const reason = issues[name];
		return {
			name,
			id: idOf(name),
			value: values[name],
			issue: reason === undefined ? undefined : wordsFor(reasons, reason)
		};
	};
