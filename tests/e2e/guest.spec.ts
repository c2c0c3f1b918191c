import { expect, expectAccessible, test } from './support/walk.ts';

const HOURS = '/merelmolen/consultations/schooltijden';
const REACH = '/zilverpad/consultations/bereiken';

test('a guest reads an open consultation and a published report: no names, no cookie, no other server', async ({
	page,
	text,
	context,
	baseURL
}) => {
	const elsewhere: string[] = [];
	page.on('request', (request) => {
		if (!request.url().startsWith(baseURL ?? '-')) elsewhere.push(request.url());
	});
	for (const path of [
		'/',
		'/merelmolen',
		REACH,
		HOURS,
		`${HOURS}/report`,
		`${HOURS}/rules`,
		`${HOURS}/evenings/avond`,
		'/help'
	]) {
		const response = await page.goto(path);
		expect(response?.status(), path).toBe(200);
		await expectAccessible(page);
		const body = (await page.locator('body').textContent()) ?? '';
		for (const name of [
			'Jeroen',
			'Lotte',
			'Mohamed',
			'Priya',
			'Olena',
			'Anneke',
			'Ricardo',
			'Femke'
		])
			expect(body, path).not.toContain(name);
		expect(body, path).toContain(text.layout.readers);
	}
	await page.goto(REACH);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Hoe bereiken wij u het best?');
	expect(await page.locator('html').getAttribute('lang')).toBe(text.locale);
	expect(elsewhere).toEqual([]);
	expect(await context.cookies()).toEqual([]);
});

type Voice = { readonly lang: string; readonly localService: boolean };

/** A device with these voices; what they say is kept. */
const withVoices = (voices: readonly Voice[]) =>
	`{
		const spoken = [];
		let current = null;
		const speech = Object.assign(new EventTarget(), {
			getVoices: () => ${JSON.stringify(voices)},
			speak(one) { spoken.push([one.text, one.voice.lang]); current = one; },
			cancel() {
				// what is broken off tells so a little later
				const broken = current;
				current = null;
				if (broken) setTimeout(() => broken.onerror(), 20);
			}
		});
		Object.defineProperty(window, 'speechSynthesis', { value: speech });
		window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
		window.spoken = spoken;
		window.isSpeaking = () => current !== null;
		window.finish = () => current.onend();
	}`;

test('a page is read aloud by a voice of the device, never by one of a company', async ({
	context,
	text,
	language
}) => {
	const far = { lang: `${language}-NL`, localService: false };
	const pageWith = async (voices: readonly Voice[]) => {
		const page = await context.newPage();
		await page.addInitScript(withVoices(voices));
		await page.goto(HOURS);
		await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
		return { page, button: page.getByRole('button', { name: text.common.readAloud }) };
	};
	const without = await pageWith([far, { lang: 'fr-FR', localService: true }]);
	await expect(without.button).toBeHidden();

	const { page, button } = await pageWith([far, { lang: `${language}_BE`, localService: true }]);
	await button.press('Enter');
	const spoken = await page.evaluate<[string, string][]>('spoken');
	const title = await page.getByRole('heading', { level: 1 }).innerText();
	expect(spoken[0]).toEqual([title, `${language}_BE`]);
	expect(spoken.length).toBeGreaterThan(3);

	const stop = page.getByRole('button', { name: text.common.stopReading });
	await stop.press('Enter');
	expect(await page.evaluate('isSpeaking()')).toBe(false);
	await button.press('Enter');
	// that the first reading was broken off does not end the second
	await page.waitForTimeout(100);
	expect(await page.evaluate('isSpeaking()')).toBe(true);
	await page.evaluate('finish()');
	await expect(button).toBeVisible();
	await expectAccessible(page);

	await page.goto(`${HOURS}/report`);
	await expect(button).toBeVisible();
});

