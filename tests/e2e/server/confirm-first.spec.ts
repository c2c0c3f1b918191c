import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { nl } from '../../../src/i18n/nl/index.ts';
import { type Server, start } from '../../bench/measure.ts';
import { expect, expectAccessible, fill, formFor, send, test } from '../support/walk.ts';

const PASSWORD = 'vier paarse fietsen';
const words = nl.factors.confirm;
let folder: string;
let server: Server;

/** A server where a second factor is offered, so that a desk opens with a code alone. */
test.beforeAll(async () => {
	folder = mkdtempSync(join(tmpdir(), 'samenspraak-'));
	server = await start(['src/entry/serve.ts'], {
		...{ DATABASE_URL: `file:${join(folder, 'school.db')}`, SECRET_KEY: '', PORT: '0' },
		...{ ORIGIN: '', CLOCK: '', SECOND_FACTOR: 'offered', TMPDIR: folder }
	});
});
test.afterAll(async () => {
	await server.stop();
	rmSync(folder, { recursive: true, force: true });
});

const address = () => `http://localhost:${String(server.port)}`;
const main = (page: Page) => page.locator('main');

async function signIn(page: Page, code: string): Promise<void> {
	await page.context().clearCookies();
	await page.goto(`${address()}/join?code=${code}`);
	await send(page.locator('form', { has: page.locator('[name=code]') }));
	await expect(page).toHaveURL(/\/desk$/);
}

/** Sends a form, which is asked to be confirmed; does so in the window beside it, and sends it again. */
async function sendConfirmed(page: Page, form: Locator): Promise<void> {
	await send(form);
	await expect(main(page)).toContainText(nl.reasons['confirm.first']);
	await expectAccessible(page);
	const opening = page.waitForEvent('popup');
	await page.getByRole('link', { name: words.first }).click();
	const beside = await opening;
	await fill(formFor(beside, 'password'), { password: PASSWORD });
	await send(formFor(beside, 'password'));
	await expect(beside.locator('main')).toContainText(words.done);
	await beside.close();
	await send(form);
}

test('what was typed stays while somebody shows that it is them, and is sent with one press more', async ({
	page
}) => {
	await page.goto(`${address()}/setup`);
	const setUp = formFor(page, 'own');
	await fill(setUp, {
		...{ organisation: 'obs De Proef', kind: 'school' },
		...{ name: 'Wies Bakker', email: 'wies@deproef.example' },
		key: /[0-9A-F]{4}(-[0-9A-F]{4}){3}/.exec(server.printed())?.[0] ?? ''
	});
	await setUp.getByRole('button', { name: nl.access.setUp.go }).click();
	const code = /[A-Z2-9]{4}-[A-Z2-9]{4}/.exec(await main(page).innerText())?.[0] ?? '';
	await page.goto(`${address()}/me/security`);
	await fill(formFor(page, 'password'), { password: PASSWORD });
	await send(formFor(page, 'password'));
	await expect(main(page)).toContainText(nl.factors.password.on);

	await signIn(page, code);
	const desk = `${address()}/obs-de-proef/desk`;
	await page.goto(`${desk}/people`);
	const invite = formFor(page, 'invite');
	await fill(invite, { name: 'Noor Visser', email: 'noor@deproef.example', role: 'moderator' });
	await sendConfirmed(page, invite);
	await expect(main(page)).toContainText('/join/');

	await signIn(page, code);
	await page.goto(`${desk}/people/search?q=Noor`);
	await page.getByRole('link', { name: 'Noor Visser' }).click();
	const reason = 'Zij deelde een lijst met namen.';
	const decide = formFor(page, 'decide');
	await fill(decide, { decision: 'blocked', reason });
	await sendConfirmed(page, decide);
	await expect(page.locator('main li', { hasText: reason })).toBeVisible();

	// a moment later nothing is asked again
	await fill(decide, { decision: 'lifted', reason: 'Het is uitgepraat.' });
	await send(decide);
	await expect(page.locator('main li', { hasText: 'Het is uitgepraat.' })).toBeVisible();
});
