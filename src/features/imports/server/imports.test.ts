import { eq } from 'drizzle-orm';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyImport } from './apply-import.ts';
import { importRows } from './schema.ts';
import { households, memberships, people } from '#features/people/server/schema.ts';
import { changeName } from '#features/people/server/change-name.ts';
import { Conflict } from '#kernel/errors.ts';
import { journal } from '#kernel/server/schema.ts';
import {
	aSchoolWithGroups,
	COLUMNS,
	HEADER,
	imported,
	LIST,
	register,
	staged
} from '#tests/support/lists.ts';

test('a list becomes families with their parents, whatever letters their names have', async () => {
	const { school, coordinator } = await aSchoolWithGroups();
	const { runId, run } = await staged(coordinator, LIST);
	expect(run).toMatchObject({ state: 'ready', issues: [] });
	expect(run.counts).toEqual({
		...{ rows: 6, households: 5, parents: 7, newHouseholds: 5, newParents: 7 },
		...{ changed: 0, placed: 9, missing: 0, issues: 0 }
	});
	// a look changes nothing
	expect(await school.store.read.$count(households)).toBe(0);
	await applyImport(coordinator, runId);
	const no = { phone: null };
	expect(await register(school)).toEqual([
		{
			key: 'M-01',
			name: 'Ayşe Çelik-Demir',
			email: 'ayse+school@example.org',
			phone: '0612345678'
		},
		{ key: 'M-01', name: 'Şefik Çelik', email: 'ayse+school@example.org', ...no },
		{ key: 'M-02', name: 'Nguyễn Thị Hương', email: 'huong@xn--bcher-kva.example', ...no },
		{ key: 'M-03', name: 'Sean O’Brien', email: 'sean@example.org', ...no },
		{ key: 'M-03', name: 'فاطمة الزهراء', email: null, ...no },
		{ key: 'M-04', name: 'Noor in ’t Veld', email: 'gezin@example.org', ...no },
		{ key: 'M-05', name: 'Piet in ’t Veld', email: 'gezin@example.org', ...no }
	]);
	expect(await school.store.read.$count(importRows)).toBe(0);
	expect(await school.store.read.$count(memberships, eq(memberships.role, 'parent'))).toBe(9);
});

test('the same list again changes nothing, and neither does it in another order', async () => {
	const { school, coordinator } = await aSchoolWithGroups();
	await imported(coordinator, LIST);
	const events = await school.store.read.$count(journal);
	const before = await register(school);
	const [header = '', ...rows] = LIST;
	await fc.assert(
		fc.asyncProperty(fc.shuffledSubarray(rows, { minLength: rows.length }), async (order) => {
			expect(await imported(coordinator, [header, ...order])).toMatchObject({
				...{ newHouseholds: 0, newParents: 0, changed: 0, placed: 0, missing: 0 }
			});
		}),
		{ numRuns: 8 }
	);
	expect(await register(school)).toEqual(before);
	expect(await school.store.read.$count(journal)).toBe(events);
});

test('a list that came later tells what is new, what changed and who is missing', async () => {
	const { school, coordinator } = await aSchoolWithGroups();
	await imported(coordinator, LIST);
	const later = [
		HEADER,
		'M-01;Ayşe Çelik-Demir;ayse@nieuw.example;;Şefik Çelik;ayse+school@example.org;Groep 3',
		'M-02;Nguyễn Thị Hường;huong@bücher.example;;;;groep 6',
		'M-06;Lotte Bakker;lotte@example.org;;;;Groep 6'
	];
	const { runId, run } = await staged(coordinator, later);
	expect(run.counts).toMatchObject({ newHouseholds: 1, newParents: 1, changed: 2, missing: 4 });
	expect(run.changed.map(({ row, fields }) => [row, fields])).toEqual([
		[2, ['email']],
		[3, ['name']]
	]);
	expect(run.missing.map(({ key }) => key)).toEqual(['M-03', 'M-03', 'M-04', 'M-05']);
	await applyImport(coordinator, runId);
	const now = await register(school);
	expect(now.length).toBe(8);
	expect(now[0]).toMatchObject({
		name: 'Ayşe Çelik-Demir',
		email: 'ayse@nieuw.example',
		phone: '0612345678'
	});
});

