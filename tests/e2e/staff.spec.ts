import { statSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { DEMO_CLOCK } from '../../src/demo/region.ts';
import { databaseOf, type Locale } from './support/servers.ts';
import { expect, expectAccessible, fill, formFor, send, test } from './support/walk.ts';

const SCHOOL = '/regenboog';
const DESK = `${SCHOOL}/desk/consultations/schoolplein`;

/**
 * The first whole minute that is still to come on the clock of the demonstration, as a form takes it.
 * That clock started after the doors were written, so it is never ahead of this.
 */
function nextMinute(language: Locale): string {
	const running = Date.now() - statSync(`${databaseOf(language)}.doors.json`).mtimeMs;
	const next = new Date(Math.ceil((Date.parse(DEMO_CLOCK) + running + 5000) / 60_000) * 60_000);
	return next.toLocaleTimeString('nl-NL', { timeZone: 'Europe/Amsterdam', timeStyle: 'short' });
}

const submit = async (page: Page, action: string, values: Parameters<typeof fill>[1] = {}) => {
	const form = formFor(page, action);
	await fill(form, values);
	await send(form);
};
const add = async (page: Page, kind: string, name: string, slug: string) => {
	const form = formFor(page, 'place');
	await fill(form, {
		...((await form.locator('input[type=radio]').count()) ? { kind } : {}),
		name,
		slug
	});
	await send(form);
	await expect(page.locator('main')).toContainText(name);
};

test.describe.configure({ mode: 'serial' });

test('a coordinator makes a school with a group, invites a moderator, and opens a consultation', async ({
	page,
	text,
	language,
	signInAs
}) => {
	test.setTimeout(120_000);
	await signInAs('Hanneke Vos');
	await expectAccessible(page);
	await page.goto('/merelstreek/desk/places');
	await expectAccessible(page);
	await add(page, 'school', 'De Regenboog', 'regenboog');
	await page.goto(`${SCHOOL}/desk/places`);
	await add(page, 'group', 'Groep 3', 'regenboog-groep-3');

	await page.goto(`${SCHOOL}/desk/people`);
	await submit(page, 'invite', {
		name: 'Noor Visser',
		email: 'noor@regenboog.example',
		role: 'moderator'
	});
	await expect(page.locator('main')).toContainText('/join/');
	await expectAccessible(page);
	const households = page.locator('form', { has: page.locator('[name=count]') }).first();
	await fill(households, { count: '6' });
	await households.locator('button[formaction*=households], button').last().click();

	await page.goto(`${SCHOOL}/desk/consultations/new`);
	await expectAccessible(page);
	const draft = formFor(page, 'draft');
	await fill(draft, { title: 'Een groen schoolplein' });
	await draft.evaluate((form: HTMLFormElement) => (form.noValidate = true));
	await send(draft);
	// nothing typed is lost when something is missing
	await expect(draft.locator('[name=title]')).toHaveValue('Een groen schoolplein');
	await expect(page.getByRole('alert').first()).toBeVisible();
	await fill(draft, {
		slug: 'schoolplein',
		question: 'Wat moet er op het plein komen?',
		introduction: 'Er is geld voor het plein.',
		motive: 'De tegels zijn oud.',
		facts: 'Er is 12.000 euro.\nHet plein is 600 vierkante meter.\nHet werk is in mei.',
		fixed: 'De fietsen blijven waar ze staan.',
		open: 'Wat er komt\nWie het onderhoudt',
		level: 'consult',
		decider: 'De directeur',
		decisionDay: '2027-11-01',
		answerDay: '2027-11-15',
		contact: 'Noor Visser, moderator',
		opensDay: '2027-09-06',
		opensTime: '09:00',
		closesDay: '2027-09-30',
		closesTime: '20:00',
		unit: 'household',
		secrecy: 'secret',
		weight: 'De directeur weegt de uitslag mee.'
	});
	await send(draft);
	await expect(page).toHaveURL(new RegExp(DESK));
	await expectAccessible(page);

	await submit(page, 'panel', {
		title: 'Wat wilt u op het plein?',
		lead: 'Denk aan spelen en rust.'
	});
	await submit(page, 'poll', {
		question: 'Wat moet er komen?',
		options: 'Een moestuin\nEen klimtoestel | van hout\n- Geen voorkeur'
	});
	await page.goto(`${DESK}/evenings`);
	await submit(page, 'plan', {
		title: 'Avond over het plein',
		day: '2027-09-06',
		startsAt: nextMinute(language),
		endsAt: '23.00',
		place: 'De aula',
		hosts: 'Wim\nFatma'
	});
	await page.goto(DESK);
	await submit(page, 'agree', { name1: 'Hanneke Vos', name2: 'Noor Visser', day: '2027-09-05' });
	await send(formFor(page, 'open'));
	await page.goto(`${SCHOOL}/consultations/schoolplein`);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Een groen schoolplein');
	await expectAccessible(page);
	await page.goto(`${SCHOOL}/consultations/schoolplein/rules`);
	await expect(page.locator('main')).toContainText(/[0-9a-f]{16}/);

	await page.goto(`${DESK}/codes`);
	await send(formFor(page, 'issue'));
	await expect(page.locator('main')).toContainText(/[A-HJKMNP-Z2-9]{4}-[A-HJKMNP-Z2-9]{4}/);
	expect(text.locale).toBe(await page.locator('html').getAttribute('lang'));
});

test('a moderator enters the evening, refuses a used code, hides what breaks a house rule', async ({
	page,
	text,
	signInAs
}) => {
	test.setTimeout(240_000);
	await signInAs('Samira El Idrissi');
	await page.goto(`${DESK}/evenings`);
	await page.locator('main a[href*="/desk/consultations/schoolplein/evenings/"]').first().click();
	await expectAccessible(page);
	const evening = page.url().replace(/[?#].*/, '');
	// it can be entered from its beginning, less than two minutes after it was planned
	await expect(async () => {
		await page.goto(evening);
		await expect(formFor(page, 'attendance')).toBeVisible({ timeout: 1000 });
	}).toPass({ timeout: 120_000 });
	await submit(page, 'attendance', { attendance: '17' });
	await page.goto(`${evening}?table=1`);
	for (const body of ['Meer schaduw', 'Een bank voor opa’s en oma’s'])
		await submit(page, 'note', { body, nodded: '4' });
	const hands = formFor(page, 'hands');
	await fill(hands, {
		question: 'Wilt u helpen met planten?',
		'answers.0.count': '9',
		'answers.1.count': '3',
		'answers.2.count': '5'
	});
	await send(hands);
	await page.goto(evening.replace('/desk', ''));
	await expect(page.locator('main')).toContainText('Meer schaduw');
	await expect(page.locator('main')).toContainText(text.reports.indicative);
	await expectAccessible(page);

	await page.goto('/zilverpad/consultations/bereiken/panels/gesprek');
	await page.locator('a[href*="/desk/contributions/"]').first().click();
	await expectAccessible(page);
	const hide = page.locator('form', { has: page.locator('[name=rule]') }).first();
	await fill(hide, { reason: 'Hierin stond een naam van een kind.' });
	const rule = hide.locator('[name=rule]');
	if ((await rule.first().evaluate((it) => it.tagName)) === 'SELECT') await rule.selectOption('3');
	else await hide.locator('[name=rule][value="3"]').check({ force: true });
	await hide.locator('button[name=action][value=hide]').click();
	await page.goto('/zilverpad/consultations/bereiken/panels/gesprek');
	await expect(page.locator('.post-hidden').first()).toContainText(
		'Hierin stond een naam van een kind.'
	);
	await expect(page.locator('.post-hidden').first()).toContainText('3');
});

test('a slip with a code that was used is refused and listed, and can be taken off the list', async ({
	page,
	text,
	language,
	signInAs
}) => {
	const { doorsOf } = await import('./support/servers.ts');
	const codeOf = (who: string) => doorsOf(language).find((it) => it.who === who)?.code ?? '';
	await signInAs('Joke Steen');
	await page.goto('/zilverpad/desk/consultations/bereiken/slips');
	await expectAccessible(page);
	const enter = async (code: string) => submit(page, 'enter', { code, choice: ['a'] });
	await enter(codeOf('ouder 7'));
	await expect(page.getByRole('status')).toContainText(text.polls.slips.said.counted);
	await enter(codeOf('ouder 7'));
	await expect(page.getByRole('alert')).toContainText(text.polls.slips.said.double);
	const refused = page.getByRole('row').filter({ hasText: codeOf('ouder 7').slice(0, 4) });
	await expect(refused).toHaveCount(1);
	await expectAccessible(page);

	await refused.getByRole('button', { name: text.polls.slips.strike }).click();
	await expect(refused).toHaveCount(0);
});
