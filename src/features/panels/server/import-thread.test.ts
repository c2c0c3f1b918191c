import { existsSync, readFileSync } from 'node:fs';
import { asc } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { Forbidden, Invalid } from '#kernel/errors.ts';
import { aConsultation } from '#tests/support/consultation.ts';
import { importThread } from './import-thread.ts';
import { contributions } from './schema.ts';
import { showPanel } from './show-panel.ts';

async function aPanel() {
	const { school, families } = await aConsultation({ families: 1 });
	const moderator = await school.a('moderator');
	const take = (file: unknown) => importThread(moderator, 'schooltijden', 'gesprek', file);
	const stored = () =>
		school.store.read.select().from(contributions).orderBy(asc(contributions.createdAt));
	return { school, moderator, families, take, stored };
}

const at = (minute: number) => `2019-06-21T10:${String(minute).padStart(2, '0')}:00.000Z`;
const comment = (id: string, parent: string | null, depth: number, minute: number, text = id) => ({
	...{ id, parent, depth, text, position: 0, author: `Author ${id}`, created: at(minute) }
});
/** A thread that goes six deep, on one line but for a second answer to the first. */
const deep = {
	threads: [
		{
			id: 'h-deep',
			title: 'Vraag van Author a',
			lang: 'en',
			comments: [
				comment('a', null, 1, 1),
				comment('b', 'a', 2, 2),
				comment('c', 'b', 3, 3, 'Thanks, Author b! Author c'),
				comment('d', 'c', 4, 4),
				comment('e', 'd', 5, 5),
				comment('f', 'e', 6, 6),
				comment('g', 'a', 2, 7)
			]
		}
	]
};

describe('an import', () => {
	test('keeps times, languages and who answers whom, three deep', async () => {
		const { take, stored } = await aPanel();
		expect(await take(deep)).toEqual({
			file: { records: 7, threads: 1, deepest: 6 },
			panel: { records: 7, threads: 1, deepest: 3 },
			added: 7
		});
		const [a, b, c, d, e, f, g] = await stored();
		expect([a, b, c, d, e, f, g].map((it) => it?.createdAt.toISOString())).toEqual(
			[1, 2, 3, 4, 5, 6, 7].map(at)
		);
		expect([a, b, c, d, e, f, g].map((it) => it?.parentId)).toEqual(
			[null, a, b, b, b, b, a].map((it) => it?.id ?? null)
		);
		expect([c, d, e, f].map((it) => it?.answersId)).toEqual(
			[null, c, d, e].map((it) => it?.id ?? null)
		);
		expect(a).toMatchObject({ language: 'en', origin: 'online', authorId: null });
		expect(b?.title).toBeNull();
	});

	test('stores nothing of who the writers were, not even where others mention them', async () => {
		const { take, stored } = await aPanel();
		await take(deep);
		const rows = await stored();
		expect(JSON.stringify(rows)).not.toMatch(/Author|h-deep/);
		const [a, b, c] = rows;
		expect(c?.body).toBe(`Thanks, ${b?.displayName ?? ''}! ${c?.displayName ?? ''}`);
		expect(a?.title).toBe(`Vraag van ${a?.displayName ?? ''}`);
	});

	test('shows the title of a thread above the words, and a pseudonym as who said them', async () => {
		const { take, stored, moderator } = await aPanel();
		await take(deep);
		const [a] = await stored();
		const name = a?.displayName ?? '';
		const panel = await showPanel(moderator, 'schooltijden', 'gesprek', new URLSearchParams());
		const html = panel.thread.before.html.replace(/<!--.*?-->/gs, '');
		expect(html).toMatch(new RegExp(`<h3>${name}</h3>.*<strong>Vraag van ${name}</strong>`, 's'));
		expect(html.match(/<strong>/g)).toHaveLength(1);
	});

	test('adds nothing the second time, and only what is new of a file that has grown', async () => {
		const { take, stored } = await aPanel();
		const [thread] = deep.threads;
		const half = { threads: [{ ...thread, comments: thread?.comments.slice(0, 4) }] };
		expect((await take(half)).added).toBe(4);
		expect((await take(deep)).added).toBe(3);
		expect((await take(deep)).added).toBe(0);
		const rows = await stored();
		expect(rows).toHaveLength(7);
		expect(rows[4]).toMatchObject({ parentId: rows[1]?.id, answersId: rows[3]?.id });
	});

	test('takes the same id in another thread for another record', async () => {
		const { take } = await aPanel();
		const again = { ...deep.threads[0], id: 'h-other' };
		expect((await take({ threads: [...deep.threads, again] })).panel).toEqual({
			records: 14,
			threads: 2,
			deepest: 3
		});
	});

	test('with one wrong record does nothing at all', async () => {
		const { take, stored } = await aPanel();
		const [thread] = deep.threads;
		const wrong = { ...thread, id: 'h-2', comments: [comment('a', null, 2, 1)] };
		await expect(take({ threads: [...deep.threads, wrong] })).rejects.toThrow(Invalid);
		expect(await stored()).toEqual([]);
	});

	test('is for moderators', async () => {
		const { families } = await aPanel();
		const parent = families[0]?.ctx;
		if (!parent) throw new Error('a family is needed');
		await expect(importThread(parent, 'schooltijden', 'gesprek', deep)).rejects.toThrow(
			new Forbidden('policy.no')
		);
	});
});

describe('real discussions', () => {
	const folder = '../shared/data/threads';
	const there = existsSync(folder);
	if (!there)
		process.stdout.write(`Skipped: importing real discussions, since ${folder} is not here.\n`);

	test.runIf(there).each(['wiki-nl-overleg-gebruiker-2020', 'wiki-en-village-pump-175-a'])(
		'%s comes in whole, can be read page by page, and names nobody',
		async (name) => {
			const { take, stored, moderator } = await aPanel();
			const file = JSON.parse(readFileSync(`${folder}/${name}.json`, 'utf8')) as {
				expected_totals: { threads: number; comments: number; max_depth: number };
				threads: { comments: { author: string | null }[] }[];
			};
			const { threads, comments, max_depth } = file.expected_totals;
			expect(await take(file)).toEqual({
				file: { records: comments, threads, deepest: max_depth },
				panel: { records: comments, threads, deepest: 3 },
				added: comments
			});
			expect((await take(file)).added).toBe(0);

			const rows = await stored();
			const authors = file.threads.flatMap((it) =>
				it.comments.flatMap(({ author }) => author ?? [])
			);
			const whole = new RegExp(
				`(?<![\\p{L}\\p{N}])(${[...new Set(authors)].map((it) => RegExp.escape(it)).join('|')})(?![\\p{L}\\p{N}])`,
				'u'
			);
			const tell = rows.filter((row) =>
				[row.displayName, row.body, row.title ?? '', row.importId ?? ''].some((it) =>
					whole.test(it)
				)
			);
			expect(tell.map(({ body }) => body)).toEqual([]);

			const read = async (page: number) =>
				showPanel(
					moderator,
					'schooltijden',
					'gesprek',
					new URLSearchParams({ page: String(page) })
				);
			const { pages, counts } = await read(1);
			expect(counts.total).toBe(comments);
			const ids = [];
			for (let page = 1; page <= pages; page++) {
				const { before } = (await read(page)).thread;
				ids.push(
					...[...before.html.matchAll(/<li class="post[^>]*id="r(\w+)"/g)].map(([, id]) => id)
				);
			}
			expect(ids.toSorted()).toEqual(rows.map(({ id }) => id).toSorted());
		}
	);
});
