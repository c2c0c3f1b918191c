import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Locator, Page } from '@playwright/test';
import { eq } from 'drizzle-orm';
import { TOTP } from 'otpauth';
import { mails } from '../../../src/features/mails/server/schema.ts';
import { newCode, printedCode } from '../../../src/features/people/code.ts';
import { memberships, people } from '../../../src/features/people/server/schema.ts';
import { scopes } from '../../../src/features/scopes/server/schema.ts';
import { nl } from '../../../src/i18n/nl/index.ts';
import { openStore } from '../../../src/kernel/server/db.ts';
import { newToken } from '../../../src/kernel/ids.ts';
import { outbox } from '../../../src/kernel/server/schema.ts';
import { CONSULTATION, fill as fillDatabase, SCHOOL } from '../../bench/fill.ts';
import { type Server, start } from '../../bench/measure.ts';
import { issueCodes } from '../../bench/sign-in.ts';
import { bytesOfBase32, formsOf, foundIn } from '../../support/secrets.ts';
import { aSink, type Sink } from '../../support/smtp.ts';
import { freePort } from '../support/free-port.ts';
import { expect, fill, formFor, send, test } from '../support/walk.ts';

const PARENT = 'jeroen@example.org';
const COORDINATOR = 'noor@example.org';
let folder: string;
let sink: Sink;
let server: Server;
let origin: string;
let code: string;
/** All that must not be written down, in every form, by what it is. */
const secrets = new Map<string, readonly string[]>();

const keep = (what: string, secret: string, bytes: readonly Buffer[] = []): string => {
	if (secret === '') throw new Error(`nothing to keep: ${what}`);
	secrets.set(`${what} ${String(secrets.size)}`, formsOf(secret, bytes));
	return secret;
};

test.beforeAll(async () => {
	folder = mkdtempSync(join(tmpdir(), 'samenspraak-'));
	sink = await aSink();
	const url = `file:${join(folder, 'school.db')}`;
	await fillDatabase(url, 3);
	code = (await issueCodes(url, 1))[0] ?? '';
	const store = await openStore({ url });
	await store.write(async (tx) => {
		const [school] = await tx.select().from(scopes).where(eq(scopes.slug, SCHOOL));
		const scopeId = school?.id ?? '';
		await tx.insert(people).values([
			{ id: 'p', name: 'Jeroen Bakker', email: PARENT },
			{ id: 'c', name: 'Noor de Vries', email: COORDINATOR }
		]);
		await tx.insert(memberships).values([
			{ scopeId, personId: 'p', role: 'parent' },
			{ scopeId, personId: 'c', role: 'coordinator' }
		]);
	});
	await store.close();
	const port = await freePort();
	origin = `http://localhost:${port}`;
	server = await start(['src/entry/serve.ts'], {
		...{ DATABASE_URL: url, SECRET_KEY: '', PORT: port, ORIGIN: origin, CLOCK: '' },
		...{ SECOND_FACTOR: 'required', SMTP_URL: sink.url, MAIL_FROM: 'praatmee@school.example' }
	});
});
test.afterAll(async () => {
	await sink.close();
	rmSync(folder, { recursive: true, force: true });
});

const main = (page: Page) => page.locator('main');
const formWith = (page: Page, field: string): Locator =>
	page.locator('main form', { has: page.locator(`[name=${field}]`) });

async function put(form: Locator, values: Readonly<Record<string, string>>): Promise<void> {
	await fill(form, values);
	await send(form);
}

/** Cookies are secrets too: of the session, and of the browser that asked for a mail. */
async function keepCookies(page: Page): Promise<void> {
	for (const { name, value } of await page.context().cookies())
		if (value.length > 16) keep(`cookie ${name}`, value);
}

async function afresh(browser: Browser): Promise<Page> {
	return (await browser.newContext({ locale: 'nl-NL' })).newPage();
}

/** The next mail to somebody, with the secrets in it. */
async function mailTo(address: string, nth: number) {
	const mine = () => sink.arrived.filter(({ to }) => to === address);
	await expect.poll(() => mine().length, { timeout: 10_000 }).toBeGreaterThan(nth);
	const text = mine()[nth]?.mail.text ?? '';
	const link = /http\S+\/(?:sign-in|join)\/[0-9a-f]{64}/.exec(text)?.[0] ?? '';
	keep('token of a mail', link.split('/').at(-1) ?? '');
	const digits = (/^\d{3} \d{3}$/m.exec(text)?.[0] ?? '').replace(' ', '');
	return { link, digits: digits && keep('digits of a mail', digits) };
}

