import { stringify } from 'csv-stringify/sync';
import {
	readSchoolRow,
	SCHOOL_COLUMNS,
	schoolColumns,
	type SchoolColumns,
	type SchoolIssue,
	type SchoolRow
} from '../school-rows.ts';
import { MOST_SCHOOLS, schoolsInput } from '../input.ts';
import { bytesOf, openTable } from './open-table.ts';
import { Invalid } from '#kernel/errors.ts';
import { parse } from '#kernel/parse.ts';

export type SchoolList = {
	readonly rows: readonly SchoolRow[];
	readonly issues: readonly SchoolIssue[];
	readonly columns: SchoolColumns;
	/** The names of the columns that were passed over. */
	readonly skipped: readonly string[];
	/** What was read of it, each row on the line that it had, to be sent again: no file is kept. */
	readonly text: string;
};

/**
 * Reads a list of schools from a file or from pasted text, by the names of its columns. It is in
 * memory only.
 */
export async function readSchools(file: unknown, input: unknown): Promise<SchoolList> {
	const { list } = parse(schoolsInput, input);
	const isPasted = list.trim() !== '';
	if (isPasted && file instanceof File && file.size > 0) refuse('list', 'schools.one-way');
	const field = isPasted ? 'list' : 'file';
	try {
		return await readTable(field, isPasted ? Buffer.from(list) : await bytesOf(file));
	} catch (trouble) {
		// what is wrong with the list as a whole stands beside the field that it came from
		const reason = trouble instanceof Invalid ? Object.values(trouble.issues)[0] : undefined;
		if (reason === undefined) throw trouble;
		return refuse(field, reason);
	}
}

function refuse(field: 'list' | 'file', reason: string): never {
	throw new Invalid('input.invalid', { [field]: reason });
}

/** The last line on which a row may stand; between rows may be empty ones. */
const MOST_LINES = 5000;

async function readTable(field: 'list' | 'file', bytes: Uint8Array): Promise<SchoolList> {
	const table = await openTable(bytes);
	const columns = schoolColumns(table.headers);
	if (!columns) return refuse(field, 'schools.columns');
	const rows: SchoolRow[] = [];
	const issues: SchoolIssue[] = [];
	const lines: string[][] = [[...SCHOOL_COLUMNS]];
	let read = 0;
	for await (const { line, cells } of table.rows) {
		const before = issues.length;
		const row = readSchoolRow(line, cells, columns, issues);
		if (!row && issues.length === before) continue;
		read += 1;
		if (read > MOST_SCHOOLS || line > MOST_LINES) refuse(field, 'schools.too-many');
		if (!row) continue;
		rows.push(row);
		while (lines.length < line - 1) lines.push([]);
		lines.push(SCHOOL_COLUMNS.map((it) => row[it] ?? ''));
	}
	if (read === 0) refuse(field, 'schools.none');
	const used = new Set(columns.values());
	return {
		rows,
		issues,
		columns,
		skipped: table.headers.filter((name, place) => name !== '' && !used.has(place)),
		text: stringify(lines, { delimiter: ';' })
	};
}
