/** A thread goes three deep; what answers deeper hangs at three and says what it answers. */
export const DEEPEST = 3;

/** Where a contribution hangs, and what it answers when that is not what it hangs under. */
export type Place = {
	readonly parentId: string | null;
	readonly answersId: string | null;
	readonly rootId: string;
	readonly depth: number;
};

export type Placed = Place & { readonly id: string };

/**
 * The place of a new contribution that answers another, or nothing.
 *
 * Example: A has the answer B, and B the answer C. An answer to C cannot hang under C, which is at
 * three: it hangs under B, beside C, and answers C.
 */
export function placeFor(id: string, answered: Placed | null): Place {
	if (!answered) return { parentId: null, answersId: null, rootId: id, depth: 1 };
	const { rootId } = answered;
	if (answered.depth < DEEPEST)
		return { parentId: answered.id, answersId: null, rootId, depth: answered.depth + 1 };
	return { parentId: answered.parentId, answersId: answered.id, rootId, depth: DEEPEST };
}

export type Branch<Row> = { readonly row: Row; readonly replies: readonly Branch<Row>[] };
type Hanging = { readonly id: string; readonly parentId: string | null };

/** Rows as a tree, in the order they come in. What hangs under a row that is not here is a top. */
export function treeOf<Row extends Hanging>(rows: readonly Row[]): Branch<Row>[] {
	const branches = new Map(rows.map((row) => [row.id, { row, replies: [] as Branch<Row>[] }]));
	const tops: Branch<Row>[] = [];
	for (const branch of branches.values()) {
		const above = branch.row.parentId === null ? undefined : branches.get(branch.row.parentId);
		(above?.replies ?? tops).push(branch);
	}
	return tops;
}

/** A tree as it is read: each row, then what hangs under it. */
export function readingOrder<Row>(branches: readonly Branch<Row>[]): Row[] {
	return branches.flatMap(({ row, replies }) => [row, ...readingOrder(replies)]);
}

/** A tree without the withdrawn contributions that nothing hangs under any more. */
export function withoutBareStubs<Row extends { readonly withdrawnAt: Date | null }>(
	branches: readonly Branch<Row>[]
): Branch<Row>[] {
	return branches
		.map(({ row, replies }) => ({ row, replies: withoutBareStubs(replies) }))
		.filter(({ row, replies }) => row.withdrawnAt === null || replies.length > 0);
}
