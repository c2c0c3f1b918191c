import { expect, expectAccessible, fill, formFor, send, test } from './support/walk.ts';

test('themes are made from what was said, and a report is published from them', async ({
	page,
	text,
	signInAs
}) => {
	test.setTimeout(120_000);
	await signInAs('Marloes de Wit');
	const desk = '/merelmolen/desk/consultations/ouderbijdrage';
	await page.goto(`${desk}/themes`);
	await expectAccessible(page);
	const make = formFor(page, 'make');
	await fill(make, { title: 'Uitleg en brief', summary: 'De brief kan vriendelijker.' });
	await send(make);
	await page.locator('[name=source]').first().check();
	await page.locator('button[form=pieces][name=theme]').first().click();
	await page.goto(`${desk}/count`);
	await expectAccessible(page);
	await page.goto(`${desk}/report`);
	await expectAccessible(page);
	const words = formFor(page, 'save');
	const press = (name: string) => words.getByRole('button', { name }).click();
	await fill(words, { outcome: 'Dertig euro kreeg de meeste stemmen.' });
	await press(text.reports.desk.save);
	await press(text.reports.desk.publish);
	// a word on the minority is compulsory
	await expect(page.getByRole('alert').first()).toBeVisible();
	await fill(words, {
		outcome: 'Dertig euro kreeg de meeste stemmen.',
		meaning: 'De uitslag zegt iets over wie meededen.',
		minority: 'Een deel wil meer betalen voor de musical.',
		position: 'Wij stemmen in met dertig euro.',
		next: 'De brief wordt herschreven.'
	});
	await press(text.reports.desk.publish);
	await expect(page).toHaveURL(/ouderbijdrage\/report$/);
	await expect(page.locator('main')).toContainText('Uitleg en brief');
	await expect(page.locator('main')).toContainText(text.locale === 'nl' ? '46,1%' : '46.1%');
	await expectAccessible(page);
});

test('the board answers each theme, and only then the consultation is done', async ({
	page,
	text,
	signInAs,
	browser,
	baseURL,
	locale
}) => {
	test.setTimeout(120_000);
	const answers = '/merelwaard/desk/consultations/telefoons/answers';
	await page.goto('/merelwaard/consultations/telefoons/report');
	await expect(page.locator('#answers').locator('..').locator('..')).toContainText(
		text.locale === 'nl' ? 'Beloofd op' : 'Promised by'
	);
	await signInAs('Ingrid Tromp');
	await page.goto(answers);
	await expectAccessible(page);
	const open = page.locator('section', { hasText: text.reports.desk.open }).first();
	const form = open.locator('form');
	await send(form);
	await expect(page.getByRole('alert').first()).toBeVisible();
	const again = page
		.locator('section', { hasText: text.reports.desk.open })
		.first()
		.locator('form');
	await fill(again, {
		outcome: 'later',
		reason: 'Wij zoeken het uit.',
		by: 'I. Tromp, rector',
		dueWords: 'februari 2028'
	});
	await send(again);
	await expect(page.locator('main')).not.toContainText(text.reports.desk.open);

	// what was promised is said to be done while the answers are still being given
	const answerTo = (theme: string) =>
		page.locator('section', { has: page.getByRole('heading', { name: theme, exact: true }) });
	const done = text.reports.doneOn(text.format.date('2027-09-06'));
	await send(answerTo('Hulp-apps').locator('form[action^="?/keep"]'));
	await expect(answerTo('Hulp-apps')).toContainText(done);
	await expect(answerTo('Hulp-apps').locator('form[action^="?/keep"]')).toHaveCount(0);
	await expect(page.locator('form[action^="?/complete"]')).toHaveCount(0);

	// a moderator gives no answers but rounds it off, and the last edition holds the answers
	const context = await browser.newContext({ baseURL: baseURL ?? '', locale: locale ?? 'nl' });
	const other = await context.newPage();
	await signInAs('Samira El Idrissi', other);
	await other.goto(answers.replace(/answers$/, 'report'));
	await other.getByRole('link', { name: text.reports.desk.toAnswers }).click();
	await expect(other).toHaveURL(/telefoons\/answers$/);
	await expect(other.locator('main')).toContainText('Wij zoeken het uit.');
	await expect(other.locator('form[action^="?/answer"], form[action^="?/keep"]')).toHaveCount(0);
	await expectAccessible(other);
	await send(formFor(other, 'complete'));
	await expect(other).toHaveURL(/telefoons\/report$/);
	await expect(other.locator('main')).toContainText('Wij zoeken het uit.');
	await expect(other.locator('#account').locator('..').locator('..')).toContainText(
		text.reports.edition(2)
	);
	await other.goto(answers);
	await expect(other.locator('form[action^="?/complete"]')).toHaveCount(0);
	await context.close();

	// an answer stands from then on, a promise can still be kept
	await page.goto(answers);
	await expect(page.locator('form[action^="?/answer"]')).toHaveCount(0);
	await send(answerTo('Kluis ook in de pauze').locator('form[action^="?/keep"]'));
	await expect(answerTo('Kluis ook in de pauze')).toContainText(done);
});
