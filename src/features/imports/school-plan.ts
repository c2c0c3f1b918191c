import type { SchoolColumn, SchoolIssue, SchoolRow } from './school-rows.ts';
import { fold } from '#features/scopes/fold.ts';
import { isReserved, slugFrom } from '#features/scopes/slug.ts';
import type { Reason } from '#i18n/reasons.ts';
import { newId } from '#kernel/ids.ts';
import type { Scope } from '#kernel/server/context.ts';

/** A board or school of a list: one that is there, or one to make. */
export type PlannedPlace = Scope & { readonly town: string; readonly isNew: boolean };

/** Somebody of a list who is to be in charge of a school. */
export type Post = {
	readonly row: number;
	readonly school: PlannedPlace;
	readonly board: string | null;
	readonly name: string;
	readonly email: string;
	readonly language: string | null;
};

export type SchoolPlan = {
	/** In the order in which they are made: a board before its schools. */
	readonly places: readonly PlannedPlace[];
	readonly posts: readonly Post[];
	readonly issues: readonly SchoolIssue[];
};

/** What there is already. */
export type Standing = {
	readonly here: Scope;
	/** The boards and schools below this place. */
	readonly below: readonly PlannedPlace[];
	/** Every address that a place of this installation has. */
	readonly slugs: Iterable<string>;
};

/**
 * Lays a list of schools beside what there is. A row is about the school with that name, under that
 * board, in that town. So the same list again is about the schools that it made, and two rows about
 * one school are two who are in charge of it.
 */
export function planSchools(
	rows: readonly SchoolRow[],
	{ here, below, slugs }: Standing
): SchoolPlan {
	const taken = new Set(slugs);
	const boards = below.filter(({ kind }) => kind === 'board');
	const schools = below.filter(({ kind }) => kind === 'school');
	const places = new Set<PlannedPlace>();
	const posts: Post[] = [];
	const issues: SchoolIssue[] = [];
	const names = new Map<string, string>();

	const make = (kind: 'board' | 'school', above: Scope, row: Pick<SchoolRow, Naming>) => {
		const name = kind === 'board' ? row.board : row.school;
		const town = kind === 'board' ? '' : row.town;
		const slug = (kind === 'school' && row.slug) || freeSlug(name, town, kind, taken);
		taken.add(slug);
		const id = newId();
		const path = `${above.path}${id}/`;
		const place: PlannedPlace = { id, path, kind, slug, name, town, isNew: true };
		(kind === 'board' ? boards : schools).push(place);
		return place;
	};

	for (const row of rows) {
		const wrong = (target: SchoolColumn, reason: Reason) =>
			void issues.push({ row: row.row, target, reason });
		const board = boardOf(row, here, boards);
		if (typeof board === 'string') {
			wrong('board', board);
			continue;
		}
		const under = board === undefined ? make('board', here, row) : board;
		const found = schoolOf(row, under ?? here, here, schools);
		if (found === 'schools.which') {
			wrong('school', found);
			continue;
		}
		if (found && row.slug !== '' && row.slug !== found.slug) {
			wrong('slug', 'schools.other-slug');
			continue;
		}
		if (!found && taken.has(row.slug)) {
			wrong('slug', 'field.slug-taken');
			continue;
		}
		const school = found ?? make('school', under ?? here, row);
		if (under) places.add(under);
		places.add(school);
		if (posts.some((it) => it.school === school && it.email === row.email))
			wrong('email', 'schools.twice');
		const name = names.get(row.email) ?? fold(row.administrator);
		if (name !== fold(row.administrator)) wrong('administrator', 'schools.other-name');
		names.set(row.email, name);
		const { administrator, email, language } = row;
		const titled = under?.name ?? boards.find((it) => school.path.startsWith(it.path))?.name;
		posts.push({
			...{ row: row.row, school, board: titled ?? null },
			...{ name: administrator, email, language }
		});
	}
	return { places: [...places], posts, issues };
}

type Naming = 'school' | 'town' | 'slug' | 'board';

/** The board of a row; null where it names none, or names the place itself; undefined when it is new. */
function boardOf(
	{ board }: SchoolRow,
	here: Scope,
	boards: readonly PlannedPlace[]
): PlannedPlace | null | undefined | Reason {
	const isNamed = ({ name }: Pick<Scope, 'name'>) => fold(name) === fold(board);
	if (board === '' || isNamed(here)) return null;
	if (here.kind === 'board') return 'schools.board-here';
	const named = boards.filter(isNamed);
	return named.length > 1 ? 'schools.which-board' : named[0];
}

/**
 * The school that a row is about: of the same name and town, right under the same board or place. One
 * that is the same but for a board or town that is missing on either side may be it or not: that is
 * asked. Undefined when it is a new one.
 */
function schoolOf(
	{ school, town }: SchoolRow,
	above: Scope,
	here: Scope,
	schools: readonly PlannedPlace[]
): PlannedPlace | 'schools.which' | undefined {
	const isUnder = (it: PlannedPlace, { path }: Scope) => it.path === `${path}${it.id}/`;
	const named = schools.filter(({ name }) => fold(name) === fold(school));
	const same = named.find((it) => fold(it.town) === fold(town) && isUnder(it, above));
	const mayBe = (it: PlannedPlace) =>
		(town === '' || it.town === '' || fold(it.town) === fold(town)) &&
		(it.path.startsWith(above.path) || isUnder(it, here));
	return same ?? (named.some(mayBe) ? 'schools.which' : undefined);
}

/** An address that no place has yet: of the name, of name and town, or of those with a number. */
function freeSlug(
	name: string,
	town: string,
	kind: 'board' | 'school',
	taken: ReadonlySet<string>
): string {
	const isFree = (slug: string) => slug !== '' && !isReserved(slug) && !taken.has(slug);
	const own = slugFrom(name) || (kind === 'board' ? 'bestuur' : 'school');
	const both = town ? slugFrom(`${own} ${town}`) : own;
	const free = [own, both].find(isFree);
	if (free) return free;
	for (let nth = 2; ; nth++) {
		const numbered = slugFrom(`${both.slice(0, 34)}-${String(nth)}`);
		if (isFree(numbered)) return numbered;
	}
}
