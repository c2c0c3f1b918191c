/** A place of the tree where somebody belongs: its id, and its path from the top. */
export type Place = { readonly id: string; readonly path: string };

const idsOf = (path: string) => path.split('/').filter(Boolean);

/**
 * Where a unit is counted that belongs to these places: the deepest place above or at all of them.
 * A parent of groups 3 and 5 is counted under the school, one of group 3 alone under group 3.
 *
 * Example: `/home/swv/school/g3/` and `/home/swv/school/g5/` give `school`.
 */
export function countedUnder(places: readonly Place[], otherwise: string): string {
	const [first, ...others] = places.map(({ path }) => idsOf(path));
	const common = (first ?? []).filter((id, depth) => others.every((ids) => ids[depth] === id));
	return common.at(-1) ?? otherwise;
}

/** Gathers rows by a key, in the order in which the keys first come. */
export function groupBy<Row>(
	rows: readonly Row[],
	keyOf: (row: Row) => string
): Map<string, Row[]> {
	const groups = new Map<string, Row[]>();
	for (const row of rows) {
		const group = groups.get(keyOf(row));
		if (group) group.push(row);
		else groups.set(keyOf(row), [row]);
	}
	return groups;
}
