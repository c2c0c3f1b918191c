import * as v from 'valibot';
import { Invalid } from '#kernel/errors.ts';
import { cleanBody } from './body.ts';
import { LONGEST_IMPORTED } from './rules.ts';

/** Said of a field that is not there, or of something that has no fields. */
const missingOr = (words: string) => (issue: v.BaseIssue<unknown>) =>
	issue.path ? 'is missing' : words;

const id = v.pipe(
	v.string('is missing'),
	v.minLength(1, 'is empty'),
	v.maxLength(500, 'is too long')
);
const whole = (least: number) =>
	v.pipe(
		v.number('is not a number'),
		v.integer('is not a whole number'),
		v.minValue(least, `is less than ${String(least)}`)
	);

const record = v.object(
	{
		id,
		parent: v.nullable(id),
		position: whole(0),
		depth: whole(1),
		author: v.nullable(v.pipe(v.string('is missing'), v.maxLength(200, 'is too long'))),
		created: v.nullable(
			v.pipe(
				v.string('is missing'),
				v.isoTimestamp('is not a moment in UTC'),
				v.transform((text) => new Date(text)),
				v.date('is not a moment in UTC')
			)
		),
		text: v.pipe(
			v.string('is missing'),
			v.transform(cleanBody),
			v.minLength(1, 'is empty'),
			v.maxLength(LONGEST_IMPORTED, `is longer than ${String(LONGEST_IMPORTED)} characters`)
		)
	},
	missingOr('is not a record')
);

const thread = v.object(
	{
		id,
		title: v.pipe(v.string('is missing'), v.maxLength(300, 'is too long')),
		lang: v.pipe(v.string('is missing'), v.regex(/^[a-z]{2,3}$/, 'is not a language')),
		comments: v.array(v.unknown(), 'is not a list')
	},
	missingOr('is not a thread')
);

const file = v.object(
	{ threads: v.array(v.unknown(), 'is not a list') },
	missingOr('is not an object with threads')
);

type Read = v.InferOutput<typeof record>;
export type FileRecord = Read & { readonly created: Date };
export type FileThread = Omit<v.InferOutput<typeof thread>, 'comments'> & {
	readonly comments: readonly FileRecord[];
};

function refuse(where: string, what: string): never {
	throw new Invalid('import.malformed', { file: `${where}: ${what}` });
}

function read<Output>(
	schema: v.GenericSchema<unknown, Output>,
	value: unknown,
	where: string
): Output {
	const { success, output, issues } = v.safeParse(schema, value);
	if (success) return output;
	const [issue] = issues;
	const field = v.getDotPath(issue);
	return refuse(where, field === null ? issue.message : `"${field}" ${issue.message}`);
}

const idOf = (value: unknown): string =>
	typeof value === 'object' && value !== null && 'id' in value ? JSON.stringify(value.id) : 'none';

/**
 * A file of threads, checked to the last record before anything is done with it. Throws Invalid,
 * with the place, the number and the id of the first record that is wrong.
 *
 * Within a thread an id comes once, an answer comes after what it answers, and `depth` is one more
 * than that of what it answers. The same id may come back in another thread. A heading, which nobody
 * wrote, may be without a time: it gets that of the first answer to it, else of what is before it.
 */
export function readThreadFile(value: unknown): FileThread[] {
	let number = 0;
	return read(file, value, 'the file').threads.map((given, nth) => {
		const place = `threads[${String(nth)}]`;
		const { comments, ...about } = read(thread, given, `${place}, id ${idOf(given)}`);
		const depths = new Map<string, number>();
		const records = comments.map((each, at) => {
			number += 1;
			const where = `${place}.comments[${String(at)}], record ${String(number)}, id ${idOf(each)}`;
			const it = read(record, each, where);
			if (depths.has(it.id)) refuse(where, 'its id comes twice in this thread');
			const above = it.parent === null ? 0 : depths.get(it.parent);
			if (above === undefined) refuse(where, `"parent" is not above it: ${String(it.parent)}`);
			if (it.depth !== above + 1) refuse(where, `"depth" is not ${String(above + 1)}`);
			if (it.author !== null && it.created === null) refuse(where, '"created" is missing');
			depths.set(it.id, it.depth);
			return it;
		});
		return { ...about, comments: withTimes(records, place) };
	});
}

function withTimes(records: readonly Read[], where: string): FileRecord[] {
	const firstAnswer = new Map<string, Date>();
	for (const { parent, created } of records.toReversed())
		if (parent !== null && created !== null) firstAnswer.set(parent, created);
	let before = records.find(({ created }) => created !== null)?.created;
	return records.map((it) => {
		const created = it.created ?? firstAnswer.get(it.id) ?? before;
		if (!created)
			return refuse(`${where}, id ${JSON.stringify(it.id)}`, 'nothing in it has a time');
		before = created;
		return { ...it, created };
	});
}
