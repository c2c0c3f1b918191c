import type { Page } from '@playwright/test';
import type { Catalogue } from '../../src/i18n/catalogue.ts';
import { doorsOf, type Locale } from './support/servers.ts';
import { expect, expectAccessible, fill, formFor, send, test } from './support/walk.ts';

const HELPER = 'Fatma Yılmaz';
const PIN = '2580';
const REACH = '/zilverpad/consultations/bereiken';

const codeOf = (who: string, language: Locale) =>
	doorsOf(language).find((door) => door.who === who)?.code ?? '';
const heading = (page: Page) => page.getByRole('heading', { level: 1 });

/** From the desk of a school to the locked screen of its helpdesk. */
async function open(page: Page, text: Catalogue): Promise<void> {
	await page.goto('/zilverpad/desk');
	await page.getByRole('link', { name: text.access.desk.helpdesk }).click();
	await fill(formFor(page, 'open'), { pin: PIN });
	await send(formFor(page, 'open'));
	await expect(page).toHaveURL(/\/helpdesk$/);
	await expect(heading(page)).toHaveText(text.helpdesk.locked.title);
}

async function unlock(page: Page, text: Catalogue): Promise<void> {
	await fill(formFor(page, 'unlock'), { pin: PIN });
	await send(formFor(page, 'unlock'));
	await expect(heading(page)).toHaveText(text.helpdesk.find.title);
}

/** Finds a parent by their code, and hands them the tablet in a language. */
async function handTo(page: Page, text: Catalogue, code: string, language: Locale): Promise<void> {
	await fill(formFor(page, 'code'), { code });
	await send(formFor(page, 'code'));
	await expect(page.locator('main')).toContainText(text.helpdesk.parent.language);
	await fill(formFor(page, 'hand'), { language });
	await send(formFor(page, 'hand'));
	await expect(page).toHaveURL(/\/helpdesk\/welcome/);
}

/** From the welcome to the receipt. */
async function vote(page: Page, text: Catalogue): Promise<void> {
	await page.locator('main a.btn').first().click();
	await fill(formFor(page, 'vote'), { choice: ['b'] });
	await send(formFor(page, 'vote'));
	await expect(heading(page)).toHaveText(text.polls.received);
}

/** Lets time pass on a page that is there whole, with its script. */
async function pass(page: Page, milliseconds: number): Promise<void> {
	await page.waitForLoadState('load');
	await page.clock.runFor(milliseconds);
}

/** What stays on the tablet: the helpdesk itself, and the language of its helper. */
async function expectWiped(page: Page, language: Locale): Promise<void> {
	await expect(page).toHaveURL(/\/helpdesk$/);
	const cookies = await page.context().cookies();
	expect(cookies.map(({ name, path }) => [name, path]).toSorted()).toEqual([
		['helpdesk', '/helpdesk'],
		['language', '/']
	]);
	expect(cookies.find(({ name }) => name === 'language')?.value).toBe(language);
	expect(cookies.find(({ name }) => name === 'helpdesk')).toMatchObject({
		...{ httpOnly: true, sameSite: 'Strict' }
	});
	const kept = await page.evaluate(() => sessionStorage.length + localStorage.length);
	expect(kept).toBe(0);
}

