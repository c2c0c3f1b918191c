import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, expect, type Page, test } from '@playwright/test';
import type { DemoDoor } from '../../../src/demo/seed.ts';
import type { Catalogue } from '../../../src/i18n/catalogue.ts';
import { en } from '../../../src/i18n/en/index.ts';
import { nl } from '../../../src/i18n/nl/index.ts';
import { type Server, start } from '../../bench/measure.ts';
import { expectAccessible, fill, formFor, send } from '../support/walk.ts';

const HOME = '/zilverpad';
const TOPIC = `${HOME}/consultations/bereiken`;
/** A Monday at eleven in the evening, by the clock on the wall. */
const LATE = '2027-09-06T21:00:00Z';
const QUESTION = 'Komt er ook een avond op school?';
const ANSWER = 'Ja, in het najaar.';

let folder: string;
let server: Server;
let doors: DemoDoor[];
test.beforeAll(async () => {
	test.setTimeout(120_000);
	folder = mkdtempSync(join(tmpdir(), 'samenspraak-'));
	const url = `file:${join(folder, 'school.db')}`;
	server = await start(['src/entry/demo.ts'], {
		...{ DATABASE_URL: url, SECRET_KEY: '', PORT: '0', ORIGIN: '', CLOCK: LATE }
	});
	doors = JSON.parse(readFileSync(join(folder, 'school.db.doors.json'), 'utf8')) as DemoDoor[];
});
test.afterAll(async () => {
	await server.stop();
	rmSync(folder, { recursive: true, force: true });
});

/** A page of somebody of the demonstration, or of a guest, in this language. */
async function pageOf(browser: Browser, locale: string, who?: string): Promise<Page> {
	const baseURL = `http://localhost:${String(server.port)}`;
	const page = await (await browser.newContext({ baseURL, locale })).newPage();
	if (who === undefined) return page;
	const code = doors.find((it) => it.who === who)?.code ?? '';
	await page.goto(`/join?code=${code}`);
	await send(page.locator('form', { has: page.locator('[name=code]') }));
	return page;
}

async function expectNarrow(page: Page): Promise<void> {
	const size = page.viewportSize();
	await page.setViewportSize({ width: 320, height: 640 });
	expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
	if (size) await page.setViewportSize(size);
}

const walks: readonly (readonly [string, Catalogue, string, string])[] = [
	['nl-NL', nl, 'ouder 7', 'Wij lezen dit dinsdag 7 september vanaf 8.30 uur.'],
	['en-GB', en, 'ouder 8', 'We read this on Tuesday 7 September, from 8:30.']
];
for (const [locale, text, parent, told] of walks)
	test(`a parent asks at eleven in the evening, is told when it is read, and gets an answer (${locale})`, async ({
		browser
	}) => {
		test.setTimeout(90_000);
		const words = text.questions;
		const guest = await pageOf(browser, locale);
		await guest.goto(TOPIC);
		const contact = guest.locator('section', { has: guest.locator('#contact') });
		await expect(contact).toContainText(text.scopes.point.notOutside);
		await expect(contact).toContainText(locale === 'nl-NL' ? 'van 8.30 tot 12.00' : 'from 8:30');
		await expect(contact.getByRole('link', { name: words.signIn })).toBeVisible();
		expect((await guest.goto(`${TOPIC}/questions`))?.status()).toBe(401);

		const page = await pageOf(browser, locale, parent);
		await page.goto(TOPIC);
		await page.getByRole('link', { name: words.link }).click();
		const ask = formFor(page, 'ask');
		await expect(ask).toContainText(told);
		await expect(ask).toContainText(words.answerHere);
		await expectAccessible(page);
		await expectNarrow(page);
		await send(ask);
		await expect(page.getByRole('alert')).toContainText(text.reasons['field.required']);
		const question = `${QUESTION} (${locale})`;
		await fill(ask, { body: question });
		await send(ask);
		await expect(page.getByRole('status')).toContainText(told);
		await expect(page.locator('article', { hasText: question })).toContainText(told);
		await expectAccessible(page);
		await expectNarrow(page);

		const desk = await pageOf(browser, locale, 'Hanneke Vos');
		await desk.goto(`${HOME}/desk`);
		await expect(desk.locator('main')).toContainText(text.access.desk.questionsWait(1));
		await desk.locator(`a[href="${HOME}/desk/questions"]`).click();
		const asked = desk.locator('article', { hasText: question });
		await expectAccessible(desk);
		await expectNarrow(desk);
		await fill(asked.locator('form'), { answer: ANSWER });
		await send(asked.locator('form'));
		await expect(desk.getByRole('status')).toContainText(words.desk.sent);
		await expect(asked).toContainText(ANSWER);
		await expectAccessible(desk);

		await page.goto('/me');
		const own = page.locator('article', { hasText: question });
		await expect(own).toContainText(ANSWER);
		await expect(own.locator('form')).toHaveCount(0);
		await own.getByRole('link').click();
		await expect(page.locator('article', { hasText: question })).toContainText(ANSWER);

		await fill(ask, { body: 'Toch niet.' });
		await send(ask);
		await send(page.locator('article', { hasText: 'Toch niet.' }).locator('form'));
		await expect(page.getByRole('status')).toContainText(words.withdrawn);
		await expect(page.locator('main')).not.toContainText('Toch niet.');
		await expectAccessible(page);

		const other = await pageOf(browser, locale, 'ouder 6');
		for (const path of [`${TOPIC}/questions`, '/me', TOPIC]) {
			await other.goto(path);
			await expect(other.locator('main')).not.toContainText(question);
		}
	});

test('a coordinator sets office hours per day; what is wrong is told, and nothing typed is lost', async ({
	browser
}) => {
	const desk = await pageOf(browser, 'nl-NL', 'Hanneke Vos');
	await desk.goto(`${HOME}/desk/places`);
	const form = formFor(desk, 'contact');
	await expect(form.locator('[name=friday-from]')).toHaveValue('08:30');
	await fill(form, { 'friday-from': '09:15', 'friday-to': '09:00' });
	await send(form);
	await expect(desk.getByRole('alert')).toContainText(nl.reasons['field.order']);
	await expect(form.locator('[name=friday-from]')).toHaveValue('09:15');
	await expectAccessible(desk);
	await expectNarrow(desk);
	await fill(form, { 'friday-to': '11:30' });
	await send(form);
	await desk.goto(TOPIC);
	const contact = desk.locator('section', { has: desk.locator('#contact') });
	await expect(contact).toContainText('vrijdag van 9.15 tot 11.30 uur');
});
