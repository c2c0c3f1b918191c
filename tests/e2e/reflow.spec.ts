import type { Page } from '@playwright/test';
import { expect, test } from './support/walk.ts';

/** What a guest needs to come in: help, and the ways to sign in. */
const PAGES = ['/help', '/join', '/join/nonsense', '/me', '/preferences'];

/** The spacing that a reader may choose (WCAG 1.4.12). */
const SPACED = `
	* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
	p { margin-block-end: 2em !important }
`;

/** A desktop of 1280 by 1024 zoomed to 400%. */
test.use({ viewport: { width: 320, height: 256 }, bypassCSP: true });

/** How far the page sticks out of the window, in pixels. */
const overflowOf = (page: Page) =>
	page.evaluate(() => {
		const { scrollWidth, clientWidth } = document.documentElement;
		return scrollWidth - clientWidth;
	});

/** The words of the name in the masthead that go on on the next line. */
const brokenIn = (page: Page) =>
	page.locator('.brand span').evaluate(({ firstChild }) => {
		const text = firstChild?.textContent ?? '';
		return [...text.matchAll(/\S+/g)].flatMap(({ 0: word, index }) => {
			const range = document.createRange();
			range.setStart(firstChild as Text, index);
			range.setEnd(firstChild as Text, index + word.length);
			const lines = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)));
			return lines.size > 1 ? [word] : [];
		});
	});

for (const path of PAGES) {
	test(`at 400% zoom ${path} fits the window, also with the spacing of a reader`, async ({
		page
	}) => {
		await page.goto(path);
		expect([await overflowOf(page), await brokenIn(page)]).toEqual([0, []]);
		await page.addStyleTag({ content: SPACED });
		expect([await overflowOf(page), await brokenIn(page)]).toEqual([0, []]);
	});
}

test('at 400% zoom the menu makes room for a place with a long name', async ({ page }) => {
	await page.goto('/merelstreek');
	expect([await overflowOf(page), await brokenIn(page)]).toEqual([0, []]);
	// with more space its longest word is wider than the window
	await page.addStyleTag({ content: SPACED });
	expect(await overflowOf(page)).toBe(0);
});

test('at 400% zoom a choice with a word that is wider than the window still fits it', async ({
	page
}) => {
	await page.goto('/preferences');
	const label = page.locator('.choice span').first();
	await label.evaluate((it) => (it.textContent = 'ontwikkelingsgericht'.repeat(4)));
	expect(await overflowOf(page)).toBe(0);
});
