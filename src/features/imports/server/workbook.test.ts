import { zipSync } from 'fflate';
import { expect, test } from 'vitest';
import writeXlsxFile from 'write-excel-file/node';
import { applyImport } from './apply-import.ts';
import { readHeaders } from './read-headers.ts';
import { startImport } from './start-import.ts';
import type { Invalid } from '#kernel/errors.ts';
import { aSchoolWithGroups, register } from '#tests/support/lists.ts';

type Cell = string | number | Date | boolean;

async function workbook(rows: readonly (readonly Cell[])[]): Promise<Uint8Array> {
	const cells = rows.map((row) =>
		row.map((value) =>
			value instanceof Date ? { value, type: Date, format: 'yyyy-mm-dd' } : { value }
		)
	);
	return new Uint8Array(await writeXlsxFile(cells as never).toBuffer());
}

test('a workbook is read as a list is: letters, numbers that were telephones, dates that are skipped', async () => {
	const { school, coordinator } = await aSchoolWithGroups();
	const bytes = await workbook([
		['Gezinscode', 'Naam ouder 1', 'E-mail ouder 1', 'Mobiel ouder 1', 'Geboortedatum', 'Groep'],
		[1041, 'Şefik Çelik', 'sefik+1@example.org', 612345678, new Date('2015-03-04'), 'Groep 3'],
		[1042, 'Nguyễn Thị Hương', '', '', new Date('2015-03-05'), 'Groep 6']
	]);
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
