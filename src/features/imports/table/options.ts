/** How every list is read. A stray quotation mark in a cell is a letter like others. */
export const OPTIONS = {
	record_delimiter: ['\r\n', '\n', '\r'],
	relax_column_count: true,
	relax_quotes: true,
	skip_empty_lines: false,
	max_record_size: 100_000
};
