import type { Crosstab } from './crosstab.ts';
import type { Breakdown } from './suppression.ts';

/** A number somebody wants to know: a whole number between these. */
type Range = { readonly least: number; readonly most: number };

/** The numbers at these places add up to this. */
export type Sum = { readonly of: readonly number[]; readonly is: number };

const total = (numbers: readonly number[]) => numbers.reduce((sum, it) => sum + it, 0);

/** Narrows every range by every sum until nothing moves; null when something cannot be. */
function narrowed(ranges: readonly Range[], sums: readonly Sum[]): Range[] | null {
	const now = [...ranges];
	for (let moved = true; moved;) {
		moved = false;
		for (const { of, is } of sums) {
			const least = total(of.map((place) => now[place]?.least ?? 0));
			const most = total(of.map((place) => now[place]?.most ?? 0));
			for (const place of of) {
				const it = now[place] ?? { least: 0, most: 0 };
				const next = {
					least: Math.max(it.least, is - (most - it.most)),
					most: Math.min(it.most, is - (least - it.least))
				};
				if (next.least > next.most) return null;
				if (next.least > it.least || next.most < it.most) {
					now[place] = next;
					moved = true;
					break;
				}
			}
		}
	}
	return now;
}

/**
 * Finds numbers within the ranges that fit all the sums; null if there are none. It starts from a
 * guess and mends a sum that does not fit, but in the end tries everything.
 */
export function solve(
	ranges: readonly Range[],
	sums: readonly Sum[],
	guess: readonly number[]
): number[] | null {
	const now = narrowed(ranges, sums);
	if (!now) return null;
	const near = now.map(({ least, most }, place) =>
		Math.min(Math.max(guess[place] ?? 0, least), most)
	);
	const wrong = sums.find(({ of, is }) => total(of.map((place) => near[place] ?? 0)) !== is);
	if (!wrong) return near;

	const width = (place: number) => (now[place]?.most ?? 0) - (now[place]?.least ?? 0);
	const [place] = wrong.of.filter((it) => width(it) > 0).toSorted((a, b) => width(a) - width(b));
	if (place === undefined) return null;
	const least = now[place]?.least ?? 0;
	const values = Array.from({ length: width(place) + 1 }, (_, index) => least + index);
	const off = (it: number) => Math.abs(it - (near[place] ?? 0));
	for (const it of values.toSorted((a, b) => off(a) - off(b))) {
		const found = solve(now.with(place, { least: it, most: it }), sums, near);
		if (found) return found;
	}
	return null;
}

/**
 * The adversary of the tests: for every number, whether somebody who knows the sums and ranges can
 * be sure of it. It knows nothing of how the numbers were hidden, and tries every possibility.
 */
export function surelyKnown(
	truth: readonly number[],
	most: readonly number[],
	sums: readonly Sum[]
): boolean[] {
	const ranges = most.map((it) => ({ least: 0, most: it }));
	return truth.map((value, place) => {
		const others = [
			{ least: value - 1, most: value - 1 },
			{ least: value + 1, most: value + 1 },
			{ least: 0, most: value - 2 },
			{ least: value + 2, most: most[place] ?? 0 }
		].filter((it) => it.least >= 0 && it.least <= it.most && it.most <= (most[place] ?? 0));
		return !others.some((range) => solve(ranges.with(place, range), sums, truth));
	});
}

/**
 * Everything somebody can know: what is published, the total of every option, and the number of
 * people in every single channel, also where the breakdown takes channels together.
 */
function sumsIn({ columns, rows }: Crosstab, published: Breakdown, several: boolean): Sum[] {
	const place = (row: number, column: number) => row * columns.length + column;
	const column = (id: string) => columns.findIndex((it) => it.id === id);
	const row = (id: string) => rows.findIndex((it) => it.id === id);
	const every = rows.map((_, r) => r);

	const options = rows.map(({ counts }, r) => ({
		of: counts.map((_, c) => place(r, c)),
		is: total(counts)
	}));
	const channels = columns.map(({ people }, c) => ({
		of: every.map((r) => place(r, c)),
		is: people
	}));
	const cells = published.rows.flatMap(({ ids, cells }) =>
		cells.flatMap((is, c) => {
			const inColumns = (published.columns[c]?.ids ?? []).map(column);
			const of = ids.flatMap((id) => inColumns.map((it) => place(row(id), it)));
			return is === null ? [] : [{ of, is }];
		})
	);
	return several ? [...options, ...cells] : [...options, ...channels, ...cells];
}

/** The numbers under five that the adversary is sure of, though totals do not give them away. */
export function givenAway(table: Crosstab, published: Breakdown): string[] {
	const { columns, rows, several } = table;
	const truth = rows.flatMap(({ counts }) => counts);
	const most = rows.flatMap(() => columns.map(({ people }) => people));
	const known = surelyKnown(truth, most, sumsIn(table, published, several));
	const everybody = total(most.slice(0, columns.length));
	return rows.flatMap(({ id, counts }, r) =>
		counts.flatMap((count, c) => {
			const people = columns[c]?.people ?? 0;
			const small = count < 5 || (several && people - count < 5);
			const settled =
				people === 0 || total(counts) === 0 || (several && total(counts) === everybody);
			const sure = known[r * columns.length + c] ?? false;
			return small && !settled && sure ? [`${id} ${columns[c]?.id}: ${count}`] : [];
		})
	);
}

/** One choice each: every column is as large as its cells together. */
export function single(
	counts: readonly (readonly number[])[],
	names = 'online paper evening phone'
): Crosstab {
	const ids = names.split(' ');
	return {
		columns: (counts[0] ?? []).map((_, c) => ({
			id: ids[c] ?? `channel-${c}`,
			people: total(counts.map((row) => row[c] ?? 0))
		})),
		rows: counts.map((row, r) => ({ id: 'abcdefgh'.charAt(r), counts: row })),
		several: false
	};
}