test.describe('on a tablet', () => {
	test.use({ viewport: { width: 768, height: 1024 } });

	test('a parent is helped to their first vote, and nothing of them stays', async ({
		page,
		text,
		language,
		signInAs
	}) => {
		await signInAs(HELPER);
		await page.goto('/zilverpad/desk/helpdesk');
		await expectAccessible(page);
		await send(formFor(page, 'open'));
		await expect(page.locator('#pin-issue')).toHaveText(text.reasons['pin.digits']);
		await open(page, text);
		await expectAccessible(page);
		await expectWiped(page, language);
		// whoever gets the tablet in hand reaches no desk, nor the pages behind the lock
		await page.goto('/zilverpad/desk');
		await expect(heading(page)).toHaveText(text.access.error.signIn);
		await page.goto('/helpdesk/find');
		await expect(heading(page)).toHaveText(text.helpdesk.locked.title);
		await fill(formFor(page, 'unlock'), { pin: '0852' });
		await send(formFor(page, 'unlock'));
		await expect(page.locator('#pin-issue')).toHaveText(text.reasons['pin.wrong']);

		// by the script: unlock, find, confirm, hand over, vote, done
		await unlock(page, text);
		await expectAccessible(page);
		await fill(formFor(page, 'code'), { code: 'ABCD-EFGH' });
		await send(formFor(page, 'code'));
		await expect(page.locator('#code-issue')).toHaveText(text.access.join.wrongHint);
		await fill(formFor(page, 'name'), { name: 'van' });
		await send(formFor(page, 'name'));
		await expect(page.locator('#found')).toHaveText(text.helpdesk.find.found);
		expect(await page.locator('.found li').count()).toBeLessThanOrEqual(10);
		await expect(page.locator('main')).not.toContainText('@');
		await expectAccessible(page);
		await page.locator('form[action="?/choose"]').first().locator('button').click();
		await expectAccessible(page);
		await page.getByRole('link', { name: text.helpdesk.parent.wrong }).click();
		await handTo(page, text, codeOf('ouder 9', language), language);
		await expectAccessible(page);
		await page.locator('main a.btn').first().click();
		await page.evaluate(() => {
			sessionStorage.setItem('draft:x', 'Iets van de ouder');
			localStorage.setItem('x', 'Iets van de ouder');
		});
		await expectAccessible(page);
		await fill(formFor(page, 'vote'), { choice: ['b'] });
		await send(formFor(page, 'vote'));
		await expect(heading(page)).toHaveText(text.polls.received);
		await expectAccessible(page);
		// what is for a device of one's own is not here, nor a desk
		for (const path of ['/me', '/me/sessions', '/me/security', '/confirm', '/zilverpad/desk']) {
			expect((await page.goto(path))?.status()).toBe(401);
			await expect(heading(page)).toHaveText(text.helpdesk.kiosk.notHere);
		}
		await page.goto(`/join?code=${codeOf('ouder 10', language)}`);
		await send(page.locator('form', { has: page.locator('[name=code]') }));
		await expect(page.locator('main')).toContainText(text.reasons['helpdesk.not-here']);

		await page.goto(`${REACH}/polls/bereiken?voted`);
		await page.locator('main').getByRole('button', { name: text.helpdesk.kiosk.done }).click();
		await expect(heading(page)).toHaveText(text.helpdesk.locked.title);
		await expectWiped(page, language);
		// going back shows the pages as a guest sees them
		await page.goBack();
		await expect(page.locator('main')).not.toContainText(text.polls.received);
		await expect(page.locator('.kiosk')).toHaveCount(0);
		await page.goto(`${REACH}/polls/bereiken?voted`);
		await expect(page.locator('main')).not.toContainText(text.polls.received);
		await page.goto('/helpdesk');

		// the desk tells that somebody was helped; it tells not whom, and nothing of a vote
		await page.context().clearCookies();
		await signInAs('Hanneke Vos');
		await page.goto('/zilverpad/desk');
		const events = page.locator('section', { has: page.locator('#events') });
		await expect(events).toContainText(text.journal['helpdesk.helped']);
		await expect(events).toContainText(HELPER);
		await expect(events).not.toContainText(/stem|vote/i);
	});

	test('a screen that nobody touches says so, and signs the parent out', async ({
		page,
		text,
		language,
		signInAs
	}) => {
		await page.clock.install();
		await signInAs(HELPER);
		await open(page, text);
		await unlock(page, text);
		await handTo(page, text, codeOf('ouder 10', language), language);
		await page.locator('main a.btn').first().click();
		const warning = page.locator('[data-idle-warning]');
		await expect(warning).toBeHidden();
		await pass(page, 35_000);
		await expect(warning).toContainText(text.helpdesk.kiosk.left);
		const stays = page.waitForResponse((it) => it.url().endsWith('/helpdesk?/stay'));
		await page.locator('h1').click();
		await expect(warning).toBeHidden();
		await pass(page, 1000);
		expect((await stays).ok()).toBe(true);
		await pass(page, 50_000);
		await expect(warning).toBeVisible();
		await pass(page, 11_000);
		await expect(heading(page)).toHaveText(text.helpdesk.locked.title);
		await expectWiped(page, language);

		// so does the helper's own screen
		await unlock(page, text);
		await pass(page, 61_000);
		await expect(heading(page)).toHaveText(text.helpdesk.locked.title);
		await page.goto('/helpdesk/find');
		await expect(heading(page)).toHaveText(text.helpdesk.locked.title);
	});
});

