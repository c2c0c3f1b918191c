import fc from 'fast-check';
import { expect, test } from 'vitest';
import { planSchools, type PlannedPlace } from './school-plan.ts';
import { readSchoolRow, schoolColumns, type SchoolIssue, type SchoolRow } from './school-rows.ts';
import type { Scope } from '#kernel/server/context.ts';

const here: Scope = {
	...{ id: 'streek', path: '/home/streek/', kind: 'alliance', slug: 'streek', name: 'De Streek' }
};
const nothing = { here, below: [], slugs: ['streek'] };

const aRow = (row: number, wanted: Partial<SchoolRow>): SchoolRow => ({
	...{ row, school: 'De Regenboog', town: '', slug: '', board: '' },
	...{ administrator: 'Noor de Vries', email: 'noor@example.org', language: null },
	...wanted
});
const reasons = (issues: readonly SchoolIssue[]) => issues.map(({ reason }) => reason);

test('columns are known by their names in either language, and what is needed must be there', () => {
	const dutch = [
		'BRIN',
		'Bestuur',
		'School',
		'E-mail beheerder',
		'Naam beheerder',
		'Plaats',
		'Taal'
	];
	expect(Object.fromEntries(schoolColumns(dutch) ?? [])).toEqual({
		...{ board: 1, school: 2, email: 3, administrator: 4, town: 5, language: 6 }
	});
	const english = [
		'School',
		'Town',
		'Short address',
		'Board',
		'Administrator',
		'E-mail',
		'Language'
	];
	expect(schoolColumns(english)?.size).toBe(7);
	expect(schoolColumns(['School', 'Plaats', 'Beheerder'])).toBeUndefined();
});

test('what is wrong with a row is said by its place and a rule, and never by what stands there', () => {
	const columns = schoolColumns(['School', 'Kort adres', 'Beheerder', 'E-mail', 'Taal']);
	const issues: SchoolIssue[] = [];
	const cells = ['---', 'Desk', 'www.geheim.example', 'geheim', 'Klingon'];
	expect(columns && readSchoolRow(7, cells, columns, issues)).toBeUndefined();
	expect(issues).toEqual([
		{ row: 7, target: 'school', reason: 'schools.name' },
		{ row: 7, target: 'slug', reason: 'field.slug-reserved' },
		{ row: 7, target: 'administrator', reason: 'import.name' },
		{ row: 7, target: 'email', reason: 'field.email' },
		{ row: 7, target: 'language', reason: 'import.language' }
	]);
	expect(columns && readSchoolRow(8, ['', '', '', ''], columns, issues)).toBeUndefined();
	expect(issues).toHaveLength(5);
});

test('schools of one name in two towns are two, with an address of their own each', () => {
	const rows = [
		aRow(2, { town: 'Ede' }),
		aRow(3, { town: 'Barneveld', email: 'bas@example.org' }),
		aRow(4, { town: 'ede', board: 'De Streek', email: 'ans@example.org' })
	];
	const { places, posts, issues } = planSchools(rows, nothing);
	expect(issues).toEqual([]);
	expect(places.map(({ slug }) => slug)).toEqual(['de-regenboog', 'de-regenboog-barneveld']);
	// the third row is a second administrator of the first school
	expect(posts[2]?.school).toBe(places[0]);
});

test('a board that is not there comes before its schools, and stands above them', () => {
	const rows = [aRow(2, { board: 'Vallei' }), aRow(3, { school: 'Het Kompas', board: 'VALLEI' })];
	const { places } = planSchools(rows, nothing);
	expect(places.map(({ kind, name }) => `${kind} ${name}`)).toEqual([
		...['board Vallei', 'school De Regenboog', 'school Het Kompas']
	]);
	const [board, ...schools] = places;
	for (const school of schools) expect(school.path).toBe(`${board?.path ?? ''}${school.id}/`);
	const atBoard = planSchools([aRow(2, { board: 'Elders' })], {
		...nothing,
		here: { ...here, kind: 'board' }
	});
	expect(reasons(atBoard.issues)).toEqual(['schools.board-here']);
});

test('what may be another school than it seems is asked, not guessed', () => {
	const there = (id: string, town: string): PlannedPlace => ({
		...{ id, path: `/home/streek/${id}/`, kind: 'school', slug: id, name: 'De Regenboog', town },
		isNew: false
	});
	const known = { ...nothing, below: [there('een', 'Ede'), there('twee', 'Epe')], slugs: ['een'] };
	const cases: [Partial<SchoolRow>, string[]][] = [
		[{}, ['schools.which']],
		[{ town: 'Ede' }, []],
		[{ board: 'Vallei', town: 'Ede' }, ['schools.which']],
		[{ town: 'Almelo' }, []],
		[{ town: 'Ede', slug: 'anders' }, ['schools.other-slug']],
		[{ school: 'Nieuw', slug: 'een' }, ['field.slug-taken']]
	];
	for (const [row, expected] of cases)
		expect(reasons(planSchools([aRow(2, row)], known).issues)).toEqual(expected);
	const names = [aRow(2, {}), aRow(3, { school: 'Het Kompas', administrator: 'Nora de Vries' })];
	expect(reasons(planSchools(names, nothing).issues)).toEqual(['schools.other-name']);
	expect(reasons(planSchools([aRow(2, {}), aRow(3, {})], nothing).issues)).toEqual([
		'schools.twice'
	]);
});

test('whatever schools a list has: the same list again makes none, and no two share an address', () => {
	const word = fc.constantFrom(
		'De Regenboog',
		'de regenboog',
		'Élan',
		'مدرسة',
		'Desk',
		'x'.repeat(80)
	);
	const rows = fc.array(
		fc.record({
			school: word,
			town: fc.constantFrom('', 'Ede', 'Epe'),
			board: fc.constantFrom('', 'Vallei', 'École')
		}),
		{ maxLength: 12 }
	);
	fc.assert(
		fc.property(rows, (wanted) => {
			const list = wanted.map((it, nth) => aRow(nth + 2, { ...it, email: `${String(nth)}@a.nl` }));
			const first = planSchools(list, nothing);
			const slugs = first.places.map(({ slug }) => slug);
			expect(new Set(slugs).size).toBe(slugs.length);
			if (first.issues.length > 0) return;
			const below = first.places.map((it) => ({ ...it, isNew: false }));
			const again = planSchools(list, { ...nothing, below, slugs: ['streek', ...slugs] });
			expect(again.issues).toEqual([]);
			expect(again.places.filter(({ isNew }) => isNew)).toEqual([]);
		})
	);
});
