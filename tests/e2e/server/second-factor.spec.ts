import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { TOTP } from 'otpauth';
import { nl } from '../../../src/i18n/nl/index.ts';
import { type Server, start } from '../../bench/measure.ts';
import { expect, expectAccessible, fill, formFor, send, test } from '../support/walk.ts';

const { security, confirm } = nl.factors;
let folder: string;
let server: Server;

test.beforeAll(async () => {
	folder = mkdtempSync(join(tmpdir(), 'samenspraak-'));
	server = await start(['src/entry/serve.ts'], {
		DATABASE_URL: `file:${join(folder, 'school.db')}`,
		SECRET_KEY: '',
		PORT: '0',
		ORIGIN: '',
		CLOCK: '',
		SECOND_FACTOR: 'required',
		TMPDIR: folder
	});
});
test.afterAll(async () => {
	await server.stop();
	rmSync(folder, { recursive: true, force: true });
});

const address = () => `http://localhost:${String(server.port)}`;
const main = (page: Page) => page.locator('main');
/** What a coordinator of this school has: a code, and recovery codes that were not used. */
const has = { code: '', recovery: [] as string[] };

test.describe.configure({ mode: 'serial' });

test('a coordinator works at the desk once their phone agrees, and shows it again before a role changes', async ({
	page
}) => {
	await page.goto(`${address()}/setup`);
	const setUp = formFor(page, 'own');
	await fill(setUp, {
		key: /[0-9A-F]{4}(-[0-9A-F]{4}){3}/.exec(server.printed())?.[0] ?? '',
		organisation: 'obs De Proef',
		kind: 'school',
		name: 'Wies Bakker',
		email: 'wies@deproef.example'
	});
	await setUp.getByRole('button', { name: nl.access.setUp.go }).click();
	await expect(page.locator('h1')).toHaveText(nl.access.setUp.doneTitle);
	const code = /[A-Z2-9]{4}-[A-Z2-9]{4}/.exec(await main(page).innerText())?.[0] ?? '';
	await page.goto(`${address()}/obs-de-proef/desk`);
	await expect(page).toHaveURL(/\/me\/security\?back=/);
	await expect(main(page)).toContainText(security.waiting);
	await expectAccessible(page);

	await send(formFor(page, 'begin'));
	await expect(formFor(page, 'finish')).toBeVisible();
	await expectAccessible(page);
	const secret = (await page.locator('main code').innerText()).replaceAll(' ', '');
	const digits = () => new TOTP({ secret }).generate();
	const finish = formFor(page, 'finish');
	await fill(finish, { digits: '000000' });
	await send(finish);
	await expect(main(page)).toContainText(nl.reasons['factor.wrong']);
	const first = digits();
	await fill(finish, { digits: first });
	await send(finish);
	await expect(main(page)).toContainText(security.codes.title);
	await expectAccessible(page);
	const recovery = await page.locator('main li code').allInnerTexts();
	expect(recovery).toHaveLength(10);
	await page.getByRole('link', { name: security.goOn }).click();
	await expect(page).toHaveURL(/\/obs-de-proef\/desk$/);

	// whoever has only the code is no further than the door
	await page.context().clearCookies();
	await page.goto(`${address()}/join?code=${code}`);
	await send(page.locator('form', { has: page.locator('[name=code]') }));
	await expect(page).toHaveURL(/\/confirm\?back=/);
	await expectAccessible(page);
	const factor = page.locator('form', { has: page.locator('[name=factor]') });
	await fill(factor, { factor: first });
	await send(factor);
	await expect(main(page)).toContainText(nl.reasons['factor.wrong']);
	await fill(factor, { factor: recovery[0] ?? '' });
	await send(factor);
	await expect(page).toHaveURL(/\/obs-de-proef\/desk$/);

	// a moment later nothing is asked again
	await page.goto(`${address()}/obs-de-proef/desk/people`);
	const invite = formFor(page, 'invite');
	await fill(invite, { name: 'Noor Visser', email: 'noor@deproef.example', role: 'moderator' });
	await send(invite);
	await expect(main(page)).toContainText('/join/');
	has.code = code;
	has.recovery = recovery.slice(1);
	await page.goto(`${address()}/confirm?stay`);
	await expect(page.locator('h1')).toHaveText(confirm.title);
});

