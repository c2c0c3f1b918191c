import fc from 'fast-check';
import { expect, test } from 'vitest';
import { changeOf, LEAVES, likelyMoves, planYear, STAYS, undoOf, type Row } from './school-year.ts';

const groups = (...names: string[]) => names.map((name) => ({ id: name, name }));
const likely = (...names: string[]) => Object.fromEntries(likelyMoves(groups(...names)));

test('each group moves to the next, and the last one leaves', () => {
	expect(likely('Groep 6', 'Groep 7', 'Groep 8')).toEqual({
		'Groep 6': 'Groep 7',
		'Groep 7': 'Groep 8',
		'Groep 8': LEAVES
	});
});

test('parallel groups keep their letter, and of what is unclear nothing is guessed', () => {
	expect(likely('3a', '3b', '4a', '4b', '8B Hannelore', 'Apen', 'Groep 1/2')).toEqual({
		...{ '3a': '4a', '3b': '4b', '4a': STAYS, '4b': STAYS },
		...{ '8B Hannelore': LEAVES, Apen: STAYS, 'Groep 1/2': STAYS }
	});
	expect(likely('Groep 2', 'Groep 3/4', 'Groep 5')).toEqual({
		'Groep 2': 'Groep 3/4',
		'Groep 3/4': STAYS,
		'Groep 5': LEAVES
	});
});

const row = (scopeId: string, personId: string, status: Row['status'] = 'active'): Row => ({
	...{ scopeId, personId, status }
});
/** What the rows are after a change. */
function after(rows: readonly Row[], { gone, come }: ReturnType<typeof changeOf>): Row[] {
	const key = (it: Row) => `${it.scopeId} ${it.personId}`;
	const result = new Map(rows.map((it) => [key(it), it]));
	for (const it of gone) result.delete(key(it));
	for (const it of come) {
		const there = result.get(key(it));
		if (!there || there.status === 'left')
			result.set(key(it), there ? { ...it, status: 'active' } : it);
	}
	return [...result.values()].toSorted((a, b) => key(a).localeCompare(key(b)));
}

test('a parent with children in two groups that follow each other moves with both', () => {
	const rows = [row('g7', 'anna'), row('g8', 'anna')];
	const targets = new Map([
		['g7', 'g8'],
		['g8', LEAVES]
	]);
	const plan = planYear(rows, targets);
	expect(after(rows, changeOf(plan))).toEqual([row('g8', 'anna')]);
});

test('who was kept out stays so in the next group, and does not become one who left', () => {
	const rows = [row('g7', 'anna', 'no-access'), row('g8', 'bram', 'blocked')];
	const plan = planYear(
		rows,
		new Map([
			['g7', 'g8'],
			['g8', LEAVES]
		])
	);
	expect(after(rows, changeOf(plan))).toEqual([
		row('g8', 'anna', 'no-access'),
		row('g8', 'bram', 'blocked')
	]);
});

test('who was blocked since then is blocked in their old group when it is undone', () => {
	const rows = [row('g3', 'anna')];
	const plan = planYear(rows, new Map([['g3', 'g4']]));
	expect(
		after([row('g4', 'anna', 'blocked')], undoOf(plan, [row('g4', 'anna', 'blocked')]))
	).toEqual([row('g3', 'anna', 'blocked')]);
	expect(undoOf(plan, [row('g5', 'anna')])).toEqual({ gone: [], come: [] });
});

const ids = ['g1', 'g2', 'g3', 'g4'];
const rowsOf = fc
	.uniqueArray(
		fc.record({
			scopeId: fc.constantFrom(...ids),
			personId: fc.constantFrom('a', 'b', 'c'),
			status: fc.constantFrom<Row['status']>('active', 'blocked', 'no-access')
		}),
		{ selector: ({ scopeId, personId }) => `${scopeId} ${personId}` }
	)
	// somebody is kept out of a whole school at once
	.map((rows) => rows.map((it) => ({ ...it, status: statusOf(rows, it.personId) })));
const statusOf = (rows: readonly Row[], personId: string) =>
	rows.find((it) => it.personId === personId)?.status ?? 'active';
const targetsOf = fc
	.tuple(...ids.map(() => fc.constantFrom(STAYS, LEAVES, ...ids)))
	.map((targets) => new Map(ids.map((id, nth) => [id, targets[nth] ?? STAYS])));

test('whatever moves where, nobody is lost, nobody is doubled, and undoing gives back what was', () => {
	fc.assert(
		fc.property(rowsOf, targetsOf, (rows, targets) => {
			const plan = planYear(rows, targets);
			const moved = after(rows, changeOf(plan));
			expect(new Set(moved.map(({ personId }) => personId))).toEqual(
				new Set(rows.map(({ personId }) => personId))
			);
			expect(after(moved, undoOf(plan, moved))).toEqual(after(rows, { gone: [], come: [] }));
		}),
		{ numRuns: 1000 }
	);
});
