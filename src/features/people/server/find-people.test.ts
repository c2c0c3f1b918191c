import { expect, test } from 'vitest';
import { findPeople, ON_A_PAGE, peoplePage } from './find-people.ts';
import { people } from './schema.ts';
import { eq } from 'drizzle-orm';
import { addHouseholds } from '#tests/support/draft.ts';
import { planOf } from '#tests/support/plan.ts';
import { aSchool } from '#tests/support/world.ts';

const NAMES = {
	p1: 'Şefik Çelik',
	p2: 'Nguyễn Thị Hằng',
	p3: 'Anne-Marie d’Angelo',
	p4: 'Łukasz Żółć',
	p5: 'محمد الأحمد',
	p6: '100% [Echt]'
};

async function named() {
	const school = await aSchool();
	await addHouseholds(school, { 'M-014': Object.keys(NAMES) });
	await school.store.write(async (tx) => {
		for (const [id, name] of Object.entries(NAMES))
			await tx.update(people).set({ name }).where(eq(people.id, id));
	});
	const coordinator = await school.a('coordinator');
	const find = async (q: string) =>
		(await findPeople(coordinator, new URLSearchParams({ q }))).found.map(({ id }) => id);
	return { school, coordinator, find };
}

test('a name is found without its accents, its capitals or its apostrophe as they are written', async () => {
	const { find } = await named();
	expect(await find('celik')).toEqual(['p1']);
	expect(await find('SEFIK çelik')).toEqual(['p1']);
	expect(await find('nguyen hang')).toEqual(['p2']);
	expect(await find("d'angelo")).toEqual(['p3']);
	expect(await find('anne-marie')).toEqual(['p3']);
	expect(await find('lukasz zolc')).toEqual(['p4']);
	expect(await find('محمد')).toEqual(['p5']);
	expect(await find('m-014')).toHaveLength(6);
	expect(await find('niemand')).toEqual([]);
});

test('what means something in a pattern is looked for as it is', async () => {
	const { find } = await named();
	expect(await find('100% [echt]')).toEqual(['p6']);
	for (const text of ['*', '?', ']', '[', '^', '[a-z]', '%_'])
		expect((await find(text)).length).toBeLessThanOrEqual(1);
});

test('whoever is of another school is not found, nor does anybody see an address', async () => {
	const { school, coordinator } = await named();
	await addHouseholds(await school.anotherSchool(), { ver: ['ver-weg'] });
	const page = await findPeople(coordinator, new URLSearchParams());
	expect(JSON.stringify(page)).not.toMatch(/ver-weg|@/);
});

test('of many people a page is shown, and each page goes on where the one before ended', async () => {
	const school = await aSchool();
	const ids = Array.from({ length: 60 }, (_, n) => `ouder-${String(n).padStart(2, '0')}`);
	await addHouseholds(school, { gezin: ids });
	const coordinator = await school.a('coordinator');
	const seen: string[] = [];
	let query: string | null = 'q=ouder';
	for (let turn = 0; query !== null && turn < 5; turn++) {
		const { found, next } = await findPeople(coordinator, new URLSearchParams(query));
		expect(found.length).toBeLessThanOrEqual(ON_A_PAGE);
		seen.push(...found.map(({ id }) => id));
		query = next;
	}
	expect(seen).toEqual(ids);
});

test('a page of people is found by indexes: no table is gone through from end to end', async () => {
	const { school } = await named();
	const { read } = school.store;
	for (const query of [
		peoplePage(read, school.scope.path, '', null),
		peoplePage(read, school.scope.path, 'anna bakker', { name: 'A', id: 'a' })
	]) {
		const plan = planOf(school.file, query);
		expect(plan).toContainEqual(expect.stringMatching(/^SEARCH scope USING INDEX .*path>/));
		expect(plan.filter((step) => step.startsWith('SCAN'))).toEqual([]);
	}
});
