import { describe, expect, test } from 'vitest';
import { aPanel, idsIn } from '#tests/support/panel.ts';
import { minutesLater } from '#tests/support/world.ts';
import { contributions } from './schema.ts';

describe('a long panel', () => {
	async function aLongPanel(roots: number, repliesToFirst: number) {
		const panel = await aPanel();
		const { school, panelId } = panel;
		const row = (nth: number, parentId: string | null) => ({
			id: `${parentId ? 'reply' : 'top'}${String(nth)}`,
			panelId,
			parentId,
			rootId: parentId ?? `top${String(nth)}`,
			depth: parentId ? 2 : 1,
			displayName: 'Wilg',
			badge: 'parent' as const,
			origin: 'online' as const,
			body: 'tekst',
			html: '<p>tekst</p>',
			language: 'nl',
			createdAt: minutesLater(nth)
		});
		const rows = [
			...Array.from({ length: roots }, (_, nth) => row(nth, null)),
			...Array.from({ length: repliesToFirst }, (_, nth) => row(nth, 'top0'))
		];
		await school.store.write(async (tx) => {
			for (let from = 0; from < rows.length; from += 100)
				await tx.insert(contributions).values(rows.slice(from, from + 100));
		});
		return panel;
	}

	test('comes in pages of at most 200, and every contribution is on one of them', async () => {
		const { one, show } = await aLongPanel(250, 420);
		const { pages } = await show(one, 'sort=oldest');
		const shown = await Promise.all(
			Array.from({ length: pages }, (_, nth) => show(one, `sort=oldest&page=${String(nth + 1)}`))
		);
		expect(shown.map(({ html }) => idsIn(html).length)).toEqual([200, 200, 21, 200, 49]);
		expect(new Set(shown.flatMap(({ html }) => idsIn(html))).size).toBe(670);
		expect((await show(one, 'page=99')).page).toBe(pages);
	});

	test('a permalink leads to the page on which the contribution stands', async () => {
		const { one, show } = await aLongPanel(250, 420);
		for (const id of ['top0', 'top249', 'reply0', 'reply250', 'reply419'])
			expect(idsIn((await show(one, `sort=oldest&at=${id}`)).html)).toContain(id);
		expect(await show(one, 'at=nowhere')).toMatchObject({ page: 1 });
	});

	test('in one list as well', async () => {
		const { one, show } = await aLongPanel(250, 0);
		expect(idsIn((await show(one, 'origin=online')).html)).toHaveLength(200);
		expect(idsIn((await show(one, 'origin=online&page=2')).html)).toHaveLength(50);
	});
});
