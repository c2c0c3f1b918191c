import type { Page } from '@playwright/test';
import { doorsOf } from './support/servers.ts';
import { expect, expectAccessible, fill, formFor, send, test } from './support/walk.ts';

const REACH = '/zilverpad/consultations/bereiken';

/** From the code to the receipt: two screens, and nothing but forms and links. */
async function vote(page: Page, words: { votes: string; received: string; already: string }) {
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Hoe bereiken wij u het best?');
	await page.locator('main a.btn').first().click();
	const ballot = formFor(page, 'vote');
	await send(ballot);
	await expect(page.getByRole('alert')).toBeVisible();
	await fill(ballot, { choice: ['a', 'b'] });
	await send(ballot);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(words.received);
	// coming back later, or on another page: the ballot is cast, and no choice is shown
	await page.goto(page.url().replace(/\?.*/, ''));
	await expect(page.locator('main')).toContainText(words.already);
	await expect(page.locator('main')).toContainText(words.votes);
}

test('a parent opens a code, sees the two-minute version first, and votes in two screens', async ({
	page,
	text,
	signInAs
}) => {
	await signInAs('ouder 1');
	await expectAccessible(page);
	await page.locator('main a.btn').first().click();
	await expectAccessible(page);
	await page.goBack();
	await vote(page, {
		votes: text.polls.alreadyMore.parent,
		received: text.polls.received,
		already: text.polls.already.parent
	});
	await expectAccessible(page);
});

test.describe('without JavaScript, at 360 pixels', () => {
	test.use({ javaScriptEnabled: false, viewport: { width: 360, height: 720 } });

	test('everything a parent does still works: code, vote, talk', async ({
		page,
		text,
		signInAs
	}) => {
		await signInAs('ouder 2');
		await vote(page, {
			votes: text.polls.alreadyMore.parent,
			received: text.polls.received,
			already: text.polls.already.parent
		});
		await page.goto(`${REACH}/panels/gesprek`);
		const form = formFor(page, 'post');
		await fill(form, { body: 'Eén bericht op vrijdag is genoeg.', stance: 'idea' });
		await send(form);
		// the first time the house rules come first, and what was typed is still there
		await expect(form.locator('[name=body]')).toHaveValue('Eén bericht op vrijdag is genoeg.');
		await form.locator('[name=accept]').check();
		await send(form);
		await expect(page.locator('.thread')).toContainText('Eén bericht op vrijdag is genoeg.');
	});
});

test('a parent talks: posts, answers three deep, supports, changes and withdraws', async ({
	page,
	text,
	signInAs
}) => {
	await signInAs('ouder 3');
	await page.goto(`${REACH}/panels/gesprek`);
	await expectAccessible(page);
	const write = async (body: string) => {
		const form = page
			.locator('form[action^="?/post"]', { has: page.locator('[name=body]') })
			.first();
		await form.locator('[name=body]').fill(body);
		const rules = form.locator('[name=accept]');
		if (await rules.count()) await rules.check();
		await send(form);
		await expect(page.locator('.thread')).toContainText(body);
		return page.locator('article', { hasText: body }).last();
	};
	const answer = async (to: string, body: string) => {
		const post = page.locator('article', { hasText: to }).last();
		await post.locator('a[href*="reply="]').click();
		return write(body);
	};
	await write('Stuur liever één overzicht per week.');
	await expectAccessible(page);
	await answer('Stuur liever één overzicht per week.', 'En dan op vrijdagmiddag.');
	await answer('En dan op vrijdagmiddag.', 'Of op zondagavond, dan heb ik tijd.');
	await answer('Of op zondagavond, dan heb ik tijd.', 'Zondag is voor ons te laat.');
	const deepest = page.locator('article', { hasText: 'Zondag is voor ons te laat.' }).last();
	await expect(deepest).toContainText(text.locale === 'nl' ? 'antwoord aan' : 'answer to');
	expect(await page.locator('.replies .replies .replies').count()).toBe(0);

	const others = page.locator('button[form=support]').first();
	const before = await others.locator('.cnt').textContent();
	await others.click();
	await expect(page.locator('button[form=support][aria-pressed=true]')).toHaveCount(1);
	await page.locator('button[form=support][aria-pressed=true]').click();
	await expect(page.locator('button[form=support]').first().locator('.cnt')).toHaveText(
		before ?? ''
	);

	const own = () => page.locator('article', { hasText: 'Zondag is voor ons te laat.' }).last();
	await own().locator('a[href*="edit="]').click();
	await expectAccessible(page);
	const edit = formFor(page, 'edit');
	await edit.locator('[name=body]').fill('Zondag is voor ons te laat. Vrijdag kan wel.');
	await send(edit);
	await expect(page.locator('.thread')).toContainText('Vrijdag kan wel.');

	await own().locator('a[href*="withdraw="]').click();
	await send(formFor(page, 'withdraw'));
	await expect(page.locator('.thread')).not.toContainText('Vrijdag kan wel.');
	await expect(page.getByRole('status')).toContainText(text.panels.withdrawnNow);
});

