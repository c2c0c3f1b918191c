import { nameFrom } from './names.ts';
import { shuffled, type Random } from './random.ts';
import type { DemoSchool } from './region.ts';

/** A family before it is in the database. */
export type PlannedFamily = {
	/** As the school knows it: `M-014`. */
	readonly key: string;
	readonly group: string;
	readonly names: readonly string[];
};

/**
 * The families of a school: as many as it has, with one or two parents so that together there are as
 * many as it says, spread over its groups. Those whom the stories know each come first in a family.
 */
export function familiesOf(
	{ slug, groups, families, parents, known }: DemoSchool,
	random: Random
): PlannedFamily[] {
	const withTwo = new Set(
		shuffled([...Array(families).keys()], random).slice(0, parents - families)
	);
	const letter = slug.charAt(slug === 'merelwaard' ? 5 : 0).toUpperCase();
	const places = shuffled([...Array(families).keys()], random);
	const speakers = new Map(known.map((name, nth) => [places[nth], name]));
	return Array.from({ length: families }, (_, nth) => {
		const first = speakers.get(nth) ?? nameFrom(random);
		const names = withTwo.has(nth) ? [first, nameFrom(random)] : [first];
		return {
			key: `${letter}-${String(nth + 1).padStart(3, '0')}`,
			group: groups[nth % groups.length] ?? '',
			names
		};
	});
}
