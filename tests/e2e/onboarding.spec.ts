import { expect, expectAccessible, test } from './support/walk.ts';

test('a coordinator sees how many parents were reached, by group, and what to do next', async ({
	page,
	text,
	signInAs
}) => {
	await page.setViewportSize({ width: 360, height: 740 });
	await signInAs('Hanneke Vos');
	await page.goto('/merelmolen/desk');
	await page.getByRole('link', { name: text.access.desk.reach }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(text.onboarding.title);
	await expect(page.locator('.ruler')).toContainText('%');
	await expect(page.getByRole('table').first()).toBeVisible();
	await expectAccessible(page);
});
