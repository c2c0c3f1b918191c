import { readFile } from 'node:fs/promises';
import { doorsOf } from './support/servers.ts';
import { expect, expectAccessible, fill, formFor, send, test } from './support/walk.ts';

const COORDINATOR = 'Hanneke Vos';
const CODES = '/zilverpad/desk/consultations/bereiken/codes';

test('a coordinator finds a parent, blocks their code with a reason, and gives them another', async ({
	page,
	text,
	signInAs
}) => {
	await signInAs(COORDINATOR);
	await page.goto(CODES);
	await expectAccessible(page);
	const words = text.electorate;
	const search = page.getByRole('search');
	await fill(search, { q: 'z-05' });
	await send(search);
	const block = formFor(page, 'block');
	const person = await block.locator('[name=person]').getAttribute('value');
	await fill(block, { reason: 'kort' });
	await send(block);
	// what was typed is still there, with what is wrong beside it
	await expect(page.locator('[name=reason][aria-invalid=true]')).toHaveValue('kort');
	await expectAccessible(page);
	const again = page.locator('form', { has: page.locator('[name=reason][aria-invalid=true]') });
	await fill(again, { reason: 'De brief kwam bij de buren.' });
	await send(again);
	await expect(page.locator('main')).toContainText('De brief kwam bij de buren.');
	await expect(page.getByText(words.blocked)).toBeVisible();
	await expectAccessible(page);

	const replace = page.locator(`form[action^="?/replace"]:has([value="${String(person)}"])`);
	await send(replace);
	const printed = await page.locator('.l-big').textContent();
	expect(printed).toMatch(/^[A-HJKMNP-Z2-9]{4}-[A-HJKMNP-Z2-9]{4}$/);
	await expectAccessible(page);

	const waiting = page.waitForEvent('download');
	await send(page.locator('form[action$="/letters.pdf"]'));
	const file = await (await waiting).path();
	expect((await readFile(file)).subarray(0, 5).toString()).toBe('%PDF-');
});

test('from the square on a letter to a counted vote are two screens, and no password', async ({
	page,
	language
}) => {
	const door = doorsOf(language).find(({ who }) => who === 'ouder 6');
	await page.goto(`/join?code=${String(door?.code)}`);
	await expect(page.locator('[type=password]')).toHaveCount(0);
	await send(page.locator('form', { has: page.locator('[name=code]') }));
	const screens = [page.url()];
	await page.locator('main a.btn').first().click();
	screens.push(page.url());
	await expect(page.locator('[type=password]')).toHaveCount(0);
	const ballot = formFor(page, 'vote');
	await fill(ballot, { choice: ['a'] });
	await send(ballot);
	await expect(page).toHaveURL(/\?voted/);
	expect(new Set(screens).size).toBe(2);
});
