import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { placeFor, readingOrder, treeOf, withoutBareStubs, type Placed } from './thread.ts';

/** Contributions that each answer an earlier one, or nothing: any tree, in the order of posting. */
const discussions = fc.array(fc.option(fc.nat(), { freq: 4 }), { maxLength: 80 }).map((answers) =>
	answers.map((answered, nth) => ({
		id: `c${String(nth)}`,
		answers: answered === null || nth === 0 ? null : `c${String(answered % nth)}`
	}))
);

function posted(discussion: readonly { id: string; answers: string | null }[]): Placed[] {
	const placed = new Map<string, Placed>();
	for (const { id, answers } of discussion) {
		const answered = answers === null ? null : (placed.get(answers) ?? null);
		placed.set(id, { ...placeFor(id, answered), id });
	}
	return [...placed.values()];
}

describe('any discussion', () => {
	test('is at most three deep, each under one that is one level higher', () => {
		fc.assert(
			fc.property(discussions, (discussion) => {
				const placed = new Map(posted(discussion).map((it) => [it.id, it]));
				for (const { id, depth, parentId, rootId } of placed.values()) {
					const above = parentId === null ? undefined : placed.get(parentId);
					expect(depth).toBe((above?.depth ?? 0) + 1);
					expect(depth).toBeLessThanOrEqual(3);
					expect(rootId).toBe(above?.rootId ?? id);
				}
			})
		);
	});

	test('still says of each contribution what it answers', () => {
		fc.assert(
			fc.property(discussions, (discussion) => {
				const placed = posted(discussion);
				expect(
					placed.map(({ id, answersId, parentId }) => ({ id, answers: answersId ?? parentId }))
				).toEqual(discussion);
				expect(placed.every(({ answersId, depth }) => answersId === null || depth === 3)).toBe(
					true
				);
			})
		);
	});

	test('is shown whole: every contribution once, and what hangs together in order of posting', () => {
		fc.assert(
			fc.property(discussions, (discussion) => {
				const placed = posted(discussion);
				const tree = treeOf(placed);
				expect(
					readingOrder(tree)
						.map(({ id }) => id)
						.toSorted()
				).toEqual(discussion.map(({ id }) => id).toSorted());
				const nth = new Map(discussion.map(({ id }, place) => [id, place]));
				const inOrder = (siblings: readonly (typeof tree)[number][]): boolean =>
					siblings.every(
						({ row, replies }, place) =>
							inOrder(replies) &&
							(nth.get(siblings[place + 1]?.row.id ?? '') ?? Infinity) > (nth.get(row.id) ?? 0)
					);
				expect(inOrder(tree)).toBe(true);
			})
		);
	});
});

test('an answer to the deepest level hangs beside it and says what it answers', () => {
	const [a, b, c, d] = posted([
		{ id: 'a', answers: null },
		{ id: 'b', answers: 'a' },
		{ id: 'c', answers: 'b' },
		{ id: 'd', answers: 'c' }
	]);
	expect([a?.depth, b?.depth, c?.depth]).toEqual([1, 2, 3]);
	expect(d).toEqual({ id: 'd', parentId: 'b', answersId: 'c', rootId: 'a', depth: 3 });
});

test('what hangs under a contribution that is on another page stands at the top', () => {
	const tree = treeOf([
		{ id: 'b', parentId: 'a' },
		{ id: 'c', parentId: 'b' }
	]);
	expect(tree.map(({ row }) => row.id)).toEqual(['b']);
});

test('a withdrawn contribution is seen only as long as something hangs under it', () => {
	const gone = { withdrawnAt: new Date(0) };
	const here = { withdrawnAt: null };
	const tree = treeOf([
		{ id: 'a', parentId: null, ...gone },
		{ id: 'b', parentId: 'a', ...gone },
		{ id: 'c', parentId: null, ...gone },
		{ id: 'd', parentId: 'c', ...here }
	]);
	expect(readingOrder(withoutBareStubs(tree)).map(({ id }) => id)).toEqual(['c', 'd']);
});
