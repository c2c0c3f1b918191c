import Papa from 'papaparse';
import * as v from 'valibot';
import { isName } from './input.ts';
import { email, line } from '#features/scopes/input.ts';
import type { Reason } from '#i18n/reasons.ts';

/** A parent as the school has them in its list. Nothing of a pupil: there is no column for it. */
export type ListedParent = {
	/** Which line of the list, from 1. */
	readonly line: number;
	/** How the school knows the household: `M-014`. */
	readonly key: string;
	readonly name: string | null;
	readonly email: string | null;
	/** The name or address name of a group, as typed. */
	readonly group: string | null;
	readonly phone?: string | null;
	/** The language they read, as a tag: `tr`. */
	readonly locale?: string | null;
};
export type ListIssue = { readonly line: number; readonly reason: Reason };
export type HouseholdList = {
	readonly parents: readonly ListedParent[];
	readonly issues: readonly ListIssue[];
};

const COLUMNS = 4;
const HEADINGS = /^(sleutel|gezin|gezinscode|gezinsnummer|key|household|family)$/i;

const keyText = v.pipe(line(40), v.minLength(1));
const nameText = v.pipe(
	line(60),
	v.check((text) => text === '' || isName(text))
);
const groupText = line(80);

/**
 * Reads a list of parents, one on a line: `key;name;e-mail;group`, of which only the key is needed.
 * Pasted from a spreadsheet the columns are parted by tabs. Two lines with one key are two parents
 * of one household.
 *
 * `M-014;Jeroen Bakker;jeroen@example.org;Groep 6` is a parent; `M-014` one without a name. A fifth
 * column with something in it is refused: that is where the names of pupils would be.
 */
export function readHouseholdList(text: string): HouseholdList {
	const delimiter = !text.includes(';') && text.includes('\t') ? '\t' : ';';
	const parents: ListedParent[] = [];
	const issues: ListIssue[] = [];
	const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/);

	for (const [nth, row] of lines.entries()) {
		// line by line, so that a lone quotation mark spoils one line and the numbers stay right
		const parsed = Papa.parse<string[]>(row, { delimiter });
		const cells = (parsed.data[0] ?? []).map((cell) => cell.trim());
		while (cells.length > 1 && cells.at(-1) === '') cells.pop();
		const [key = ''] = cells;
		const isHeading = parents.length + issues.length === 0 && HEADINGS.test(key);
		if (cells.every((cell) => cell === '') || isHeading) continue;

		const line = nth + 1;
		const reason = parsed.errors.length > 0 ? 'household.quotes' : issueOf(cells);
		if (reason) issues.push({ line, reason });
		else parents.push(parentOn(line, cells));
	}
	return { parents, issues };
}

function issueOf([key, name, address, group, ...others]: readonly string[]): Reason | null {
	if (others.length > 0) return 'household.columns';
	if (!v.is(keyText, key)) return 'household.key';
	if (!v.is(nameText, name)) return 'field.name';
	if (!v.is(email, address)) return 'field.email';
	if (!v.is(groupText, group)) return 'household.group';
	return null;
}

function parentOn(lineNumber: number, cells: readonly string[]): ListedParent {
	const [key, name, address, group] = Array.from({ length: COLUMNS }, (_, nth) => cells[nth]);
	return {
		line: lineNumber,
		key: v.parse(keyText, key),
		name: v.parse(nameText, name) || null,
		email: v.parse(email, address) || null,
		group: v.parse(groupText, group) || null
	};
}

/** Households without names: `gezin 001` to `gezin 148`, each with one parent. */
export const numberedHouseholds = (count: number): ListedParent[] =>
	Array.from({ length: count }, (_, nth) => ({
		line: nth + 1,
		key: `gezin ${String(nth + 1).padStart(3, '0')}`,
		name: null,
		email: null,
		group: null
	}));
