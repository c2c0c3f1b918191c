import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import writeXlsxFile from 'write-excel-file/node';

export type Cell = string | number | Date | boolean;

const cellOf = (value: Cell) =>
	value instanceof Date ? { value, type: Date, format: 'yyyy-mm-dd' } : { value };

/** A workbook of Excel with these sheets, by their names; those in `hidden` are hidden. */
export async function aWorkbook(
	sheets: Readonly<Record<string, readonly (readonly Cell[])[]>>,
	hidden: readonly string[] = []
): Promise<Uint8Array> {
	const all = Object.entries(sheets).map(([sheet, rows]) => ({
		sheet,
		data: rows.map((row) => row.map(cellOf))
	}));
	const files = unzipSync(new Uint8Array(await writeXlsxFile(all as never).toBuffer()));
	const index = strFromU8(files['xl/workbook.xml'] ?? new Uint8Array());
	const marked = hidden.reduce(
		(xml, name) => xml.replace(`name="${name}"`, `name="${name}" state="hidden"`),
		index
	);
	return zipSync({ ...files, 'xl/workbook.xml': strToU8(marked) });
}
