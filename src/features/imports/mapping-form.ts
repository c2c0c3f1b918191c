import { forbiddenBecause, type Target } from './columns.ts';
import { mappingIn } from './input.ts';
import type { Sheet } from './table/sheets.ts';
import type { Reason } from '#i18n/reasons.ts';

/** A column as the form for choosing them shows it. */
export type Column = {
	/** From 0. */
	readonly place: number;
	readonly header: string;
	/** Why it can never be stored. */
	readonly forbidden: Reason | null;
	readonly target: Target | null;
};

/** What the form for choosing columns shows. */
export type Shown = {
	readonly columns: readonly Column[];
	/** On which line of the file the columns are named. */
	readonly headerLine: number;
	/** Rows below that line. */
	readonly rows: number;
	/** The sheets of a workbook, and which of them this is, from 1. */
	readonly sheets: readonly Sheet[];
	readonly sheet: number;
	/** Whether hidden sheets are offered too. */
	readonly showsHidden: boolean;
	/** The way of reading that was chosen. */
	readonly profile: string;
};

/** The form as it was sent, to be shown again; null when it was another form. */
export function shownBefore(values: Readonly<Record<string, string>>): Shown | null {
	const chosen = mappingIn(values);
	const columns = Object.entries(values).flatMap(([field, header]) => {
		const place = Number(/^header-(\d{1,3})$/.exec(field)?.[1] ?? NaN);
		if (Number.isNaN(place)) return [];
		const forbidden = forbiddenBecause(header);
		return [{ place, header, forbidden, target: chosen.get(place) ?? null }];
	});
	if (columns.length === 0) return null;
	return {
		columns,
		headerLine: Number(values.header),
		rows: Number(values.rows),
		sheets: sheetsIn(values),
		sheet: Number(values.sheet),
		showsHidden: values['hidden-sheets'] !== undefined,
		profile: values.profile ?? ''
	};
}

function sheetsIn(values: Readonly<Record<string, string>>): Sheet[] {
	const nameOf = (nth: number) => values[`sheet-${String(nth)}`];
	const sheets: Sheet[] = [];
	for (let nth = 1, name = nameOf(1); name !== undefined; name = nameOf(++nth))
		sheets.push({ name, hidden: values[`sheet-${String(nth)}-hidden`] !== undefined });
	return sheets;
}
