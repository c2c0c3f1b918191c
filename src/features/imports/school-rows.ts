import * as v from 'valibot';
import { foldHeader } from './columns.ts';
import { languageNamed } from './row-rules.ts';
import { isName } from '#features/people/input.ts';
import { email, line, placeName } from '#features/scopes/input.ts';
import { isReserved, isSlug } from '#features/scopes/slug.ts';
import type { Reason } from '#i18n/reasons.ts';

/** What a column of a list of schools can be. All others are passed over. */
export const SCHOOL_COLUMNS = [
	...['school', 'town', 'slug', 'board', 'administrator', 'email', 'language']
] as const;
export type SchoolColumn = (typeof SCHOOL_COLUMNS)[number];

const NEEDED: readonly SchoolColumn[] = ['school', 'administrator', 'email'];

/** One row of a list of schools: a school and who is in charge there. */
export type SchoolRow = {
	/** The line of the list on which it begins. */
	readonly row: number;
	readonly school: string;
	readonly town: string;
	/** Empty where it is to be made of the name. */
	readonly slug: string;
	readonly board: string;
	readonly administrator: string;
	readonly email: string;
	readonly language: string | null;
};

/** Which row and column breaks which rule. Never what stands there. */
export type SchoolIssue = {
	readonly row: number;
	readonly target: SchoolColumn;
	readonly reason: Reason;
};

/** From the place of a column, from 0, to what it is. */
export type SchoolColumns = ReadonlyMap<SchoolColumn, number>;

const NAMES: readonly (readonly [SchoolColumn, RegExp])[] = [
	['email', /\be ?mail|mailadres|\bmail\b/],
	['language', /\btaal\b|language/],
	['board', /^(?:(?:naam )?(?:school)?bestuur|bevoegd gezag|stichting|(?:school )?board)$/],
	['slug', /^(?:kort adres|webadres|adres op (?:deze|de) website|slug|short address)$/],
	['town', /^(?:plaats(?:naam)?|woonplaats|vestigingsplaats|stad|town|city|place)$/],
	['administrator', /beheerder|coordinator|directeur|contactpersoon|administrator|principal/],
	['school', /^(?:school(?:naam)?|naam(?: van de)?(?: school)?|name|school name|locatie)$/]
];

/** What the columns are by their names, each once; undefined when one is missing that is needed. */
export function schoolColumns(headers: readonly string[]): SchoolColumns | undefined {
	const columns = new Map<SchoolColumn, number>();
	for (const [place, header] of headers.entries()) {
		const target = NAMES.find(([, pattern]) => pattern.test(foldHeader(header)))?.[0];
		if (target && !columns.has(target)) columns.set(target, place);
	}
	return NEEDED.every((it) => columns.has(it)) ? columns : undefined;
}

/** Reads one row; undefined when it is empty or something is wrong with it. */
export function readSchoolRow(
	row: number,
	cells: readonly string[],
	columns: SchoolColumns,
	issues: SchoolIssue[]
): SchoolRow | undefined {
	const cell = (target: SchoolColumn) =>
		v.parse(line(Infinity), cells[columns.get(target) ?? -1] ?? '');
	if (SCHOOL_COLUMNS.every((target) => cell(target) === '')) return undefined;
	const before = issues.length;
	const wrong = (target: SchoolColumn, reason: Reason) => void issues.push({ row, target, reason });

	for (const target of NEEDED) if (cell(target) === '') wrong(target, 'field.required');
	const [school, board, town] = [cell('school'), cell('board'), cell('town')];
	if (school !== '' && !v.is(placeName, school)) wrong('school', 'schools.name');
	if (board !== '' && !v.is(placeName, board)) wrong('board', 'schools.name');
	if (!v.is(line(80), town)) wrong('town', 'schools.name');
	const slug = cell('slug').toLowerCase();
	if (slug !== '' && !isSlug(slug)) wrong('slug', 'field.slug');
	if (isReserved(slug)) wrong('slug', 'field.slug-reserved');
	const administrator = cell('administrator');
	const nameFits = v.is(line(60), administrator) && isName(administrator);
	if (administrator !== '' && !nameFits) wrong('administrator', 'import.name');
	const address = cell('email').replace(/^mailto:/i, '');
	if (!v.is(email, address)) wrong('email', 'field.email');
	const language = languageNamed(cell('language'));
	if (cell('language') !== '' && language === null) wrong('language', 'import.language');

	if (issues.length > before) return undefined;
	return {
		...{ row, school, town, slug, board, administrator, language },
		email: v.parse(email, address)
	};
}