test('a helper sees no result early, makes a code for who lost theirs, and stops the helpdesk', async ({
	page,
	text,
	language,
	signInAs
}) => {
	await page.setViewportSize({ width: 360, height: 740 });
	await signInAs(HELPER);
	for (const part of ['count', 'slips', 'codes', 'themes', 'report']) {
		const answer = await page.goto(`/zilverpad/desk/consultations/bereiken/${part}`);
		expect(answer?.status()).toBe(403);
	}
	await page.goto(`${REACH}/polls/bereiken`);
	await expect(page.locator('main .bars, main table')).toHaveCount(0);
	await page.goto('/helpdesk/script');
	await expect(page.locator('main ol > li')).toHaveCount(text.helpdesk.script.steps.length);
	await expectAccessible(page);

	await open(page, text);
	await expectAccessible(page);
	await unlock(page, text);
	await fill(formFor(page, 'code'), { code: codeOf('ouder 11', language) });
	await send(formFor(page, 'code'));
	await send(formFor(page, 'replace'));
	await expect(page.locator('main')).toContainText(text.helpdesk.parent.codeTitle);
	await expectAccessible(page);
	const code = await page.locator('main .note code').innerText();
	await page.getByRole('link', { name: text.helpdesk.parent.wrong }).click();
	await fill(formFor(page, 'code'), { code: codeOf('ouder 11', language) });
	await send(formFor(page, 'code'));
	await expect(page.locator('#code-issue')).toHaveText(text.access.join.wrongHint);
	await fill(formFor(page, 'code'), { code });
	await send(formFor(page, 'code'));
	await expect(page.locator('main')).toContainText(text.helpdesk.parent.language);
	const width = await page.evaluate(() => document.documentElement.scrollWidth);
	expect(width).toBeLessThanOrEqual(360);
	await page.getByRole('link', { name: text.helpdesk.parent.wrong }).click();
	await send(formFor(page, 'close'));
	await expect(heading(page)).toHaveText(text.helpdesk.locked.overTitle);

	// a tablet that was left behind is ended from the list of where one is signed in
	await signInAs(HELPER);
	await open(page, text);
	await signInAs(HELPER);
	await page.goto('/me/sessions');
	const own = page.locator('form[action="?/endHelpdesk"]');
	await expectAccessible(page);
	for (let left = await own.count(); left > 0; left--) {
		await send(own.first());
		await expect(own).toHaveCount(left - 1);
	}
	await page.goto('/helpdesk');
	await expect(heading(page)).toHaveText(text.helpdesk.locked.overTitle);
});

test.describe('without JavaScript, at 360 pixels', () => {
	test.use({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } });

	test('a parent is handed the tablet, votes, and is signed out', async ({
		page,
		text,
		language,
		signInAs
	}) => {
		await signInAs(HELPER);
		await open(page, text);
		await unlock(page, text);
		await handTo(page, text, codeOf('ouder 12', language), language);
		await vote(page, text);
		// a screen that nobody touches goes back by itself
		expect(await page.content()).toMatch(/http-equiv="refresh" content="30;url=\/helpdesk"/);
		await page.locator('main').getByRole('button', { name: text.helpdesk.kiosk.done }).click();
		await expect(heading(page)).toHaveText(text.helpdesk.locked.title);
		const locked = await page.request.get('/helpdesk');
		expect(locked.headers()['clear-site-data']).toBe('"cache", "storage"');
		await page.goto('/me');
		await expect(heading(page)).toHaveText(text.access.error.signIn);
	});
});
