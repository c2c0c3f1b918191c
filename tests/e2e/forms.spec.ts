import type { Page } from '@playwright/test';
import { expect, expectAccessible, formFor, send, test } from './support/walk.ts';

const IMPORT = '/zilverpad/desk/import';
const focused = (page: Page) => page.locator('.note-error:focus');

test('a form that came back has the focus on what is wrong, and says of which field', async ({
	page,
	text
}) => {
	await page.goto('/request/zilverpad');
	await send(page.locator('main form'));
	await expect(focused(page)).toBeVisible();
	const labels = text.access.request;
	const required = text.reasons['field.required'];
	await expect(focused(page).getByRole('link')).toContainText([
		`${labels.name}: ${required}`,
		`${labels.email}: ${required}`
	]);
	await expectAccessible(page);
});

test('without scripts the focus is there too', async ({ browser, baseURL }) => {
	const page = await browser.newPage({ javaScriptEnabled: false });
	await page.goto(`${baseURL ?? ''}/request/zilverpad`);
	await send(page.locator('main form'));
	await expect(focused(page)).toBeVisible();
	await page.close();
});

test('a list on a slow line is sent once, however often its button is pressed', async ({
	page,
	signInAs
}) => {
	await signInAs('Hanneke Vos');
	let sent = 0;
	await page.route('**/desk/import?/headers', async (route) => {
		sent++;
		await new Promise((done) => setTimeout(done, 1000));
		await route.continue();
	});
	await page.goto(IMPORT);
	const buffer = Buffer.from('Gezinscode;Naam ouder 1\r\nG-1;Jan');
	await page
		.locator('main input[type=file][name=file]')
		.setInputFiles({ name: 'a.csv', mimeType: 'text/csv', buffer });
	const button = formFor(page, 'headers').locator('button').last();
	await button.click();
	await expect(button).toHaveAttribute('aria-busy', 'true');
	await button.click();
	await expect(page.locator('#columns')).toBeVisible();
	expect(sent).toBe(1);
});

test('whoever forgot to choose a list can still read groups from a file', async ({
	page,
	text,
	signInAs
}) => {
	await signInAs('Hanneke Vos');
	await page.goto(IMPORT);
	await send(formFor(page, 'headers'));
	await expect(focused(page)).toContainText(text.reasons['import.no-file']);
	const buffer = Buffer.from(
		'<EDEX><school/><groepen><groep><naam>Groep 3</naam></groep></groepen></EDEX>'
	);
	await page.locator('#edexml').setInputFiles({ name: 'e.xml', mimeType: 'text/xml', buffer });
	await expect(page.locator('[name=names]')).toHaveValue('Groep 3');
});

test('where everybody has a code, no letters are said to be ready', async ({
	page,
	text,
	signInAs
}) => {
	await signInAs('Hanneke Vos');
	await page.goto('/zilverpad/desk/consultations/bereiken/codes');
	await send(formFor(page, 'issue'));
	await expect(page.getByRole('status')).toContainText(text.electorate.noneMade);
	await expectAccessible(page);
	await page.getByRole('link', { name: text.electorate.toCodes }).click();
	await expect(formFor(page, 'issue')).toBeVisible();
});

test('an hour that has the focus shows it as any other field does', async ({ page, signInAs }) => {
	await signInAs('Hanneke Vos');
	await page.goto('/zilverpad/desk/places');
	const hour = page.locator('input[type=time]').first();
	await hour.focus();
	await expect(hour).toHaveCSS('outline-width', '3px');
	await expect(hour).toHaveCSS('outline-style', 'solid');
});
