import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeSignInLink } from '../../../src/features/people/server/make-sign-in-link.ts';
import { memberships, people } from '../../../src/features/people/server/schema.ts';
import { scopes } from '../../../src/features/scopes/server/schema.ts';
import { nl } from '../../../src/i18n/nl/index.ts';
import { openStore } from '../../../src/kernel/server/db.ts';
import { type Server, start } from '../../bench/measure.ts';
import { aSink, type Sink } from '../../support/smtp.ts';
import { freePort } from '../support/free-port.ts';
import { expect, expectAccessible, formFor, send, test } from '../support/walk.ts';

const SCHOOLS = 200;
const words = nl.imports.schools;
let folder: string;
let sink: Sink;
let server: Server;
let origin: string;
let token: string;

/** An alliance without schools, somebody in charge of it who has a link, and a mail server. */
test.beforeEach(async () => {
	folder = mkdtempSync(join(tmpdir(), 'samenspraak-'));
	sink = await aSink();
	const url = `file:${join(folder, 'alliance.db')}`;
	const store = await openStore({ url });
	token = await store.write(async (tx) => {
		const place = { id: 'a', path: '/home/a/', slug: 'streek', name: 'De Streek' };
		await tx.insert(scopes).values({ ...place, kind: 'alliance' });
		await tx.insert(people).values({ id: 'c', name: 'Hanneke Vos', email: 'hanneke@example.org' });
		await tx.insert(memberships).values({ scopeId: 'a', personId: 'c', role: 'coordinator' });
		return makeSignInLink(tx, new Date(), { personId: 'c', returnTo: '/streek/desk' });
	});
	await store.close();
	const port = await freePort();
	origin = `http://localhost:${port}`;
	server = await start(['src/entry/serve.ts'], {
		...{ DATABASE_URL: url, SECRET_KEY: '', PORT: port, ORIGIN: origin, CLOCK: '' },
		...{ SMTP_URL: sink.url, MAIL_FROM: 'praatmee@school.example' }
	});
});
test.afterEach(async () => {
	await server.stop();
	await sink.close();
	rmSync(folder, { recursive: true, force: true });
});

test('200 schools come from one file, and who is in charge of one comes in by mail and sees only that one', async ({
	page,
	browser
}) => {
	test.setTimeout(180_000);
	await page.goto(`${origin}/join/${token}`);
	await send(page.locator('main form').first());
	await page.goto(`${origin}/streek/desk/places/schools`);
	const rows = Array.from({ length: SCHOOLS }, (_, nth) => {
		const n = String(nth + 1);
		return `School ${n};Bestuur ${String((nth % 9) + 1)};Beheerder School;hoofd@school${n}.example`;
	});
	const list = ['School;Bestuur;Beheerder;E-mail beheerder', ...rows].join('\r\n');
	await page.locator('[name=file]').setInputFiles({
		...{ name: 'scholen.csv', mimeType: 'text/csv', buffer: Buffer.from(list) }
	});
	await send(formFor(page, 'check'));
	await expect(page.locator('h1')).toHaveText(words.ready);
	await expect(page.locator('#rows').locator('..').locator('tbody tr')).toHaveCount(SCHOOLS);
	await send(formFor(page, 'create'));
	await expect(page.getByRole('status')).toContainText(words.doneText('200', '200', '200'));

	await page.getByRole('link', { name: words.toPlaces }).click();
	await expect(page.locator('tbody tr')).toHaveCount(50);
	await page.getByRole('link', { name: nl.scopes.nextPage }).click();
	await expect(page.locator('tbody tr')).toHaveCount(50);
	await expectAccessible(page);

	await expect.poll(() => sink.arrived.length, { timeout: 120_000 }).toBe(SCHOOLS);
	expect(new Set(sink.arrived.map(({ to }) => to)).size).toBe(SCHOOLS);
	const mine = sink.arrived.find(({ to }) => to === 'hoofd@school17.example');
	expect(mine?.mail.subject).toBe(nl.mails.invitation.subject('School 17'));
	const link = /http\S+\/join\/[0-9a-f]{64}/.exec(mine?.mail.text ?? '')?.[0] ?? '';
	const own = await (await browser.newContext({ locale: 'nl-NL' })).newPage();
	await own.goto(link);
	await send(own.locator('main form').first());
	await expect(own).toHaveURL(`${origin}/school-17/desk`);
	await expect(own.locator('main')).toContainText('School 17');
	for (const place of ['school-18', 'bestuur-8', 'streek']) {
		const answer = await own.goto(`${origin}/${place}/desk`);
		expect(answer?.status(), place).toBe(403);
	}
});