test('a passkey is made, opens the desk by itself, confirms, and opens nothing once it is away', async ({
	page
}) => {
	const browser = await page.context().newCDPSession(page);
	await browser.send('WebAuthn.enable');
	await browser.send('WebAuthn.addVirtualAuthenticator', {
		options: {
			...{ protocol: 'ctap2', transport: 'internal', hasResidentKey: true },
			...{ hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true }
		}
	});
	const words = nl.factors.passkeys;
	await page.goto(`${address()}/join?code=${has.code}`);
	await send(page.locator('form', { has: page.locator('[name=code]') }));
	await fill(page.locator('main'), { factor: has.recovery[0] ?? '' });
	await send(formFor(page, 'factor'));
	await expect(page).toHaveURL(/\/desk$/);

	await page.goto(`${address()}/me/security`);
	await fill(formFor(page, 'addPasskey'), { name: 'Mijn telefoon' });
	await page.getByRole('button', { name: words.add }).click();
	await expect(main(page)).toContainText(words.addedTitle);
	await expect(main(page)).toContainText('Mijn telefoon');
	await expectAccessible(page);

	const signIn = async () => {
		await page.context().clearCookies();
		await page.goto(`${address()}/sign-in/passkey`);
		await expectAccessible(page);
		await page.getByRole('button', { name: words.signInTitle }).click();
	};
	await signIn();
	await expect(page).toHaveURL(/\/obs-de-proef\/desk$/);
	await page.goto(`${address()}/confirm?stay`);
	await page.getByRole('button', { name: confirm.passkey }).click();
	await expect(main(page)).toContainText(confirm.done);

	await page.goto(`${address()}/me/security`);
	page.once('dialog', (dialog) => void dialog.accept());
	await send(formFor(page, 'removePasskey'));
	await expect(main(page)).not.toContainText('Mijn telefoon');
	await signIn();
	await expect(main(page)).toContainText(nl.reasons['passkey.wrong']);
});

test('a password lets in, and the desk still waits for the phone', async ({ page }) => {
	const words = nl.factors.password;
	const confirmWith = async (recovery = '') => {
		await fill(page.locator('main'), { factor: recovery });
		await send(formFor(page, 'factor'));
		await expect(page).toHaveURL(/\/desk$/);
	};
	await page.goto(`${address()}/join?code=${has.code}`);
	await send(page.locator('form', { has: page.locator('[name=code]') }));
	await confirmWith(has.recovery[1]);

	await page.goto(`${address()}/me/security`);
	const choose = formFor(page, 'password');
	await fill(choose, { password: 'welkom01' });
	await send(choose);
	await expect(main(page)).toContainText(nl.reasons['password.common']);
	await fill(choose, { password: 'vier paarse fietsen' });
	await send(choose);
	await expect(main(page)).toContainText(words.on);
	await expectAccessible(page);

	await page.context().clearCookies();
	await page.goto(`${address()}/sign-in/password`);
	await expectAccessible(page);
	const signIn = page.locator('form', { has: page.locator('[name=password]') });
	await fill(signIn, { email: 'wies@deproef.example', password: 'iets anders' });
	await send(signIn);
	await expect(main(page)).toContainText(nl.reasons['password.wrong']);
	await expect(signIn.locator('[name=email]')).toHaveValue('wies@deproef.example');
	await expect(signIn.locator('[name=password]')).toHaveValue('');
	await fill(signIn, { password: 'vier paarse fietsen' });
	await send(signIn);
	await expect(page).toHaveURL(/\/confirm\?back=/);
	await confirmWith(has.recovery[2]);
});
