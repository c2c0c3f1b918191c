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
	await expect(page.locator('main')).toContainText(/[A-HJKMNP-Z2-9]{4}-[A-HJKMNP-Z2-9]{4}/);
});
