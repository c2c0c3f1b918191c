import { zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { applyImport } from './apply-import.ts';
import { readHeaders } from './read-headers.ts';
import { importProfiles, importRows } from './schema.ts';
import { showRun } from './show-run.ts';
import { startImport } from './start-import.ts';
import { MOST_PARENTS } from '../input.ts';
import type { Invalid } from '#kernel/errors.ts';
import { aSchoolWithGroups, register } from '#tests/support/lists.ts';
import { aWorkbook } from '#tests/support/workbooks.ts';

test('a workbook is read as a list is: letters, numbers that were telephones, dates that are skipped', async () => {
	const { school, coordinator } = await aSchoolWithGroups();
	const bytes = await aWorkbook({
		Ouders: [
			['Gezinscode', 'Naam ouder 1', 'E-mail ouder 1', 'Mobiel ouder 1', 'Geboortedatum', 'Groep'],
			[1041, 'Şefik Çelik', 'sefik+1@example.org', 612345678, new Date('2015-03-04'), 'Groep 3'],
			[1042, 'Nguyễn Thị Hương', '', '', new Date('2015-03-05'), 'Groep 6']
		]
	});
	const { columns, rows } = await readHeaders(coordinator, bytes, {});
	expect(rows).toBe(2);
	expect(columns.map(({ target, forbidden }) => target ?? forbidden)).toEqual([
		...['household', 'name-1', 'email-1', 'phone-1', 'import.never', 'group']
	]);
	const chosen = Object.fromEntries(
		columns.map(({ place, target }) => [`column-${String(place)}`, target ?? ''])
	);
	const { id, read } = await startImport(coordinator, bytes, chosen);
	await read;
	expect(await applyImport(coordinator, id)).toMatchObject({ newHouseholds: 2, newParents: 2 });
	expect(await register(school)).toEqual([
		{ key: '1041', name: 'Şefik Çelik', email: 'sefik+1@example.org', phone: '0612345678' },
		{ key: '1042', name: 'Nguyễn Thị Hương', email: null, phone: null }
	]);
});

const refused = async (bytes: Uint8Array) => {
	const { coordinator } = await aSchoolWithGroups();
	const error: unknown = await readHeaders(coordinator, bytes, {}).catch((it: unknown) => it);
	return (error as Invalid).issues;
};

test('a workbook that unpacks to more than it may is stopped before it is read', async () => {
	const sheet = new Uint8Array(120_000_000).fill(32);
	const bomb = zipSync({ 'xl/worksheets/sheet1.xml': sheet });
	expect(bomb.length).toBeLessThan(1_000_000);
	expect(await refused(bomb)).toEqual({ file: 'import.workbook-large' });
	const many = Object.fromEntries(
		Array.from({ length: 1500 }, (_, n) => [`${String(n)}.xml`, new Uint8Array(1)])
	);
	expect(await refused(zipSync(many))).toEqual({ file: 'import.workbook-large' });
});

test('a file that is packed but no workbook is refused in words', async () => {
	const letter = zipSync({ 'word/document.xml': new TextEncoder().encode('<w/>') });
	expect(await refused(letter)).toEqual({ file: 'import.workbook' });
});

const COVER = [['Overzicht van de administratie'], ['Geheim']];
const PARENTS = [
	['Gezinscode', 'Naam ouder 1'],
	['M-1', 'Jan'],
	['M-2', 'Eva']
];

test('of a workbook with several sheets one is chosen, and hidden ones are told', async () => {
	const { school, coordinator } = await aSchoolWithGroups();
	const bytes = await aWorkbook({ Archief: COVER, 'Uitleg & meer': COVER, Ouders: PARENTS }, [
		'Archief'
	]);
	const first = await readHeaders(coordinator, bytes, {});
	expect(first.sheets).toEqual([
		{ name: 'Archief', hidden: true },
		{ name: 'Uitleg & meer', hidden: false },
		{ name: 'Ouders', hidden: false }
	]);
	// the first that can be seen
	expect([first.sheet, first.showsHidden]).toEqual([2, false]);
	const chosen = await readHeaders(coordinator, bytes, {
		...{ header: '1', sheet: '2', 'other-sheet': '3' }
	});
	expect(chosen.columns.map(({ target }) => target)).toEqual(['household', 'name-1']);
	const { id, read } = await startImport(coordinator, bytes, {
		...{ sheet: '3', 'column-0': 'household', 'column-1': 'name-1' }
	});
	await read;
	expect(await applyImport(coordinator, id)).toMatchObject({ newHouseholds: 2, newParents: 2 });
	expect((await register(school)).map(({ name }) => name)).toEqual(['Jan', 'Eva']);
});

test('a choice that was kept finds its sheet again, also next year and in another place', async () => {
	const { school, coordinator } = await aSchoolWithGroups();
	const { read } = await startImport(
		coordinator,
		await aWorkbook({ Uitleg: COVER, 'Ouders 2026-2027': PARENTS }),
		{
			...{ sheet: '2', 'column-0': 'household', 'column-1': 'name-1', save: 'Ons systeem' }
		}
	);
	await read;
	const [profile] = await school.store.read.select().from(importProfiles);
	const next = await aWorkbook({ 'Ouders 2027-2028': PARENTS, Uitleg: COVER });
	const moved = await aWorkbook({ Uitleg: COVER, Meer: COVER, 'ouders 2027-2028': PARENTS });
	const asked = { profile: profile?.id ?? '' };
	expect((await readHeaders(coordinator, next, asked)).sheet).toBe(1);
	expect((await readHeaders(coordinator, moved, asked)).sheet).toBe(3);
	expect(JSON.stringify(profile)).not.toMatch(/Ouders|Gezinscode/);
});

test('a list of more parents than it may have is refused in words, and nothing of it stays', async () => {
	const { school, coordinator } = await aSchoolWithGroups();
	const rows = Array.from({ length: MOST_PARENTS / 2 + 1 }, () => 'Jan;Eva');
	const long = ['Naam ouder 1;Naam ouder 2', ...rows];
	const { id, read } = await startImport(coordinator, Buffer.from(long.join('\n')), {
		...{ 'column-0': 'name-1', 'column-1': 'name-2' }
	});
	await read;
	const run = await showRun(coordinator, id);
	expect([run.state, run.issues[0]?.reason]).toEqual(['failed', 'import.too-many']);
	expect(await school.store.read.$count(importRows)).toBe(0);
});
