import type { Standing } from './rules.ts';

/** Where the parents of a group go: to another group by its id, nowhere, or out of the school. */
export type Target = string;
export const STAYS = 'stays';
export const LEAVES = 'leaves';

type Group = { readonly id: string; readonly name: string };

const YEARS = /(\d{1,2})(?:\s*[/+&-]\s*(\d{1,2}))?\s*([a-z])?(?![\p{L}\d])/iu;

/** The school years that a name tells of: "Groep 3/4" has 3 and 4, "Groep 8b" has 8 and the letter b. */
function yearsOf(name: string): { years: readonly number[]; letter: string } {
	const [, first, second, letter = ''] = YEARS.exec(name) ?? [];
	const years = [first, second].flatMap((it) => (it === undefined ? [] : [Number(it)]));
	return { years, letter: letter.toLowerCase() };
}

/**
 * What most probably happens to each group in summer: group 3 becomes group 4, and the last group
 * leaves. Of a combined group nobody can tell who goes where, nor of a name without a year; those
 * stay until somebody chooses.
 */
export function likelyMoves(groups: readonly Group[]): Map<string, Target> {
	const known = groups.map((group) => ({ id: group.id, ...yearsOf(group.name) }));
	const last = Math.max(0, ...known.flatMap(({ years }) => years));
	return new Map(
		known.map(({ id, years, letter }) => {
			const [year, ...others] = years;
			if (year === undefined || others.length > 0) return [id, STAYS];
			const next = known.filter((it) => it.years.includes(year + 1));
			const alike = next.filter((it) => it.letter === letter && it.years.length === 1);
			const [only, ...more] = alike.length === 1 ? alike : next;
			if (only && more.length === 0) return [id, only.id];
			return [id, year === last ? LEAVES : STAYS];
		})
	);
}

/** A parent of a group. */
export type Row = {
	readonly scopeId: string;
	readonly personId: string;
	readonly status: Standing;
};
/** A parent who goes from one group to another; `made` when they were no parent of that one yet. */
export type Move = {
	readonly personId: string;
	readonly from: string;
	readonly to: string;
	readonly status: Standing;
	readonly made: boolean;
};
export type YearPlan = { readonly moves: readonly Move[]; readonly leavers: readonly Row[] };

const keyOf = (scopeId: string, personId: string) => `${scopeId} ${personId}`;

/**
 * What happens to each parent when all groups move at once. Whoever was kept out stays so, in the next
 * group too; whoever left before is not looked at.
 */
export function planYear(rows: readonly Row[], targets: ReadonlyMap<string, Target>): YearPlan {
	const present = rows.filter(({ status }) => status !== 'left');
	const targetOf = ({ scopeId }: Row) => targets.get(scopeId) ?? STAYS;
	const goes = (row: Row) => ![STAYS, LEAVES, row.scopeId].includes(targetOf(row));
	const there = new Set(
		present.filter((row) => !goes(row)).map((row) => keyOf(row.scopeId, row.personId))
	);
	const moves = present.filter(goes).map((row): Move => {
		const { personId, scopeId: from, status } = row;
		const to = targetOf(row);
		const made = !there.has(keyOf(to, personId));
		there.add(keyOf(to, personId));
		return { personId, from, to, status, made };
	});
	// who comes to a group with one child while another leaves it, stays a parent of it
	const arrived = new Set(moves.map(({ to, personId }) => keyOf(to, personId)));
	const leavers = present.filter(
		(row) =>
			targetOf(row) === LEAVES &&
			row.status === 'active' &&
			!arrived.has(keyOf(row.scopeId, row.personId))
	);
	return { moves, leavers };
}

/** What must be written, of rows before and rows after: those to take away, and those to put there. */
export type Change = { readonly gone: readonly Row[]; readonly come: readonly Row[] };

export function changeOf({ moves, leavers }: YearPlan): Change {
	const moved = moves.map(({ personId, from, status }) => ({ personId, scopeId: from, status }));
	const arrived = moves
		.filter(({ made }) => made)
		.map(({ personId, to, status }) => ({ personId, scopeId: to, status }));
	const left = leavers.map((row) => ({ ...row, status: 'left' as const }));
	return { gone: [...moved, ...leavers], come: [...arrived, ...left] };
}

/**
 * What undoes a plan, on the rows as they are by now. Who was moved on by hand since then stays where
 * they are; who was blocked since then is blocked in their old group too.
 */
export function undoOf({ moves, leavers }: YearPlan, rows: readonly Row[]): Change {
	const now = new Map(rows.map((row) => [keyOf(row.scopeId, row.personId), row]));
	const back = moves.flatMap((move) => {
		const row = now.get(keyOf(move.to, move.personId));
		return row ? [{ move, row }] : [];
	});
	const returned = leavers.filter(
		({ scopeId, personId }) => now.get(keyOf(scopeId, personId))?.status === 'left'
	);
	return {
		gone: [
			...back.filter(({ move }) => move.made).map(({ row }) => row),
			...returned.map((row) => ({ ...row, status: 'left' as const }))
		],
		come: [
			...back.map(({ move, row }) => ({
				personId: move.personId,
				scopeId: move.from,
				status: row.status
			})),
			...returned
		]
	};
}