test('a name that a parent chose stays, whatever the school has in its list', async () => {
	const { school, coordinator } = await aSchoolWithGroups();
	await imported(coordinator, LIST);
	const [huong] = await school.store.read
		.select({ id: people.id })
		.from(people)
		.where(eq(people.name, 'Nguyễn Thị Hương'));
	await changeName(school.as(huong?.id ?? '', ['parent']), { name: 'Hương' });
	expect(await imported(coordinator, LIST)).toMatchObject({
		newParents: 0,
		changed: 0,
		missing: 0
	});
	expect((await register(school)).map(({ name }) => name)).toContain('Hương');
});

test('every mistake names its row, its column and the rule, never what stands there', async () => {
	const { school, coordinator } = await aSchoolWithGroups();
	const { runId, run } = await staged(coordinator, [
		...LIST,
		'M-07;Jan;geheim.example;;;;Groep 3',
		';Eva;;;;;Groep 3',
		'M-08;123;;;;;Groep 3',
		'M-09;Bo;;12;;;Groep 3',
		'M-10;Bo;;;;;Groep 9',
		'111222333;Bo;;;;;Groep 3',
		'bo;Bo;;;;;Groep 3'
	]);
	expect(run.issues.map(({ row, column, reason }) => [row, column, reason])).toEqual([
		[8, 3, 'field.email'],
		[9, 1, 'household.key'],
		[10, 2, 'import.name'],
		[11, 4, 'import.phone'],
		[13, 1, 'import.bsn'],
		[14, 1, 'import.key-is-name'],
		[12, 7, 'import.group']
	]);
	expect(JSON.stringify(run)).not.toMatch(/geheim|111222333/);
	await expect(applyImport(coordinator, runId)).rejects.toEqual(new Conflict('import.has-issues'));
	expect(await school.store.read.$count(households)).toBe(0);
});

test('groups that are not there are made with the list, when that is asked', async () => {
	const { school, coordinator } = await aSchoolWithGroups();
	const list = [
		HEADER,
		'M-1;Jan;;;;;8B Hannelore',
		'M-2;Eva;;;;;8b hannelore',
		'M-3;Bo;;;;;Groep 3'
	];
	const { runId, run } = await staged(coordinator, list, { ...COLUMNS, groups: 'yes' });
	expect(run).toMatchObject({ issues: [], newGroups: ['8B Hannelore'] });
	await applyImport(coordinator, runId);
	const again = await staged(coordinator, list);
	expect(again.run.counts).toMatchObject({ placed: 0, changed: 0, issues: 0 });
	expect(await school.store.read.$count(memberships, eq(memberships.role, 'parent'))).toBe(3);
});

test('without a code, parents of one row are a family, and the same parents are the same family', async () => {
	const { school, coordinator } = await aSchoolWithGroups();
	const list = [
		'Naam ouder 1;E-mail ouder 1;Naam ouder 2',
		'Jan;jan@example.org;Eva',
		'Jan;jan@example.org;Eva',
		'Eva;;Bo',
		';;'
	];
	const columns = { 'column-0': 'name-1', 'column-1': 'email-1', 'column-2': 'name-2' };
	const { runId } = await staged(coordinator, list, columns);
	expect(await applyImport(coordinator, runId)).toMatchObject({ newHouseholds: 2, newParents: 4 });
	expect((await register(school)).every(({ key }) => /^F-[0-9A-F]{10}$/.test(key))).toBe(true);
	expect((await staged(coordinator, list, columns)).run.counts).toMatchObject({ newParents: 0 });
});