async function askMail(page: Page, email: string): Promise<void> {
	await page.goto(`${origin}/sign-in`);
	await put(page.locator('form[action$="?/ask"]'), { email });
	await expect(page.locator('h1')).toHaveText(nl.signIn.askedTitle);
	await keepCookies(page);
}

/** A parent comes in with a code, with the digits of a mail and with its link; first with wrong ones. */
async function asParent(browser: Browser): Promise<void> {
	const page = await afresh(browser);
	await page.goto(`${origin}/join`);
	await put(formWith(page, 'code'), { code: printedCode(keep('wrong code', newCode())) });
	await expect(main(page)).toContainText(nl.reasons['code.unknown']);
	await put(formWith(page, 'code'), { code: printedCode(keep('code of a letter', code)) });
	await expect(page).toHaveURL(new RegExp(`${CONSULTATION}$`));
	await keepCookies(page);

	const other = await afresh(browser);
	await askMail(other, PARENT);
	const { digits } = await mailTo(PARENT, 0);
	const wrong = keep(
		'wrong digits',
		digits.replace(/^./, (it) => (it === '7' ? '8' : '7'))
	);
	await put(formFor(other, 'digits'), { digits: wrong });
	await expect(main(other)).toContainText(nl.reasons['digits.wrong']);
	await put(formFor(other, 'digits'), { digits });
	await expect(other).toHaveURL(/\/me$/);
	await keepCookies(other);

	const third = await afresh(browser);
	await askMail(third, PARENT);
	await third.goto(`${origin}/sign-in/${keep('wrong token', newToken() + newToken())}`);
	await third.goto((await mailTo(PARENT, 1)).link);
	await third.getByRole('button', { name: nl.signIn.enter }).click();
	await expect(third).toHaveURL(/\/me$/);
	await keepCookies(third);
}

