import { expect, expectAccessible, send, test } from './support/walk.ts';

test('a coordinator of an alliance sees how far each school is, looks for one, and gives it settings', async ({
	page,
	text,
	signInAs
}) => {
	const words = text.onboarding.rollOut;
	await signInAs('Hanneke Vos');
	await page.goto('/merelstreek/desk');
	await page.getByRole('link', { name: text.access.desk.rollOut }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(words.title);
	const row = page.locator('tbody tr', { hasText: 'De Merelmolen' });
	await expect(row).toContainText('%');
	await expect(row).not.toContainText(words.notOpened);
	await expectAccessible(page);
	await page.setViewportSize({ width: 320, height: 640 });
	const width = await page.evaluate(() => document.documentElement.scrollWidth);
	expect(width).toBeLessThanOrEqual(320);

	await page.goto('/merelstreek/desk/roll-out?q=zilver');
	await expect(page.locator('tbody tr')).toHaveCount(1);
	await expect(page.locator('tbody')).toContainText('Zilverpad');
	const search = page.getByRole('search');
	await search.locator('[name=q]').fill('bestaat niet');
	await send(search);
	await expect(page.locator('main')).toContainText(words.none);
	await page.getByRole('link', { name: words.copy }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(text.houseRules.copy.title);
});
