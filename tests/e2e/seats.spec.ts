import { expect, expectAccessible, fill, formFor, send, test } from './support/walk.ts';

const SCHOOL = '/zilverpad';
const PARENT = 'ouder 8';
const NAME = 'Beatrix Hollebrand';
const COUNCIL = 'MR ’t Zilverpad';

test('a parent gets a seat in the council, works in it, speaks for it, and lays it down', async ({
	page,
	browser,
	baseURL,
	text,
	signInAs
}) => {
	test.setTimeout(120_000);
	const words = text.people.seats;
	await signInAs(PARENT);
	await page.goto('/me');
	await fill(formFor(page, 'name'), { name: NAME });
	await send(formFor(page, 'name'));
	expect((await page.goto(`${SCHOOL}/desk`))?.status()).toBe(403);

	const desk = await (await browser.newContext({ baseURL: baseURL ?? '' })).newPage();
	await signInAs('Hanneke Vos', desk);
	await desk.goto(`${SCHOOL}/desk/places`);
	await desk.getByRole('link', { name: COUNCIL }).click();
	await expect(desk.locator('h1')).toHaveText(COUNCIL);
	await fill(desk.getByRole('search'), { q: 'hollebrand' });
	await send(desk.getByRole('search'));
	await expectAccessible(desk);
	const appoint = formFor(desk, 'appoint');
	await fill(appoint, { section: 'staff', until: '2020-01-01' });
	await send(appoint);
	// who was found is still there, with what was typed and what is wrong with it
	await expect(desk.locator('main')).toContainText(text.reasons['seat.until-before']);
	await expect(appoint.locator('[name=until]')).toHaveValue('2020-01-01');
	await expectAccessible(desk);
	const person = await appoint.locator('[name=person]').first().getAttribute('value');
	await fill(appoint, {
		person: [person ?? ''],
		until: '',
		section: ['parents'],
		function: 'chair'
	});
	await send(appoint);
	await expect(desk.locator('#seats').locator('..')).toContainText(NAME);
	await expect(desk.locator('#seats').locator('..')).toContainText(words.functions.chair);
	await expectAccessible(desk);
	await desk.setViewportSize({ width: 320, height: 640 });
	const width = await desk.evaluate(() => document.documentElement.scrollWidth);
	expect(width).toBeLessThanOrEqual(320);

	// the code of a letter opens what is for parents, and no more
	await signInAs(PARENT);
	expect((await page.goto(`${SCHOOL}/desk`))?.status()).toBe(403);
	await send(formFor(desk, 'code'));
	await expectAccessible(desk);
	const code = await desk.locator('.lead code').innerText();
	await page.goto('/join');
	const entry = page.locator('form', { has: page.locator('[name=code]') });
	await fill(entry, { code });
	await send(entry);
	await expect(page).toHaveURL(new RegExp(`${SCHOOL}/desk$`));
	await page.goto(`${SCHOOL}/consultations/bereiken/panels/gesprek`);
	const write = page.locator('#write');
	await fill(write, { body: 'Wij lezen alles mee.', badge: ['council'], name: ['own'] });
	const accept = write.locator('[name=accept]');
	if (await accept.count()) await accept.check({ force: true });
	await send(write);
	const said = page.locator('article', { hasText: 'Wij lezen alles mee.' }).last();
	await expect(said).toContainText(COUNCIL);

	await page.goto('/me');
	await expect(page.locator('#seats').locator('..')).toContainText(COUNCIL);
	await expectAccessible(page);
	await fill(formFor(page, 'layDown'), {});
	await send(formFor(page, 'layDown'));
	await expect(page.getByRole('status')).toContainText(text.access.me.laidDown);
	expect((await page.goto(`${SCHOOL}/desk`))?.status()).toBe(403);
	await desk.reload();
	await expect(desk.locator('#seats').locator('..')).toContainText(words.past);
	await expect(formFor(desk, 'end')).toHaveCount(0);
});