test('whoever takes a shared device next finds nothing that the one before was writing', async ({
	page,
	signInAs
}) => {
	const panel = `${REACH}/panels/gesprek`;
	const body = page.locator('#new-body');
	await signInAs('ouder 4');
	await page.goto(panel);
	await body.fill('Ik twijfel nog.');
	await page.reload();
	await expect(body).toHaveValue('Ik twijfel nog.');

	await page.goto('/sign-out');
	await page.locator('main form button').click();
	expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
	await signInAs('ouder 5');
	await page.goto(panel);
	await expect(body).toHaveValue('');
});

test('a link from a mail leads to a counted vote in two screens, once; opening it spends nothing', async ({
	page,
	language,
	browser
}) => {
	const link = doorsOf(language).find(({ path }) => path.startsWith('/join/'))?.path ?? '';
	// what a mail scanner does
	for (let n = 0; n < 3; n++) expect((await page.request.get(link)).status()).toBe(200);
	await page.goto(link);
	await expectAccessible(page);
	await page.locator('main form button').first().click();
	await expect(page).toHaveURL(new RegExp(`${REACH}$`));
	await expect(page.locator('[type=password]')).toHaveCount(0);
	await page.locator('main a.btn').first().click();
	await expect(page.locator('[type=password]')).toHaveCount(0);
	const ballot = formFor(page, 'vote');
	await fill(ballot, { choice: ['b'] });
	await send(ballot);
	await expect(page).toHaveURL(/\?voted/);

	const other = await browser.newPage();
	await other.goto(new URL(link, page.url()).href);
	await other.locator('main form button').first().click();
	await expect(other.getByRole('alert')).toBeVisible();
	await expect(other.locator('[name=code]')).toBeVisible();
	await other.close();
});

test('unknown, mistyped and empty codes get the same calm page, with what was typed', async ({
	page,
	text
}) => {
	for (const typed of ['2222-2222', 'abc', 'O0O0-1111']) {
		await page.goto('/join');
		const form = page.locator('form', { has: page.locator('[name=code]') });
		await fill(form, { code: typed });
		await send(form);
		await expect(page.locator('main')).toContainText(text.reasons['code.unknown']);
		await expect(page.locator('[name=code]')).toHaveValue(typed);
	}
	await expectAccessible(page);
});

test('a reader’s choice of language and look is kept', async ({ page, language }) => {
	const other = language === 'nl' ? 'en' : 'nl';
	await page.goto('/preferences?back=/merelmolen');
	await expectAccessible(page);
	const form = page.locator('form', { has: page.locator('[name=language]') }).first();
	const radio = form.locator(`[name=language][value=${other}]`);
	if ((await radio.getAttribute('type')) === 'radio') {
		await radio.check({ force: true });
		await send(form);
	} else await radio.click();
	await page.goto('/merelmolen');
	expect(await page.locator('html').getAttribute('lang')).toBe(other);
});
