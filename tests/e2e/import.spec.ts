import { existsSync, readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { aWorkbook } from '../support/workbooks.ts';
import { expect, expectAccessible, fill, formFor, send, test } from './support/walk.ts';

const SCHOOL = '/ooievaar';
const PUPILS = ['../shared', '../../shared']
	.map((it) => `${it}/data/import/edexml-103-school-400.xml`)
	.reduce((first, other) => (existsSync(first) ? first : other));
const IMPORT = `${SCHOOL}/desk/import`;
const LIST = [
	'Leerling;Gezinscode;Naam ouder 1;E-mail ouder 1;Naam ouder 2;E-mail ouder 2;Groep;Etniciteit',
	'Zebedeus;G-1;Ayşe Çelik;gezin@example.org;Şefik Çelik;gezin@example.org;Groep 3;QXZ',
	'Obadja;G-2;Nguyễn Thị Hương;huong+school@bücher.example;;;Groep 4;QXZ',
	'Habakuk;G-1;Ayşe Çelik;gezin@example.org;Şefik Çelik;gezin@example.org;Groep 4;QXZ'
].join('\r\n');

const file = (content: string, name = 'export.csv') => ({
	name,
	mimeType: 'text/csv',
	buffer: Buffer.from(content)
});
const choose = (page: Page, content: string) =>
	page.locator('main input[type=file][name=file]').setInputFiles(file(content));
const look = async (page: Page, content: string) => {
	await page.goto(IMPORT);
	await choose(page, content);
	await send(formFor(page, 'headers'));
};

test.describe.configure({ mode: 'serial' });

test('a coordinator reads a list in: columns, a preview, and then all of it', async ({
	page,
	text,
	signInAs
}) => {
	const words = text.imports;
	await signInAs('Hanneke Vos');
	await page.goto('/merelstreek/desk/places');
	const place = formFor(page, 'place');
	await fill(place, { kind: 'school', name: 'De Ooievaar', slug: 'ooievaar' });
	await send(place);
	await page.goto(IMPORT);
	await expectAccessible(page);
	await look(page, LIST);

	const mapping = formFor(page, 'read');
	await expect(mapping.locator('[name=column-1]')).toHaveValue('household');
	await expect(mapping.locator('[name=column-3]')).toHaveValue('email-1');
	// what is of pupils and what nobody may keep cannot be chosen
	await expect(mapping.locator('[name=column-0], [name=column-7]')).toHaveCount(0);
	await expect(page.locator('main')).toContainText(`${words.never} Leerling, Etniciteit.`);
	await expectAccessible(page);
	await fill(mapping, { groups: 'yes', save: 'Ons systeem' });
	// the file is kept by the page
	await expect(page.locator('[data-file-kept]')).toBeVisible();
	await send(mapping);

	await expect(page.locator('h1')).toHaveText(words.ready);
	await expect(page.locator('main')).toContainText('Nguyễn Thị Hương');
	await expect(page.locator('body')).not.toContainText('Zebedeus');
	await expect(page.locator('body')).not.toContainText('QXZ');
	await expect(page.locator('body')).not.toContainText('gezin@example.org');
	await expectAccessible(page);
	await send(formFor(page, 'apply'));
	await expect(page.locator('h1')).toHaveText(words.done);
	await page.goto(`${SCHOOL}/desk/people`);
	await expect(page.locator('#households').locator('..')).toContainText(
		text.people.count(text.people.familiesOf(2, '2'), text.people.parentsOf(3, '3'))
	);
});

test('the same list again changes nothing, and a wrong one names row and column', async ({
	page,
	text,
	signInAs
}) => {
	const words = text.imports;
	await signInAs('Hanneke Vos');
	await look(page, LIST);
	await send(formFor(page, 'read'));
	await expect(page.locator('main')).toContainText(words.nothing);

	await look(page, `${LIST}\r\nX;G-9;Jan;geheim.example;;;Groep 3;`);
	await send(formFor(page, 'read'));
	const mistake =
		words.issueAt('5', '4') + words.issue(words.target['email-1'], text.reasons['field.email']);
	await expect(page.locator('main')).toContainText(mistake);
	await expect(page.locator('body')).not.toContainText('geheim.example');
	await expect(formFor(page, 'apply')).toHaveCount(0);
	await expectAccessible(page);
	await page.locator('form[action^="?/cancel"] button').click();
});

const workbook = async () => ({
	name: 'export.xlsx',
	mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
	buffer: Buffer.from(
		await aWorkbook(
			{
				Archief: [
					['Gezinscode', 'Naam ouder 1'],
					['G-0', 'Oude Ouder']
				],
				Uitleg: [['Lijst van de school'], ['Versie 3']],
				Ouders: [
					['Gezinscode', 'Naam ouder 1'],
					['G-1', 'Ayşe Çelik']
				]
			},
			['Archief']
		)
	)
});

test('of a workbook the sheet is chosen; a hidden one is told and only offered when asked', async ({
	page,
	text,
	signInAs
}) => {
	const words = text.imports;
	await signInAs('Hanneke Vos');
	await page.goto(IMPORT);
	await page.locator('main input[type=file][name=file]').setInputFiles(await workbook());
	await send(formFor(page, 'headers'));
	const sheet = page.locator('[name=other-sheet]');
	const lookAt = page.getByRole('button', { name: words.lookAtSheet });
	await expect(page.locator('main')).toContainText(words.sheetShown('Uitleg'));
	await expect(page.locator('main')).toContainText(words.hiddenSheets('Archief'));
	await expect(sheet.locator('option')).toHaveText(['Uitleg', 'Ouders']);
	await expectAccessible(page);
	await page.getByLabel(words.showHidden).check({ force: true });
	await lookAt.click();
	await expect(sheet.locator('option')).toHaveText(['Archief', 'Uitleg', 'Ouders']);
	await sheet.selectOption('3');
	await lookAt.click();
	// the file is still kept by the page
	await expect(page.locator('main')).toContainText(words.sheetShown('Ouders'));
	await page.getByRole('button', { name: words.read }).click();
	await expect(page.locator('h1')).toHaveText(words.ready);
	await expect(page.locator('main')).toContainText(words.nothing);
	await send(formFor(page, 'cancel'));
});

/** The groups that the index of the file counts: those of the school, and once more per teacher. */
function countsIn(file: string) {
	const source = readFileSync(file, 'utf8');
	const [own = ''] = /<groepen[\s\S]*?<\/groepen>/.exec(source) ?? [];
	const [teachers = ''] = /<leerkrachten[\s\S]*/.exec(source) ?? [];
	const kinds = (tag: string) => [
		...[...own.matchAll(new RegExp(`<${tag}\\b`, 'g'))].map(() => 'own'),
		...[...teachers.matchAll(new RegExp(`<${tag}\\b`, 'g'))].map(() => 'of a teacher')
	];
	const { expected } = JSON.parse(readFileSync(file.replace('.xml', '.expected.json'), 'utf8')) as {
		expected: { counts: { groepen: number; samengestelde_groepen: number } };
	};
	const { groepen, samengestelde_groepen } = expected.counts;
	return {
		groups: kinds('groep'),
		combined: kinds('samengestelde_groep'),
		counted: [groepen, samengestelde_groepen]
	};
}

test('groups come out of an EDEXML file in the browser; nothing of its pupils leaves it', async ({
	page,
	text,
	signInAs
}) => {
	test.skip(!existsSync(PUPILS), 'the file with 400 pupils is kept beside this repository');
	const sent: string[] = [];
	page.on('request', (request) => sent.push(request.postData() ?? ''));
	await signInAs('Hanneke Vos');
	await page.goto(IMPORT);
	await page.locator('#edexml').setInputFiles(PUPILS);
	await expect(page.locator('[data-edexml-status]')).toHaveText(
		text.imports.edexmlFound.replace('{n}', '19')
	);
	await expectAccessible(page);
	await send(formFor(page, 'groups'));
	await expect(page.locator('#groups').locator('..')).toContainText(
		text.imports.groupsMade(19, '19')
	);
	await page.goto(`${SCHOOL}/desk/places`);
	await expect(page.locator('main')).toContainText('8B Hannelore');
	const source = readFileSync(PUPILS, 'utf8');
	const names = [...source.matchAll(/<(?:achternaam|geboortedatum)>([^<]{4,})</g)].map(
		([, name = '']) => name
	);
	expect(names.length).toBeGreaterThan(400);
	const all = sent.join('\n');
	expect(names.filter((name) => all.includes(name))).toEqual([]);
	for (const word of ['etniciteit', 'gewicht', 'leerling']) expect(all).not.toContain(word);

	await page.goto(IMPORT);
	for (const slug of ['103-school-400', '21-voorbeeld']) {
		const { groups, counted, combined } = countsIn(PUPILS.replace('103-school-400', slug));
		expect([groups.length, combined.length]).toEqual(counted);
		await page.locator('#edexml').setInputFiles(PUPILS.replace('103-school-400', slug));
		const own = [...groups, ...combined].filter((it) => it === 'own').length;
		await expect(page.locator('[data-edexml-status]')).toHaveText(
			text.imports.edexmlFound.replace('{n}', String(own))
		);
	}
	await page.locator('#edexml').setInputFiles(PUPILS.replace('103-school-400', '21-invalid-1'));
	await expect(page.locator('[data-edexml-status]')).toContainText('school_incorrect_element');
	// who sends such a file as a list is refused before it is read
	await page.locator('main input[type=file][name=file]').setInputFiles(PUPILS);
	await send(formFor(page, 'headers'));
	await expect(page.locator('main')).toContainText(text.reasons['import.xml']);
});

test.describe('without a script', () => {
	test.use({ javaScriptEnabled: false });

	test('the file is chosen twice, and a mistake keeps what was chosen', async ({
		page,
		text,
		signInAs
	}) => {
		const words = text.imports;
		await signInAs('Hanneke Vos');
		await look(page, '<EDEX><leerling/></EDEX>');
		await expect(page.locator('main')).toContainText(text.reasons['import.xml']);
		await look(page, LIST);
		const mapping = formFor(page, 'read');
		await fill(mapping, { 'column-6': '' });
		await send(mapping);
		await expect(page.locator('main')).toContainText(text.reasons['import.no-file']);
		await expect(page.locator('[name=column-6]')).toHaveValue('');
		await expect(page.locator('[name=column-1]')).toHaveValue('household');
		await choose(page, LIST);
		await send(formFor(page, 'read'));
		await expect(page.locator('h1')).toHaveText(words.ready);
		await send(formFor(page, 'cancel'));
		await expect(page.locator('h1')).toHaveText(words.cancelled);
	});
});

test.describe('a workbook without a script', () => {
	test.use({ javaScriptEnabled: false });

	test('another sheet is looked at with the file chosen once more', async ({
		page,
		text,
		signInAs
	}) => {
		const words = text.imports;
		await signInAs('Hanneke Vos');
		await page.goto(IMPORT);
		const field = page.locator('main input[type=file][name=file]');
		await field.setInputFiles(await workbook());
		await send(formFor(page, 'headers'));
		await page.locator('[name=other-sheet]').selectOption('3');
		await field.setInputFiles(await workbook());
		await page.getByRole('button', { name: words.lookAtSheet }).click();
		await expect(page.locator('main')).toContainText(words.sheetShown('Ouders'));
		// a mistake keeps the sheet
		await page.getByRole('button', { name: words.read }).click();
		await expect(page.locator('main')).toContainText(text.reasons['import.no-file']);
		await expect(page.locator('main')).toContainText(words.sheetShown('Ouders'));
		await field.setInputFiles(await workbook());
		await page.getByRole('button', { name: words.read }).click();
		await expect(page.locator('h1')).toHaveText(words.ready);
		await send(formFor(page, 'cancel'));
	});
});

test('the pages of lists fit on a narrow screen', async ({ page, signInAs }) => {
	await page.setViewportSize({ width: 320, height: 640 });
	await signInAs('Hanneke Vos');
	await look(page, LIST);
	await expect(formFor(page, 'read')).toBeVisible();
	const width = () => page.evaluate(() => document.documentElement.scrollWidth);
	expect(await width()).toBeLessThanOrEqual(320);
	await send(formFor(page, 'read'));
	await expect(page.locator('#counts')).toBeVisible();
	expect(await width()).toBeLessThanOrEqual(320);
});