/** A coordinator sets up an app, a passkey and a password, and uses all of them; first wrong ones. */
async function asCoordinator(browser: Browser): Promise<void> {
	const page = await afresh(browser);
	await askMail(page, COORDINATOR);
	await page.goto((await mailTo(COORDINATOR, 0)).link);
	await page.getByRole('button', { name: nl.signIn.enter }).click();
	await expect(page).toHaveURL(/\/me\/security\?back=/);

	await send(formFor(page, 'begin'));
	const secret = (await page.locator('main code').innerText()).replaceAll(' ', '');
	keep('secret of an app', secret, [bytesOfBase32(secret)]);
	const totp = new TOTP({ secret });
	const digitsIn = (seconds: number) =>
		keep('digits of an app', totp.generate({ timestamp: Date.now() + seconds * 1000 }));
	await put(formFor(page, 'finish'), { digits: keep('wrong digits of an app', '918273') });
	await put(formFor(page, 'finish'), { digits: digitsIn(0) });
	await expect(main(page)).toContainText(nl.factors.security.codes.title);
	const recovery = await page.locator('main li code').allInnerTexts();
	for (const it of recovery) keep('recovery code', it);
	await keepCookies(page);

	const authenticator = await page.context().newCDPSession(page);
	await authenticator.send('WebAuthn.enable');
	await authenticator.send('WebAuthn.addVirtualAuthenticator', {
		options: {
			...{ protocol: 'ctap2', transport: 'internal', hasResidentKey: true },
			...{ hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true }
		}
	});
	await page.goto(`${origin}/me/security`);
	await keepChallenges(page);
	await page.getByRole('button', { name: nl.factors.passkeys.add }).click();
	await expect(main(page)).toContainText(nl.factors.passkeys.addedTitle);
	const password = keep('password', 'vier paarse fietsen op een dijk');
	await put(formFor(page, 'password'), { password: keep('refused password', 'Merelmolen-2031') });
	await put(formFor(page, 'password'), { password });
	await expect(main(page)).toContainText(nl.factors.password.on);
	await keepCookies(page);

	await page.context().clearCookies();
	await page.goto(`${origin}/sign-in/password`);
	const signIn = formWith(page, 'password');
	await put(signIn, { email: COORDINATOR, password: keep('wrong password', 'zeven natte dekens') });
	await expect(main(page)).toContainText(nl.reasons['password.wrong']);
	await put(signIn, { password });
	await expect(page).toHaveURL(/\/confirm\?back=/);
	const factor = formFor(page, 'factor');
	await put(factor, { factor: printedCode(keep('wrong recovery code', newCode())) });
	await put(factor, { factor: recovery[0] ?? '' });
	await expect(page).toHaveURL(/\/desk$/);
	await keepCookies(page);
	await page.goto(`${origin}/confirm?stay`);
	await put(formFor(page, 'factor'), { factor: digitsIn(30) });
	await expect(main(page)).toContainText(nl.factors.confirm.done);

	await page.context().clearCookies();
	await page.goto(`${origin}/sign-in/passkey`);
	await keepChallenges(page);
	await page.getByRole('button', { name: nl.factors.passkeys.signInTitle }).click();
	await expect(page).toHaveURL(/\/desk$/);
	await keepCookies(page);

	await page.goto(`${origin}/${SCHOOL}/desk/people`);
	const samira = { name: 'Samira El Idrissi', email: 'samira@example.org', role: 'moderator' };
	await put(formFor(page, 'invite'), samira);
	const { link } = await mailTo(samira.email, 0);
	await put(formFor(page, 'code'), {});
	await expect(main(page)).toContainText(/[A-Z2-9]{4}-[A-Z2-9]{4}/);
	const made = /[A-Z2-9]{4}-[A-Z2-9]{4}/.exec(await main(page).innerText())?.[0] ?? '';
	const invited = await afresh(browser);
	await invited.goto(link);
	await invited.getByRole('button', { name: nl.access.link.go }).click();
	await expect(invited).toHaveURL(/\/me\/security\?back=/);
	await keepCookies(invited);
	const coded = await afresh(browser);
	await coded.goto(`${origin}/join?code=${keep('code to sign in with', made)}`);
	await send(formWith(coded, 'code'));
	await expect(coded).toHaveURL(/\/(confirm|me\/security)\?back=/);
	await keepCookies(coded);
}

/** What a browser signs to show a passkey: it serves once, and is nobody else's. */
async function keepChallenges(page: Page): Promise<void> {
	for (const form of await page.locator('form[data-options]').all()) {
		const options = JSON.parse((await form.getAttribute('data-options')) ?? '') as {
			readonly challenge: string;
		};
		keep('challenge', options.challenge, [Buffer.from(options.challenge, 'base64url')]);
	}
}

/** All that is written down: the file, its log of writes, what was printed, and the queues as text. */
function written(): Record<string, string> {
	const file = join(folder, 'school.db');
	return {
		file: readFileSync(file, 'latin1'),
		'log of writes': readFileSync(`${file}-wal`, 'latin1'),
		output: server.printed()
	};
}

test('no code, link, password or secret of any way in is written down, in whatever form', async ({
	browser
}) => {
	test.setTimeout(180_000);
	await asParent(browser);
	await asCoordinator(browser);
	expect(secrets.size).toBeGreaterThan(40);
	expect(foundIn(written(), secrets)).toEqual([]);

	await server.stop();
	const store = await openStore({ url: `file:${join(folder, 'school.db')}` });
	try {
		const queues = await Promise.all([mails, outbox].map((it) => store.read.select().from(it)));
		expect(queues[0]?.length).toBeGreaterThan(5);
		const kept = { queues: JSON.stringify(queues), ...written() };
		expect(foundIn(kept, secrets)).toEqual([]);

		// what is looked for is found where it is
		const inCapitals = (form: string) => form.replace(/[a-z]/g, (it) => it.toUpperCase());
		for (const [name, forms] of secrets)
			for (const form of forms)
				expect(foundIn({ output: `a ${inCapitals(form)} b` }, secrets)).toContain(
					`${name} in output`
				);
		await store.write((tx) => tx.update(people).set({ name: code }).where(eq(people.id, 'p')));
		expect(foundIn(written(), secrets).join()).toMatch(/code of a letter \d+ in log of writes/);
	} finally {
		await store.close();
	}
});
