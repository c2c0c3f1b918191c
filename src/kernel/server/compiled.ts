import { is, Param, Placeholder, SQL, Subquery } from 'drizzle-orm';
import type { Values, Ways } from './ways.ts';

export type Given = Record<string, unknown>;
/** What drizzle calls a prepared query, as far as it is run here. */
export type Query = {
	all?: (given?: Given) => Promise<unknown>;
	get?: (given?: Given) => Promise<unknown>;
	run?: (given?: Given) => Promise<unknown>;
};

type Decoder = { mapFromDriverValue(value: unknown): unknown };
type Field = { readonly path: readonly string[]; readonly field: unknown };
/** Its typings keep some of these to drizzle itself; compiled.test.ts sees whether they are there. */
type Prepared = Query & {
	getQuery(): { readonly sql: string; readonly params: readonly unknown[] };
	readonly fields?: readonly Field[];
	readonly joinsNotNullableMap?: Readonly<Record<string, boolean>>;
};

/**
 * Runs a query that drizzle has built, straight on its database. drizzle still writes the statement
 * and its columns still translate the values; what is left out is what it does around that for every
 * single run, which for a small query costs more than SQLite does.
 *
 * A query whose joins may find nothing, and whose rows have parts for each table, is left to drizzle.
 */
export function compiled<Built extends object>(built: Built, ways: Ways): Built {
	const query = built as Built & Prepared;
	const { fields, joinsNotNullableMap = {} } = query;
	const { sql, params } = query.getQuery();
	const bind = binding(params);

	const mayBeNothing = Object.values(joinsNotNullableMap).includes(false);
	if (fields && mayBeNothing && fields.some(({ path }) => path.length > 1)) return built;
	const ran: Query = { run: async (given) => ways.run(sql, bind(given)) };
	if (!fields) return Object.assign(built, ran);

	const read = reading(fields);
	return Object.assign(built, ran, {
		all: async (given) => (await ways.list(sql, bind(given))).map(read),
		get: async (given) => {
			const row = await ways.first(sql, bind(given));
			return row && read(row);
		}
	} satisfies Query);
}

/** Makes the arguments of a statement of what is given by name. */
function binding(params: readonly unknown[]): (given?: Given) => unknown[] {
	const makers = params.map((param) => {
		const encoder = is(param, Param) ? param.encoder : undefined;
		const value = is(param, Param) ? param.value : param;
		if (!is(value, Placeholder)) return () => (encoder ? encoder.mapToDriverValue(value) : value);
		const { name } = value;
		return (given: Given) => {
			if (!(name in given)) throw new Error(`A query was not given its "${name}"`);
			return encoder ? encoder.mapToDriverValue(given[name]) : given[name];
		};
	});
	return (given = {}) => makers.map((make) => make(given));
}

/** Makes an object of a row, under the names and parts that were selected. */
function reading(fields: readonly Field[]): (row: Values) => unknown {
	const columns = fields.map(({ path, field }) => ({
		parts: path.slice(0, -1),
		name: path.at(-1) ?? '',
		decoder: decoderOf(field)
	}));
	return (row) => {
		const result: Record<string, unknown> = {};
		for (let nth = 0; nth < columns.length; nth++) {
			const { parts, name, decoder } = columns[nth] as (typeof columns)[number];
			let part = result;
			for (const key of parts) part = (part[key] ??= {}) as Record<string, unknown>;
			const value = row[nth];
			part[name] = value === null ? null : decoder.mapFromDriverValue(asBytes(value));
		}
		return result;
	};
}

function decoderOf(field: unknown): Decoder {
	const source = is(field, Subquery) ? field._.sql : is(field, SQL.Aliased) ? field.sql : field;
	return (
		is(source, SQL) ? (source as unknown as { decoder: Decoder }).decoder : source
	) as Decoder;
}

/** A blob is an ArrayBuffer in the contract of the client, and a Buffer in that of drizzle. */
const asBytes = (value: unknown): unknown =>
	value instanceof ArrayBuffer ? Buffer.from(value) : value;
