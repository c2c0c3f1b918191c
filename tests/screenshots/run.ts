/**
 * `npm run screenshots`: the main pages of the demonstration at 360 and 1280 px, in light and dark,
 * into docs/. With `--all` also those of the desk, into test-results/screenshots.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from '@playwright/test';
import type { DemoDoor } from '../../src/demo/seed.ts';
import { start } from '../bench/measure.ts';
import { BROWSER_ARGS, browserPath } from '../support/browser.ts';
import { ALL_PAGES, MAIN_PAGES, type Shot } from './pages.ts';

const folder = mkdtempSync(join(tmpdir(), 'samenspraak-shots-'));
const database = join(folder, 'demo.db');

async function signIn(page: Page, origin: string, code: string): Promise<void> {
	await page.goto(`${origin}/join?code=${code}`);
	await page.locator('main form button').first().click();
	await page.waitForLoadState();
}

async function take(browser: Browser, origin: string, shot: Shot, doors: readonly DemoDoor[]) {
	for (const scheme of ['light', 'dark'] as const) {
		for (const width of [360, 1280]) {
			const context = await browser.newContext({
				viewport: { width, height: width === 360 ? 760 : 900 },
				colorScheme: scheme,
				locale: 'nl-NL'
			});
			const page = await context.newPage();
			const door = shot.as && doors.find(({ who }) => who === shot.as);
			if (door) await signIn(page, origin, door.code);
			await page.goto(`${origin}${shot.path}`);
			await page.evaluate(() => document.fonts.ready);
			const path = join(shot.folder, `${shot.name}-${String(width)}-${scheme}.png`);
			await page.screenshot({ path, fullPage: true });
			await context.close();
			console.log(path);
		}
	}
}

const all = process.argv.includes('--all');
const shots = all ? ALL_PAGES : MAIN_PAGES;
for (const { folder: into } of shots) mkdirSync(into, { recursive: true });

console.log('Filling a demonstration…');
const app = await start(['src/entry/demo.ts'], {
	DATABASE_URL: `file:${database}`,
	PORT: '0',
	ORIGIN: ''
});
const doors = JSON.parse(readFileSync(`${database}.doors.json`, 'utf8')) as DemoDoor[];
const browser = await chromium.launch({ executablePath: await browserPath(), args: BROWSER_ARGS });
try {
	for (const shot of shots)
		await take(browser, `http://localhost:${String(app.port)}`, shot, doors);
} finally {
	await browser.close();
	await app.stop();
	rmSync(folder, { recursive: true, force: true });
}
