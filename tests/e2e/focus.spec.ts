import type { Page } from '@playwright/test';
import { expect, test } from './support/walk.ts';

const THEMES = '/zilverpad/desk/consultations/bereiken/themes';

/** What has the focus, when something else lies over a part of it. */
const covered = (page: Page) =>
	page.evaluate(() => {
		const focused = document.activeElement;
		if (!(focused instanceof HTMLElement) || focused === document.body) return null;
		const { left, top, width, height } = focused.getBoundingClientRect();
		const isOwn = (x: number, y: number) => {
			const found = document.elementFromPoint(left + width * x, top + height * y);
			return found !== null && (focused.contains(found) || found.contains(focused));
		};
		const clear = isOwn(0.5, 0.1) && isOwn(0.5, 0.5) && isOwn(0.5, 0.9);
		return clear ? null : `${focused.tagName} ${focused.innerText}`;
	});

/** A narrow phone, a desktop zoomed to 400%, a tablet, and a desktop. */
for (const [width, height] of [
	[320, 568],
	[320, 256],
	[768, 600],
	[1280, 800]
] as const) {
	test(`at ${String(width)} by ${String(height)} nothing lies over what has the focus among the themes`, async ({
		page,
		signInAs
	}) => {
		await page.setViewportSize({ width, height });
		await signInAs('Samira El Idrissi');
		await page.goto(THEMES);
		for (const key of ['Tab', 'Shift+Tab']) {
			for (let nth = 0; nth < 60; nth++) {
				await page.keyboard.press(key);
				expect(await covered(page)).toBeNull();
			}
		}
	});
}
