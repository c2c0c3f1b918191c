import { globSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { nl } from '../../../src/i18n/nl/index.ts';
import { type Server, start } from '../../bench/measure.ts';
import { expect, expectAccessible, fill, formFor, test } from '../support/walk.ts';

const words = nl.access.setUp;
let folder: string;
let server: Server;

const serve = () =>
	start(['src/entry/serve.ts'], {
		DATABASE_URL: `file:${join(folder, 'school.db')}`,
		SECRET_KEY: '',
		PORT: '0',
		ORIGIN: '',
		CLOCK: '',
		TMPDIR: folder
	});
test.beforeEach(async () => {
	folder = mkdtempSync(join(tmpdir(), 'samenspraak-'));
	server = await serve();
});
test.afterEach(async () => {
	await server.stop();
	rmSync(folder, { recursive: true, force: true });
});

/** Bytes in the logs of all databases of this server. */
const written = () =>
	globSync(join(folder, '**', '*-wal')).reduce((sum, log) => sum + statSync(log).size, 0);

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

test('a server that is killed while it loads the example can be set up as if nothing happened', async ({
	page
}) => {
	test.setTimeout(120_000);
	const before = written();
	const loading = fetch(`${address()}/setup?/demo`, {
		method: 'POST',
		headers: { origin: address(), accept: 'text/html' },
		body: new URLSearchParams({ key: printedKey() })
	}).then(
		() => 'answered',
		() => 'broken off'
	);
	// by then it has written something somewhere, and is not nearly done
	await expect
		.poll(written, { intervals: [50], timeout: 30_000 })
		.toBeGreaterThan(before + 1_000_000);
	process.kill(server.pid, 'SIGKILL');
	expect(await loading).toBe('broken off');

	server = await serve();
	await page.goto(`${address()}/`);
	await expect(page).toHaveURL(`${address()}/setup`);
	await fill(formFor(page, 'own'), { key: printedKey() });
	await page.getByRole('button', { name: words.demoGo }).click();
	await expect(page.locator('h1')).toHaveText(words.demoTitle, { timeout: 60_000 });
	const place = await fetch(`${address()}/zilverpad`);
	expect(place.status).toBe(200);
});
