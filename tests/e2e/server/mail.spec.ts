import { createHmac } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from '@playwright/test';
import { memberships, people } from '../../../src/features/people/server/schema.ts';
import { scopes } from '../../../src/features/scopes/server/schema.ts';
import { nl } from '../../../src/i18n/nl/index.ts';
import { openStore } from '../../../src/kernel/server/db.ts';
import { type Server, start } from '../../bench/measure.ts';
import { type Arrived, aSink, type Sink } from '../../support/smtp.ts';
import { freePort } from '../support/free-port.ts';
import { expect, expectAccessible, fill, formFor, send, test } from '../support/walk.ts';

const ADDRESS = 'jeroen@example.org';
const COORDINATOR = 'noor@example.org';
const KEY = 'a key that the mail server has too';
const words = nl.signIn;
let folder: string;
let sink: Sink;
let server: Server;
let origin: string;

/** A school with a parent and a coordinator whose addresses are known, and a mail server. */
test.beforeEach(async () => {
	folder = mkdtempSync(join(tmpdir(), 'samenspraak-'));
	sink = await aSink();
	const url = `file:${join(folder, 'school.db')}`;
	const store = await openStore({ url });
	const kind = 'school';
	const school = { id: 's', path: '/home/s/', kind, slug: 'merelmolen', name: 'De Merelmolen' };
	await store.write(async (tx) => {
		await tx.insert(scopes).values({ ...school, kind });
		await tx.insert(people).values({ id: 'p', name: 'Jeroen Bakker', email: ADDRESS });
		await tx.insert(people).values({ id: 'c', name: 'Noor de Vries', email: COORDINATOR });
		await tx.insert(memberships).values([
			{ scopeId: 's', personId: 'p', role: 'parent' },
			{ scopeId: 's', personId: 'c', role: 'coordinator' }
		]);
	});
	await store.close();
	const port = await freePort();
	origin = `http://localhost:${port}`;
	server = await start(['src/entry/serve.ts'], {
		...{ DATABASE_URL: url, SECRET_KEY: '', PORT: port, ORIGIN: origin, CLOCK: '' },
		...{ SMTP_URL: sink.url, MAIL_FROM: 'praatmee@school.example', BOUNCE_KEY: KEY }
	});
});
test.afterEach(async () => {
	await server.stop();
	await sink.close();
	rmSync(folder, { recursive: true, force: true });
});

/** Another device: a browser that knows nothing of the first. */
const onAnother = async (browser: Browser): Promise<Page> =>
	(await browser.newContext({ locale: 'nl-NL' })).newPage();

/** Asks for a mail as a parent does who has no code at hand. */
async function ask(page: Page, email = ADDRESS): Promise<void> {
	await page.goto(`${origin}/join`);
	await page.getByRole('link', { name: nl.access.join.byMail }).click();
	await expectAccessible(page);
	const form = page.locator('form[action$="?/ask"]');
	await fill(form, { email });
	await send(form);
	await expect(page.locator('h1')).toHaveText(words.askedTitle);
}

/** What stands in the mail, which leaves at once. */
async function inMail(nth = 0): Promise<Arrived & { link: string; digits: string }> {
	await expect.poll(() => sink.arrived.length, { timeout: 8_000 }).toBeGreaterThan(nth);
	const arrived = sink.arrived[nth];
	if (!arrived) throw new Error('no mail');
	const text = arrived.mail.text ?? '';
	const link = /http\S+\/sign-in\/[0-9a-f]{64}/.exec(text)?.[0] ?? '';
	return { ...arrived, link, digits: /^\d{3} \d{3}$/m.exec(text)?.[0] ?? '' };
}

const signedIn = (page: Page) => expect(page).toHaveURL(`${origin}/me`);

test('a link that a mail scanner opened twice still lets in the parent, once', async ({
	page,
	browser
}) => {
	await ask(page);
	await expectAccessible(page);
	const { link, to } = await inMail();
	expect(to).toBe(ADDRESS);
	for (const method of ['GET', 'HEAD', 'GET']) {
		const answer = await fetch(link, { method });
		expect(answer.status).toBe(200);
		expect(answer.headers.get('set-cookie')).toBeNull();
	}
	await page.goto(link);
	await expectAccessible(page);
	// where it was asked for, one button is all there is
	await expect(page.locator('main input:not([type=hidden])')).toHaveCount(0);
	await page.getByRole('button', { name: words.enter }).click();
	await signedIn(page);

	const other = await onAnother(browser);
	await other.goto(link);
	await fill(other.locator('main form'), { digits: (await inMail()).digits });
	await other.getByRole('button', { name: words.enter }).click();
	await expect(other.locator('main')).toContainText(words.goneHint);
	await expectAccessible(other);
	expect(sink.arrived).toHaveLength(1);
});

