import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { memberships, people } from '../../../src/features/people/server/schema.ts';
import { scopes } from '../../../src/features/scopes/server/schema.ts';
import { en } from '../../../src/i18n/en/index.ts';
import { nl } from '../../../src/i18n/nl/index.ts';
import { openStore } from '../../../src/kernel/server/db.ts';
import { type Server, start, type StartFailed } from '../../bench/measure.ts';
import { aProvider, type LocalProvider } from '../../support/provider.ts';
import { freePort } from '../support/free-port.ts';
import { expect, expectAccessible, formFor, send, test } from '../support/walk.ts';

const NAME = 'de Schoolgroep';
const words = nl.signOn;
let folder: string;
let there: LocalProvider;
let server: Server;
let origin: string;
let settings: Record<string, string>;

/** A school with a coordinator and a parent, and a provider where its staff sign in. */
test.beforeEach(async () => {
	folder = mkdtempSync(join(tmpdir(), 'samenspraak-'));
	const url = `file:${join(folder, 'school.db')}`;
	const store = await openStore({ url });
	const kind = 'school';
	const school = { id: 's', path: '/home/s/', kind, slug: 'merelmolen', name: 'De Merelmolen' };
	await store.write(async (tx) => {
		await tx.insert(scopes).values({ ...school, kind });
		await tx.insert(people).values([
			{ id: 'w', name: 'Wies Bakker', email: 'wies@school.example' },
			{ id: 'p', name: 'Jeroen Bakker', email: 'jeroen@example.org' }
		]);
		await tx.insert(memberships).values([
			{ scopeId: 's', personId: 'w', role: 'coordinator' },
			{ scopeId: 's', personId: 'p', role: 'parent' }
		]);
	});
	await store.close();
	const port = await freePort();
	origin = `http://localhost:${port}`;
	there = await aProvider({ redirectUris: [`${origin}/sign-in/oidc/callback`] });
	there.accounts.set('wies', {
		...{ email: 'wies@school.example', email_verified: true, amr: ['pwd', 'otp'] }
	});
	there.accounts.set('jeroen', { email: 'jeroen@example.org', email_verified: true });
	settings = {
		...{ DATABASE_URL: url, SECRET_KEY: '', PORT: port, ORIGIN: origin, CLOCK: '' },
		...{ SECOND_FACTOR: 'required', OIDC_ISSUER: there.issuer, OIDC_NAME: NAME },
		...{ OIDC_CLIENT_ID: there.clientId, OIDC_CLIENT_SECRET: there.clientSecret }
	};
	server = await start(['src/entry/serve.ts'], settings);
});
test.afterEach(async () => {
	await server.stop();
	await there.close();
	rmSync(folder, { recursive: true, force: true });
});

const main = (page: Page) => page.locator('main');

/** Goes to the provider as somebody does who works here. */
async function go(page: Page): Promise<void> {
	await page.goto(`${origin}/join`);
	await page.getByRole('link', { name: words.way(NAME) }).click();
	await expect(page).toHaveURL(new RegExp(`^${there.issuer}/interaction/`));
}

async function signInThere(page: Page, account: string): Promise<void> {
	await page.getByLabel('Naam').fill(account);
	await page.getByRole('button', { name: 'Log in' }).click();
}

test('who works here signs in at the provider and lands at their desk; the answer serves once', async ({
	page
}) => {
	const returns: string[] = [];
	page.on('request', (request) => {
		if (request.url().includes('/callback?')) returns.push(request.url());
	});
	await go(page);
	const [kept] = await page.context().cookies(origin);
	expect(kept).toMatchObject({ name: 'sign-on', httpOnly: true, sameSite: 'Lax' });
	await signInThere(page, 'wies');
	await expect(page).toHaveURL(`${origin}/merelmolen/desk`);
	const names = (await page.context().cookies(origin)).map(({ name }) => name);
	expect(names).toEqual(['session']);

	// once more, by whoever finds the address, and by who has the cookie as well
	const [answer = ''] = returns;
	for (const cookies of [[], kept ? [kept] : []]) {
		await page.context().clearCookies();
		await page.context().addCookies(cookies);
		await page.goto(answer);
		await expect(page).toHaveURL(`${origin}/sign-in/oidc?problem=sign-on.expired`);
		await expect(main(page)).toContainText(nl.reasons['sign-on.expired']);
		await expect(page.locator('a[href="/me"]')).toHaveCount(0);
	}
	for (const secret of new URL(answer).searchParams.values())
		if (secret !== there.issuer) expect(server.printed()).not.toContain(secret);
	expect(server.printed()).not.toContain('wies@');
});