test('what is not for a guest is not there: the panel of the audience, a desk, another page’s data', async ({
	page,
	text
}) => {
	for (const path of [
		`${HOURS}/panels/gesprek`,
		`${REACH}/panels/gesprek`,
		'/merelmolen/consultations/bestaat-niet',
		'/nergens'
	]) {
		expect((await page.goto(path))?.status(), path).toBe(404);
		await expect(page.locator('main')).toContainText(text.reasons['not-found']);
	}
	expect((await page.goto('/merelmolen/desk'))?.status()).toBe(401);
	expect((await page.goto('/merelmolen/desk/people'))?.status()).toBe(401);
});

test('the numbers of the report are those of the count, and lead to it', async ({ page, text }) => {
	await page.goto(`${HOURS}/report`);
	const report = page.locator('article.report');
	const comma = text.locale === 'nl' ? ',' : '.';
	await expect(report).toContainText(`68${comma}9`);
	await expect(report).toContainText(`59${comma}2`);
	await expect(report).toContainText(text.reports.ruleMissed);
	await expect(page.locator('#results').locator('..').locator('..')).toContainText(
		`(56${comma}9%)`
	);
	await page.getByRole('link', { name: text.reports.toCount }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(
		'Welke schooltijden wilt u vanaf augustus 2027?'
	);
	await expect(page.locator('main')).toContainText(`68${comma}9`);
	await expectAccessible(page);
});

test('a theme leads to the note it stands on, and the exports hold the same figures', async ({
	page,
	request,
	text
}) => {
	await page.goto(`${HOURS}/report`);
	await page.locator('section.theme').first().locator('summary').click();
	await page.locator('a[href*="#note-"]').first().click();
	await expect(page).toHaveURL(/evenings\/avond#note-\d+$/);
	await expectAccessible(page);

	const headers = { 'accept-language': text.locale };
	const csv = await (await request.get(`${HOURS}/report/tally.csv`, { headers })).text();
	expect(csv).toContain(text.locale === 'nl' ? '102,148,"68,9"' : '102,148,68.9');
	const markdown = await (await request.get(`${HOURS}/report/document.md`)).text();
	expect(markdown).toContain('| Vijf gelijke dagen | 58 |');
	const json = (await (await request.get(`${HOURS}/report/document.json`)).json()) as {
		participation: unknown;
	};
	expect(json.participation).toEqual({ part: 102, whole: 148 });
});

test('the fingerprint of the rules is the SHA-256 of the exported file', async ({
	page,
	request
}) => {
	const body = await (await request.get(`${HOURS}/rules/rules.json`)).body();
	const digest = await crypto.subtle.digest('SHA-256', new Uint8Array(body));
	const hex = Buffer.from(digest).toString('hex');
	await page.goto(`${HOURS}/rules`);
	expect(((await page.locator('main').textContent()) ?? '').replace(/\s/g, '')).toContain(hex);
});

test('rules on paper say of which school they are, and where they stand', async ({ page }) => {
	await page.goto(`${HOURS}/rules`);
	const whose = page.getByText(`De Merelmolen, ${page.url()}`);
	await expect(whose).toBeHidden();
	await page.emulateMedia({ media: 'print' });
	await expect(whose).toBeVisible();
});

test('every printed page of a report says which edition of which report it is', async ({
	page,
	request,
	language,
	text
}) => {
	await page.goto(`${HOURS}/report`);
	const sheet = page.locator('link[href*="running-heads.css"]');
	await expect(sheet).toHaveAttribute('media', 'print');
	const href = (await sheet.getAttribute('href')) ?? '';
	const edition = Number(/edition=(\d+)$/.exec(href)?.[1]);
	const answer = await request.get(href, { headers: { 'accept-language': language } });
	expect(answer.headers()['content-type']).toContain('text/css');
	expect(await answer.text()).toContain(text.reports.edition(edition));
	await expect(page.locator('main')).toContainText(text.reports.edition(edition));
});
