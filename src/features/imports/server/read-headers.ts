import { foldHeader, forbiddenBecause, guessMapping } from '../columns.ts';
import { headersInput } from '../input.ts';
import type { Column, Shown } from '../mapping-form.ts';
import type { Encoding } from '../table/encoding.ts';
import { sheetPattern } from '../table/sheets.ts';
import { authorizeImport } from './at-school.ts';
import { bytesOf, openTable } from './open-table.ts';
import { listProfiles } from './queries.ts';
import { parse } from '#kernel/parse.ts';
import type { Context } from '#kernel/server/context.ts';

export type Headers = Shown & {
	readonly encoding: Encoding | null;
	readonly delimiter: string | null;
};

/**
 * Looks at how a list is made and which columns it has, with a guess for each: of a way of reading
 * that was kept, or else of its name. Nothing is stored, and no row is shown.
 */
export async function readHeaders(ctx: Context, file: unknown, input: unknown): Promise<Headers> {
	authorizeImport(ctx);
	const asked = parse(headersInput, input);
	const kept = (await listProfiles(ctx.read, ctx.scope)).find(({ id }) => id === asked.profile);
	const other = asked['other-sheet'];
	const isOther = other > 0 && other !== asked.sheet;
	const table = await openTable(await bytesOf(file), {
		// each sheet has the names of its columns where it has them
		header: isOther ? 0 : asked.header,
		sheet: (sheets) =>
			other || asked.sheet || sheets.findIndex((it) => sealSheet(ctx, it.name) === kept?.sheet) + 1
	});
	const { headers, headerLine, encoding, delimiter } = table;
	const guessed = guessMapping(headers);
	const columns = headers.flatMap((name, place): Column[] => {
		if (name === '') return [];
		const forbidden = forbiddenBecause(name);
		const known = kept ? kept.columns[sealHeader(ctx, name)] : guessed.get(place);
		return [{ place, header: name, forbidden, target: forbidden ? null : (known ?? null) }];
	});
	let rows = 0;
	for await (const { cells } of table.rows) if (cells.some((it) => it.trim() !== '')) rows += 1;
	return {
		...{ columns, headerLine, rows, encoding, delimiter },
		...{ sheets: table.sheets, sheet: table.sheet, profile: kept?.id ?? '' },
		showsHidden: asked['hidden-sheets'] !== ''
	};
}

/** The name of a sheet without its numbers, so that next year's is known again and cannot be read. */
export const sealSheet = ({ seal }: Pick<Context, 'seal'>, name: string): string =>
	seal(`import-sheet/${sheetPattern(name)}`).slice(0, 24);

/** The name of a column, so that it can be known again and not be read. */
export const sealHeader = ({ seal }: Pick<Context, 'seal'>, header: string): string =>
	seal(`import-header/${foldHeader(header)}`).slice(0, 24);
