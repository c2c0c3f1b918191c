import { describe, expect, test } from 'vitest';
import { Invalid } from '#kernel/errors.ts';
import { readThreadFile } from './thread-file.ts';

const comment = (id: string, parent: string | null, depth: number) => ({
	id,
	parent,
	position: 0,
	depth,
	author: 'Iemand',
	created: '2020-01-02T03:04:00Z',
	text: 'Dag'
});
const fileOf = (...comments: unknown[]) => ({
	threads: [{ id: 'h-1', title: 'Een vraag', lang: 'nl', comments }]
});

function whatIsWrong(value: unknown): string | undefined {
	try {
		readThreadFile(value);
		return undefined;
	} catch (error) {
		return error instanceof Invalid ? error.issues['file'] : String(error);
	}
}

test('a file that is right is read to the last record', () => {
	const [thread] = readThreadFile(fileOf(comment('a', null, 1), comment('b', 'a', 2)));
	expect(thread?.comments).toHaveLength(2);
	expect(thread?.comments[0]?.created).toEqual(new Date('2020-01-02T03:04:00Z'));
});

test('a heading without a time gets that of the first answer to it, or of what stands before it', () => {
	const heading = (id: string) => ({ ...comment(id, null, 1), author: null, created: null });
	const later = { ...comment('b', 'h1', 2), created: '2020-01-03T00:00:00Z' };
	const [thread] = readThreadFile(
		fileOf(comment('a', null, 1), heading('h1'), later, heading('h2'))
	);
	expect(thread?.comments.map(({ created }) => created.toISOString().slice(0, 10))).toEqual([
		'2020-01-02',
		'2020-01-03',
		'2020-01-03',
		'2020-01-03'
	]);
});

describe('what is wrong is said with the place, the number and the id of the record', () => {
	const good = comment('a', null, 1);
	test.each([
		['a text that is missing', { ...comment('b', 'a', 2), text: undefined }, '"text" is missing'],
		['an empty text', { ...comment('b', 'a', 2), text: ' \u0000' }, '"text" is empty'],
		[
			'a text that is too long',
			{ ...comment('b', 'a', 2), text: 'a'.repeat(10_001) },
			'"text" is longer than 10000 characters'
		],
		['no time', { ...comment('b', 'a', 2), created: null }, '"created" is missing'],
		[
			'a time that is text',
			{ ...comment('b', 'a', 2), created: 'gisteren' },
			'"created" is not a moment in UTC'
		],
		[
			'a time that does not exist',
			{ ...comment('b', 'a', 2), created: '2020-13-41T25:00:00Z' },
			'"created" is not a moment in UTC'
		],
		['a depth that is text', { ...comment('b', 'a', 2), depth: '2' }, '"depth" is not a number'],
		['a depth that is not right', comment('b', 'a', 3), '"depth" is not 2'],
		['an author that is a number', { ...comment('b', 'a', 2), author: 7 }, '"author" is missing'],
		['a parent that is not there', comment('b', 'z', 2), '"parent" is not above it: z'],
		['a parent that is itself', comment('b', 'b', 2), '"parent" is not above it: b'],
		['an id that comes twice', comment('a', null, 1), 'its id comes twice in this thread']
	])('%s', (_, wrong, message) => {
		expect(whatIsWrong(fileOf(good, wrong))).toBe(
			`threads[0].comments[1], record 2, id "${wrong.id}": ${message}`
		);
	});

	test('a record that is no record', () => {
		expect(whatIsWrong(fileOf(good, null))).toBe(
			'threads[0].comments[1], record 2, id none: is not a record'
		);
	});

	test('a file that is something else', () => {
		expect(whatIsWrong([])).toBe('the file: "threads" is missing');
		expect(whatIsWrong('x')).toBe('the file: is not an object with threads');
		expect(whatIsWrong({ threads: [{}] })).toBe('threads[0], id none: "id" is missing');
	});
});
