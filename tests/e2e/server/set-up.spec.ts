import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { nl } from '../../../src/i18n/nl/index.ts';
import { type Server, start } from '../../bench/measure.ts';
import { expect, expectAccessible, fill, formFor, test } from '../support/walk.ts';

const words = nl.access.setUp;
let folder: string;
let server: Server;

test.beforeEach(async () => {
	folder = mkdtempSync(join(tmpdir(), 'samenspraak-'));
	server = await start(['src/entry/serve.ts'], {
		DATABASE_URL: `file:${join(folder, 'school.db')}`,
		SECRET_KEY: '',
		PORT: '0',
		ORIGIN: '',
		CLOCK: ''
	});
});
test.afterEach(async () => {
	await server.stop();
	rmSync(folder, { recursive: true, force: true });
});

const address = () => `http://localhost:${String(server.port)}`;
const printedKey = () => /[0-9A-F]{4}(-[0-9A-F]{4}){3}/.exec(server.printed())?.[0] ?? '';

test('who has the printed key names the organisation, and is its coordinator', async ({ page }) => {
	await page.goto(`${address()}/setup`);
	await expectAccessible(page);
	const form = formFor(page, 'own');
	const typed = {
		organisation: 'obs De Proef',
		kind: 'school',
		name: 'Wies Bakker',
		email: 'wies@deproef.example'
	};
	await fill(form, { ...typed, key: '0000-0000-0000-0000' });
	await form.getByRole('button', { name: words.go }).click();
	await expect(page.locator('main')).toContainText(nl.reasons['set-up.key']);
	await expect(form.locator('[name=organisation]')).toHaveValue(typed.organisation);
	await expectAccessible(page);

	await fill(form, { key: printedKey() });
	await form.getByRole('button', { name: words.go }).click();
	await expect(page.locator('h1')).toHaveText(words.doneTitle);
	await expectAccessible(page);
	await page.getByRole('link', { name: words.desk }).click();
	await expect(page).toHaveURL(/\/obs-de-proef\/desk$/);

	// once there is an organisation the key opens nothing
	await page.goto(`${address()}/setup`);
	await expect(page).toHaveURL(`${address()}/`);
});

test('an empty installation loads the example, and tells who can sign in with which code', async ({
	page
}) => {
	test.setTimeout(120_000);
	await page.goto(`${address()}/setup`);
	await fill(formFor(page, 'own'), { key: printedKey() });
	await page.getByRole('button', { name: words.demoGo }).click();
	await expect(page.locator('h1')).toHaveText(words.demoTitle, { timeout: 60_000 });
	await expectAccessible(page);
	await page.getByRole('link', { name: /Marloes de Wit/ }).click();
	await page.locator('form button').first().click();
	await expect(page).toHaveURL(/\/desk/);
});