test('who reads the mail on a phone types the digits where they asked for it', async ({
	page,
	browser
}) => {
	await ask(page);
	const { link, digits } = await inMail();
	const phone = await onAnother(browser);
	await phone.goto(link);
	await expect(phone.locator('main')).toContainText(words.linkElsewhere);

	const form = formFor(page, 'digits');
	await fill(form, { digits: '12 34' });
	await send(form);
	await expect(form.locator('[name=digits]')).toHaveValue('12 34');
	await expect(page.locator('main')).toContainText(nl.reasons['digits.six']);
	await expectAccessible(page);
	await fill(form, { digits });
	await send(form);
	await signedIn(page);
});

test('who opens the link on a phone comes in there with the digits of the same mail', async ({
	page,
	browser
}) => {
	await ask(page);
	const { link, digits } = await inMail();
	const phone = await onAnother(browser);
	await phone.goto(link);
	await phone.getByRole('button', { name: words.enter }).click();
	await expect(phone.locator('main')).toContainText(nl.reasons['field.required']);
	await expectAccessible(phone);
	await fill(phone.locator('main form'), { digits });
	await phone.getByRole('button', { name: words.enter }).click();
	await signedIn(phone);
	// here they are used up
	const form = formFor(page, 'digits');
	await fill(form, { digits });
	await send(form);
	await expect(page.locator('main')).toContainText(nl.reasons['digits.gone']);
});

const post = (path: string, body: string, headers: Readonly<Record<string, string>>) =>
	fetch(`${origin}${path}`, { method: 'POST', redirect: 'manual', body, headers });

/** All headers but those that are of the moment. */
const headersOf = ({ headers }: Response) =>
	[...headers].filter(([name]) => !['date', 'set-cookie'].includes(name));

test('an address that nobody has is answered as one that somebody has', async () => {
	const answer = async (email: string) => {
		const asked = await post('/sign-in?/ask', `email=${encodeURIComponent(email)}`, {
			...{ origin, accept: 'text/html', 'accept-language': 'nl' },
			'content-type': 'application/x-www-form-urlencoded'
		});
		const [cookie = ''] = asked.headers.getSetCookie();
		const page = await fetch(`${origin}/sign-in?asked`, {
			headers: { cookie: cookie.split(';')[0] ?? '' }
		});
		return {
			status: asked.status,
			location: asked.headers.get('location'),
			cookie: cookie.replace(/=\w+/, ''),
			headers: headersOf(asked),
			pageHeaders: headersOf(page),
			page: (await page.text()).replace(/(name="page" value=")\w+/, '$1')
		};
	};
	expect(await answer('niemand@example.org')).toEqual(await answer(ADDRESS));
	await inMail();
});

test('a mail server tells of a mail that came back, with our key and from no website', async ({
	page
}) => {
	await ask(page);
	const { mail } = await inMail();
	const body = JSON.stringify({ messageId: mail.messageId, kind: 'hard' });
	const type = { 'content-type': 'application/json' };
	const signature = `sha256=${createHmac('sha256', KEY).update(body).digest('hex')}`;
	const tell = async (headers: Readonly<Record<string, string>>) =>
		(await post('/hooks/bounce', body, { ...type, ...headers })).status;
	expect(await tell({})).toBe(403);
	expect(await tell({ 'x-signature': signature.replace(/.$/, 'z') })).toBe(403);
	expect(await tell({ 'x-signature': signature })).toBe(204);
	expect(await tell({ 'x-signature': signature })).toBe(204);
});

test('a coordinator comes in by mail, and whoever they invite gets the link by mail', async ({
	page,
	browser
}) => {
	await ask(page, COORDINATOR);
	await page.goto((await inMail()).link);
	await page.getByRole('button', { name: words.enter }).click();
	await expect(page).toHaveURL(`${origin}/merelmolen/desk`);

	await page.goto(`${origin}/merelmolen/desk/people`);
	const form = formFor(page, 'invite');
	await fill(form, { name: 'Samira El Idrissi', email: 'samira@example.org', role: 'moderator' });
	await send(form);
	await expect(page.locator('main')).toContainText(nl.people.mailedTitle);
	await expectAccessible(page);

	await expect.poll(() => sink.arrived.length, { timeout: 8_000 }).toBe(2);
	const { to, mail } = sink.arrived[1] ?? { to: '', mail: undefined };
	expect(to).toBe('samira@example.org');
	const link = /http\S+\/join\/[0-9a-f]{64}/.exec(mail?.text ?? '')?.[0] ?? '';
	await expect(page.locator('main')).not.toContainText(link);
	const other = await onAnother(browser);
	await other.goto(link);
	await other.getByRole('button', { name: nl.access.link.go }).click();
	await expect(other).toHaveURL(`${origin}/merelmolen/desk`);
});
