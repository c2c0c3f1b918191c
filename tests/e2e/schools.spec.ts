import { expect, expectAccessible, fill, formFor, send, test } from './support/walk.ts';

const PAGE = '/merelstreek/desk/places/schools';
const LIST = [
	'School;Plaats;Bestuur;Beheerder;E-mail beheerder;Denominatie',
	'De Wielewaal;Ede;Stichting Vallei;Noor de Vries;noor@wielewaal.example;openbaar',
	'De Grutto;Epe;Stichting Vallei;Noor de Vries;noor@wielewaal.example;openbaar'
];

test.describe.configure({ mode: 'serial' });

test('a coordinator pastes a list of schools, mends what is wrong, sees what happens, and makes them', async ({
	page,
	text,
	signInAs
}) => {
	const words = text.imports.schools;
	await signInAs('Hanneke Vos');
	await page.goto('/merelstreek/desk/places');
	await page.getByRole('link', { name: words.link }).click();
	await expectAccessible(page);
	await send(formFor(page, 'check'));
	await expect(page.locator('main')).toContainText(text.reasons['import.no-file']);

	const wrong = [...LIST, 'De Kievit;;;Bas;geheim.example;'].join('\n');
	await fill(formFor(page, 'check'), { list: wrong });
	await send(formFor(page, 'check'));
	const place = text.imports.issueAt('4', '5');
	const rule = text.imports.issue(words.column.email, text.reasons['field.email']);
	await expect(page.locator('[data-focus]')).toBeFocused();
	await expect(page.getByRole('alert')).toContainText(place + rule);
	await expect(page.getByRole('alert')).not.toContainText('geheim.example');
	await expect(page.locator('[name=list]')).toHaveValue(/De Kievit;;;Bas;geheim\.example;$/);
	await expectAccessible(page);

	await page.setViewportSize({ width: 320, height: 640 });
	await fill(formFor(page, 'check'), { list: LIST.join('\n') });
	await send(formFor(page, 'check'));
	await expect(page.locator('h1')).toHaveText(words.ready);
	await expect(page.locator('main')).toContainText(`${words.boards}: Stichting Vallei.`);
	await expect(page.locator('main')).toContainText(`${words.skipped} Denominatie.`);
	await expectAccessible(page);
	const width = await page.evaluate(() => document.documentElement.scrollWidth);
	expect(width).toBeLessThanOrEqual(320);
	await send(formFor(page, 'create'));
	await expect(page.getByRole('status')).toContainText(words.doneText('2', '2', '0'));
	await page.goto('/de-grutto/desk/people');
	await expect(page.locator('main')).toContainText('Noor de Vries');
});

test.describe('without a script', () => {
	test.use({ javaScriptEnabled: false });

	test('a file does the same, and the same list again makes nothing', async ({
		page,
		text,
		signInAs
	}) => {
		const words = text.imports.schools;
		await signInAs('Hanneke Vos');
		await page.goto(PAGE);
		await page.locator('[name=file]').setInputFiles({
			name: 'scholen.csv',
			mimeType: 'text/csv',
			buffer: Buffer.from(`\uFEFF${LIST.join('\r\n')}`)
		});
		await send(formFor(page, 'check'));
		await expect(page.locator('main')).toContainText(words.nothing);
		await expect(formFor(page, 'create')).toHaveCount(0);
	});
});
