import { expect, expectAccessible, fill, formFor, send, test } from './support/walk.ts';

const SCHOOL = '/zilverpad';
const PANEL = `${SCHOOL}/consultations/bereiken/panels/gesprek`;

test.describe.configure({ mode: 'serial' });

test('a council member asks to be let in as a parent, and may write in a panel as the one or the other', async ({
	page,
	browser,
	baseURL,
	text,
	signInAs
}) => {
	test.setTimeout(120_000);
	await signInAs('Joke Steen');
	await page.goto(`/request/zilverpad`);
	await expectAccessible(page);
	const asking = page.locator('main form').first();
	await fill(asking, { name: 'Joke Steen', email: 'joke@zilverpad.example' });
	await send(asking);
	await expect(page.locator('main')).toContainText(text.reasons['request.parents']);
	await expect(asking.locator('[name=name]')).toHaveValue('Joke Steen');
	await fill(asking, { parent: ['yes'] });
	await send(asking);
	await expect(page.getByRole('status')).toContainText(text.access.request.askedTitle);

	const desk = await (await browser.newContext({ baseURL: baseURL ?? '' })).newPage();
	await signInAs('Hanneke Vos', desk);
	await desk.goto(`${SCHOOL}/desk/requests`);
	await expectAccessible(desk);
	await desk.getByRole('button', { name: text.people.grant }).first().click();
	await expect(desk.getByRole('status')).toContainText(text.people.requestDecided);

	await page.goto(PANEL);
	const write = page.locator('#write');
	await fill(write, { body: 'Als ouder zeg ik: graag een kort bericht.', badge: 'parent' });
	const accept = write.locator('[name=accept]');
	if (await accept.count()) await accept.check({ force: true });
	await send(write);
	await expect(page.locator('main')).toContainText('graag een kort bericht');
	await expect(write).toContainText(text.panels.badgeLocked(text.common.badge.parent));
	await expect(write.locator('[name=badge]')).toHaveCount(0);
	await expectAccessible(page);
});

test('a coordinator finds a parent and keeps them out with a reason, and lets them in again', async ({
	page,
	text,
	signInAs
}) => {
	test.setTimeout(120_000);
	await signInAs('Hanneke Vos');
	await page.goto(`${SCHOOL}/desk/people/search`);
	await expectAccessible(page);
	await page.locator('main [name=q]').fill('joke');
	await page.locator('main form').first().locator('button').click();
	await page.locator('main').getByRole('link', { name: 'Joke Steen' }).click();
	await expectAccessible(page);
	const form = formFor(page, 'decide');
	await fill(form, { decision: 'no-access' });
	await send(form);
	await expect(page.locator('main')).toContainText(text.reasons['field.required']);
	await fill(form, { reason: 'Besluit van de rechter van 3 mei.' });
	await send(form);
	await expect(page.locator('main')).toContainText(`(${text.people.standing['no-access']})`);
	await fill(form, { decision: 'lifted', reason: 'Het besluit is vervallen.' });
	await send(form);
	await expect(page.locator('main')).not.toContainText(`(${text.people.standing['no-access']})`);
	await expect(page.locator('main')).toContainText('Het besluit is vervallen.');
});

test('a school year is worked out first, begun, and undone', async ({ page, text, signInAs }) => {
	test.setTimeout(120_000);
	const words = text.people.year;
	await signInAs('Hanneke Vos');
	await page.goto('/merelmolen/desk/school-year');
	await expectAccessible(page);
	await expect(page.getByRole('button', { name: words.start })).toHaveCount(0);
	await page.getByRole('button', { name: words.check }).click();
	await expect(page.locator('main')).toContainText(words.nothingYet);
	await expectAccessible(page);
	await page.getByRole('button', { name: words.start }).click();
	await expect(page.getByRole('status')).toContainText(words.begun);
	await page.getByRole('button', { name: words.undoNow }).click();
	await expect(page.getByRole('status')).toContainText(words.undone);
});

test('a coordinator gives the contact of one school to two others at once', async ({
	page,
	text,
	signInAs
}) => {
	test.setTimeout(120_000);
	const words = text.houseRules.copy;
	await signInAs('Hanneke Vos');
	await page.goto('/merelmolen/desk/places');
	await page.getByRole('link', { name: words.title }).click();
	await expectAccessible(page);
	const form = formFor(page, 'copy');
	await send(form);
	await expect(page.getByRole('alert')).toContainText(text.reasons['field.choose']);
	await form.getByLabel(words.contact).check({ force: true });
	for (const school of ['Zilverpad', 'Lyceum Merelwaard'])
		await form.getByLabel(school).check({ force: true });
	await send(form);
	await expect(page.getByRole('status')).toContainText(words.done('2'));
	await page.goto('/merelwaard');
	await expect(page.locator('footer')).toContainText('Meester Wim');
});
