/** A sheet of a workbook. Its place, from 1, is that in the list of them. */
export type Sheet = { readonly name: string; readonly hidden: boolean };

/** No `<` stands inside a tag: so one that is not closed ends the look, and does not begin it anew. */
const TAG = /<(?:\w+:)?sheet\s(?:"[^"<]*"|'[^'<]*'|[^'"<>])*>/g;
const ENTITIES: Readonly<Record<string, string>> = {
	...{ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
};

/** An attribute of a tag, its entities read; empty when it is not there. */
function attribute(tag: string, name: string): string {
	const [, double, single] =
		new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(tag) ?? [];
	return (double ?? single ?? '').replace(
		/&(?:#x([\da-f]{1,6})|#(\d{1,7})|(\w+));/gi,
		(_, hex, decimal, word) =>
			word
				? (ENTITIES[String(word)] ?? '')
				: charOf(hex ? parseInt(String(hex), 16) : Number(decimal))
	);
}

const charOf = (code: number) => (code > 31 && code <= 0x10ffff ? String.fromCodePoint(code) : '');

/** The sheets that `xl/workbook.xml` names, in their order. */
export const sheetsIn = (xml: string): Sheet[] =>
	[...xml.matchAll(TAG)]
		.map(([tag]) => ({
			name: attribute(tag, 'name'),
			hidden: /hidden/i.test(attribute(tag, 'state'))
		}))
		.filter(({ name }) => name !== '');

/** The sheet that is meant, from 1: the one that was asked for, or else the first that can be seen. */
export function sheetMeant(sheets: readonly Sheet[], asked: number): number {
	if (asked >= 1 && asked <= sheets.length) return asked;
	return sheets.findIndex(({ hidden }) => !hidden) + 1 || 1;
}

/** The name of a sheet without what changes from year to year: "Ouders 2026-2027" is "Ouders #-#". */
export const sheetPattern = (name: string): string =>
	name.trim().toLowerCase().replace(/\d+/g, '#');
