import type { InArgs, InValue, ResultSet, Row } from '@libsql/client';

function valueOf(value: InValue | undefined): unknown {
	switch (typeof value) {
		case 'number':
			if (!Number.isFinite(value)) throw new RangeError('only finite numbers can be stored');
			return value;
		case 'boolean':
			return value ? 1 : 0;
		case 'undefined':
			throw new TypeError('undefined cannot be passed to the database; null can');
		case 'object':
			if (value instanceof Date) return value.valueOf();
			return value instanceof ArrayBuffer ? new Uint8Array(value) : value;
		default:
			return value;
	}
}

/** What `libsql` wants to be given for these arguments. Names come with or without `:`, `@`, `$`. */
export function boundOf(args: InArgs | undefined): unknown[] | Record<string, unknown> {
	if (!args) return [];
	if (!Array.isArray(args))
		return Object.fromEntries(
			Object.entries(args).map(([name, value]) => [name.replace(/^[:@$]/, ''), valueOf(value)])
		);
	const bound: unknown[] = [];
	for (const value of args) bound.push(valueOf(value));
	return bound;
}

/** A blob is an ArrayBuffer in the client's contract, and a Buffer in that of `libsql`. */
export function withoutBuffers(values: unknown[]): unknown[] & Row {
	for (let index = 0; index < values.length; index++) {
		const value = values[index];
		if (typeof value === 'object' && value instanceof Uint8Array)
			values[index] = new Uint8Array(value).buffer;
	}
	return values as unknown[] & Row;
}

/**
 * Makes rows that answer by name and by index, as those of `@libsql/client`. Of columns with the
 * same name the first has it. One class per statement, so that all its rows have one shape.
 */
export function rowMaker(columns: readonly string[]): (values: unknown[]) => Row {
	const firstOf = new Map<string, number>();
	for (const [index, name] of columns.entries())
		if (!Object.hasOwn(columns, name) && !firstOf.has(name)) firstOf.set(name, index);
	const names = [...firstOf.keys()];
	const indexes = [...firstOf.values()];

	class ValueRow {
		readonly #values: readonly unknown[];
		constructor(values: readonly unknown[]) {
			this.#values = values;
			const named = this as unknown as Record<string, unknown>;
			for (let nth = 0; nth < names.length; nth++)
				named[names[nth] ?? ''] = values[indexes[nth] ?? 0];
		}
		static {
			Object.defineProperty(this.prototype, 'length', { value: columns.length });
			for (const index of columns.keys())
				Object.defineProperty(this.prototype, index, {
					get(this: ValueRow) {
						return this.#values[index];
					}
				});
		}
	}
	return (values) => new ValueRow(withoutBuffers(values)) as unknown as Row;
}

type Result = Partial<Omit<ResultSet, 'toJSON'>>;

export function resultOf(given: Result): ResultSet {
	const result = {
		columns: given.columns ?? [],
		columnTypes: given.columnTypes ?? [],
		rows: given.rows ?? [],
		rowsAffected: given.rowsAffected ?? 0,
		lastInsertRowid: given.lastInsertRowid
	};
	return {
		...result,
		toJSON: () => ({ ...result, lastInsertRowid: result.lastInsertRowid?.toString() ?? null })
	};
}