test('a parent, and who thinks better of it, are told calmly, with the other ways in', async ({
	page
}) => {
	await go(page);
	await signInThere(page, 'jeroen');
	await expect(main(page)).toContainText(nl.reasons['sign-on.unknown']);
	await expect(page.getByRole('link', { name: nl.access.join.byPasskey })).toBeVisible();
	await expectAccessible(page);
	await page.context().clearCookies();
	await go(page);
	await page.getByRole('link', { name: 'Annuleer' }).click();
	await expect(main(page)).toContainText(nl.reasons['sign-on.cancelled']);
	await expectAccessible(page);
	await page.getByRole('link', { name: words.again }).click();
	await signInThere(page, 'wies');
	await expect(page).toHaveURL(`${origin}/merelmolen/desk`);
});

test('without a second factor at the provider the desk waits for one of ours', async ({ page }) => {
	there.accounts.set('wies', { email: 'wies@school.example', email_verified: true, amr: ['pwd'] });
	await page.goto(`${origin}/sign-in`);
	await page.getByRole('link', { name: words.way(NAME) }).click();
	await signInThere(page, 'wies');
	await expect(page).toHaveURL(/\/me\/security\?back=/);
	await expect(main(page)).toContainText(nl.factors.security.waiting);
	await send(formFor(page, 'begin'));
	await expect(formFor(page, 'finish')).toBeVisible();
});

test('an account is unlinked once its person showed anew at the provider that it is them', async ({
	page
}) => {
	const wies = there.accounts.get('wies');
	if (wies) wies.ago = 20 * 60;
	await go(page);
	await signInThere(page, 'wies');
	await expect(page).toHaveURL(`${origin}/merelmolen/desk`);
	await page.goto(`${origin}/me/security`);
	await expectAccessible(page);
	await expect(main(page)).toContainText(`account bij ${NAME} is gekoppeld`);
	const unlink = formFor(page, 'removeAccount');
	page.on('dialog', (dialog) => void dialog.accept());
	await send(unlink);
	await expect(main(page)).toContainText(nl.reasons['confirm.first']);

	if (wies) wies.ago = 0;
	const [window] = await Promise.all([
		page.waitForEvent('popup'),
		page.getByRole('link', { name: nl.factors.confirm.first }).click()
	]);
	await expectAccessible(window);
	await window.getByRole('link', { name: words.confirm(NAME) }).click();
	await signInThere(window, 'wies');
	await expect(main(window)).toContainText(nl.factors.confirm.done);
	await window.close();
	await send(unlink);
	await expect(main(page)).toContainText(words.account.none(NAME));
});

test('where the provider does not answer that is said, in the language of the reader', async ({
	page
}) => {
	await there.close();
	await page.context().addCookies([{ name: 'language', value: 'en', url: origin }]);
	await page.goto(`${origin}/sign-in/oidc`);
	await expectAccessible(page);
	await page.locator('main a.btn').click();
	await expect(main(page)).toContainText(en.reasons['sign-on.away']);
	await expectAccessible(page);
	await page.setViewportSize({ width: 320, height: 640 });
	const wide = await page.evaluate(() => document.documentElement.scrollWidth);
	expect(wide).toBeLessThanOrEqual(320);
	there = await aProvider({ redirectUris: [] });
});

test('half of the settings stop the start with a sentence; without any there is no such page', async ({
	page
}) => {
	await server.stop();
	const none = { OIDC_ISSUER: '', OIDC_CLIENT_ID: '', OIDC_CLIENT_SECRET: '', OIDC_NAME: '' };
	for (const [wrong, sentence] of [
		[{ OIDC_CLIENT_SECRET: '' }, 'OIDC_CLIENT_SECRET is missing'],
		[{ OIDC_ISSUER: 'http://login.school.example' }, 'OIDC_ISSUER must be']
	] as const) {
		const failed = await start(['src/entry/serve.ts'], { ...settings, ...wrong }).then(
			() => null,
			(error: unknown) => error as StartFailed
		);
		expect(failed?.status).toBe(1);
		expect(failed?.message).toContain(sentence);
		expect(failed?.message).not.toContain('    at ');
	}
	server = await start(['src/entry/serve.ts'], { ...settings, ...none });
	for (const path of ['', '/start', '/callback?code=x&state=y']) {
		const answer = await fetch(`${origin}/sign-in/oidc${path}`, { redirect: 'manual' });
		expect(answer.status).toBe(404);
	}
	await page.goto(`${origin}/join`);
	await expect(page.getByRole('link', { name: nl.access.join.byPasskey })).toBeVisible();
	await expect(page.locator('a[href^="/sign-in/oidc"]')).toHaveCount(0);
});
