import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from '@playwright/test';
import { eq } from 'drizzle-orm';
import { memberships, people, sessions } from '../../../src/features/people/server/schema.ts';
import { secretBallots } from '../../../src/features/polls/server/schema.ts';
import { scopes } from '../../../src/features/scopes/server/schema.ts';
import { nl } from '../../../src/i18n/nl/index.ts';
import { newId } from '../../../src/kernel/ids.ts';
import { openStore } from '../../../src/kernel/server/db.ts';
import { sha256 } from '../../../src/kernel/server/hash.ts';
import { dayOf } from '../../../src/kernel/time.ts';
import { CONSULTATION, fill, SCHOOL } from '../../bench/fill.ts';
import { type Server, start } from '../../bench/measure.ts';
import { aSink, type Sink } from '../../support/smtp.ts';
import { freePort } from '../support/free-port.ts';
import { expect, expectAccessible, fill as fillIn, formFor, send, test } from '../support/walk.ts';

const DAY = 24 * 60 * 60_000;
const CODES = `/${SCHOOL}/desk/consultations/${CONSULTATION}/codes`;
const COORDINATOR = `d${newId()}${newId()}`;
const words = nl.invitations;
let folder: string;
let sink: Sink;
let server: Server;
let origin: string;
let pollPath: string;
const url = () => `file:${join(folder, 'school.db')}`;

/** A school with an open consultation, eight parents of whom two have an address, and a coordinator. */
test.beforeEach(async () => {
	folder = mkdtempSync(join(tmpdir(), 'samenspraak-'));
	sink = await aSink();
	const filled = await fill(url(), 8);
	pollPath = filled.pollPath;
	const store = await openStore({ url: url() });
	await store.write(async (tx) => {
		const [school] = await tx.select().from(scopes).where(eq(scopes.slug, SCHOOL));
		const [jeroen, emma] = await tx.select().from(people);
		if (!school || !jeroen || !emma) throw new Error('a school with parents was to be made');
		for (const [id, name, locale] of [
			[jeroen.id, 'Jeroen', 'nl'],
			[emma.id, 'Emma', 'en']
		] as const)
			await tx
				.update(people)
				.set({ name, locale, email: `${name.toLowerCase()}@example.org` })
				.where(eq(people.id, id));
		await tx.delete(sessions);
		await tx.insert(people).values({ id: 'c', name: 'Noor de Vries' });
		await tx.insert(memberships).values({ scopeId: school.id, personId: 'c', role: 'coordinator' });
		await tx.insert(sessions).values({
			...{ id: sha256(COORDINATOR), personId: 'c', device: '', beganOn: dayOf(new Date()) },
			expiresAt: new Date(Date.now() + DAY),
			endsAt: new Date(Date.now() + DAY)
		});
	});
	await store.close();
	const port = await freePort();
	origin = `http://localhost:${port}`;
	server = await start(['src/entry/serve.ts'], {
		...{ DATABASE_URL: url(), SECRET_KEY: '', PORT: port, ORIGIN: origin, CLOCK: '' },
		...{ SMTP_URL: sink.url, MAIL_FROM: 'praatmee@school.example', SECOND_FACTOR: 'offered' }
	});
});
test.afterEach(async () => {
	await server.stop();
	await sink.close();
	rmSync(folder, { recursive: true, force: true });
});

/** The browser of somebody else. */
const onAnother = async (browser: Browser, locale = 'nl-NL'): Promise<Page> =>
	(await browser.newContext({ locale, baseURL: origin })).newPage();

async function asCoordinator(browser: Browser): Promise<Page> {
	const page = await onAnother(browser);
	await page.context().addCookies([{ name: 'session', value: COORDINATOR, url: origin }]);
	await page.goto(CODES);
	return page;
}

/** Presses the button for all, and gives the mail to somebody with the link in it. */
async function mailAll(desk: Page): Promise<(who: string) => { text: string; link: string }> {
	await send(formFor(desk, 'mail'));
	await expect(desk.getByRole('status')).toContainText(words.done);
	await expect.poll(() => sink.arrived.length, { timeout: 8_000 }).toBe(2);
	return (who) => {
		const text = sink.arrived.find(({ to }) => to.startsWith(who))?.mail.text ?? '';
		return { text, link: /http\S+\/join\/[0-9a-f]{64}/.exec(text)?.[0] ?? '' };
	};
}

test('from a mail to a counted vote it is two screens, without a password, after a scanner too', async ({
	browser
}) => {
	const desk = await asCoordinator(browser);
	await expectAccessible(desk);
	const mailTo = await mailAll(desk);
	await expectAccessible(desk);
	// nobody is left to be mailed, and whoever goes on pressing mails nobody
	await expect(formFor(desk, 'mail')).toHaveCount(0);
	await expect(desk.locator('main')).toContainText(words.none);

	const { text, link } = mailTo('jeroen');
	expect(text).toContain(nl.mails.consultation.own);
	for (const method of ['GET', 'HEAD', 'GET']) {
		const answer = await fetch(link, { method });
		expect([answer.status, answer.headers.get('set-cookie')]).toEqual([200, null]);
	}
	const jeroen = await onAnother(browser);
	await jeroen.goto(link);
	await expectAccessible(jeroen);
	await jeroen.getByRole('button', { name: nl.access.link.go }).click();
	await expect(jeroen).toHaveURL(origin + pollPath);
	const ballot = formFor(jeroen, 'vote');
	await fillIn(ballot, { choice: 'b' });
	await send(ballot);
	await expect(jeroen).toHaveURL(/\?voted/);
	await expect(jeroen.locator('.receipt')).toContainText(nl.polls.countedFor.parent);

	await server.stop();
	const store = await openStore({ url: url() });
	expect(await store.read.$count(secretBallots)).toBe(1);
	await store.close();
});

test('a link that was used says so, and a new one can be asked for; another parent reads English', async ({
	browser
}) => {
	const mailTo = await mailAll(await asCoordinator(browser));
	const { text, link } = mailTo('emma');
	expect(text).toContain('The link is for you alone.');
	const emma = await onAnother(browser, 'en-GB');
	await emma.goto(link);
	await emma.getByRole('button', { name: 'Sign in' }).click();
	await expect(emma).toHaveURL(origin + pollPath);

	const other = await onAnother(browser);
	await other.goto(link);
	await other.getByRole('button', { name: nl.access.link.go }).click();
	await expect(other.locator('main')).toContainText(nl.access.link.goneByMail);
	await expectAccessible(other);
	await other.getByRole('link', { name: nl.access.link.ask }).click();
	await expect(other).toHaveURL(`${origin}/sign-in`);
});
