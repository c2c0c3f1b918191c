import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, expect, type Page, test } from '@playwright/test';
import { eq } from 'drizzle-orm';
import { memberships, people, sessions } from '../../../src/features/people/server/schema.ts';
import type { ReportDocument } from '../../../src/features/reports/document.ts';
import { scopes } from '../../../src/features/scopes/server/schema.ts';
import { nl } from '../../../src/i18n/nl/index.ts';
import { newId } from '../../../src/kernel/ids.ts';
import { openStore } from '../../../src/kernel/server/db.ts';
import { sha256 } from '../../../src/kernel/server/hash.ts';
import { dayOf } from '../../../src/kernel/time.ts';
import { CONSULTATION, fill, SCHOOL } from '../../bench/fill.ts';
import { type Server, start } from '../../bench/measure.ts';
import { fill as fillIn, formFor, send } from '../support/walk.ts';

const DAY = 24 * 60 * 60_000;
const PLAN = `/${SCHOOL}/desk/consultations/${CONSULTATION}`;
const LETTERS = 30;
/** So many that no cell by channel is hidden. */
const ONLINE = 12;
const words = nl.polls.slips;

let folder: string;
let server: Server | undefined;
test.beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'samenspraak-'));
});
test.afterEach(async () => {
	await server?.stop();
	rmSync(folder, { recursive: true, force: true });
});

const urlIn = () => `file:${join(folder, 'school.db')}`;
const STAFF = ['coordinator', 'moderator', 'moderator', 'council', 'council'] as const;

/** Thirty parents of one class, twelve more of the school, and who works there, signed in. */
async function aClass() {
	const filled = await fill(urlIn(), LETTERS + ONLINE + 1);
	const store = await openStore({ url: urlIn() });
	const tokens = STAFF.map(() => `s${newId()}${newId()}`);
	await store.write(async (tx) => {
		const [school] = await tx.select().from(scopes).where(eq(scopes.slug, SCHOOL));
		if (!school) throw new Error('a school was to be made');
		const group = { id: newId(), slug: 'groep-6', name: 'Groep 6', kind: 'group' as const };
		await tx.insert(scopes).values({ ...group, path: `${school.path}${group.id}/` });
		const online = filled.voters.slice(0, ONLINE).map(sha256);
		const others = await tx.select({ id: sessions.id, personId: sessions.personId }).from(sessions);
		const ofClass = others
			.filter(({ id }) => !online.includes(id) && id !== sha256(filled.reader))
			.map(({ personId }) => ({ scopeId: group.id, personId, role: 'parent' as const }));
		await tx.insert(memberships).values(ofClass);
		for (const [n, role] of STAFF.entries()) {
			const personId = newId();
			await tx.insert(people).values({ id: personId, name: `${role} ${String(n)}` });
			await tx.insert(memberships).values({ scopeId: school.id, personId, role });
			await tx.insert(sessions).values({
				...{ id: sha256(tokens[n] ?? ''), personId, device: '', beganOn: dayOf(new Date()) },
				expiresAt: new Date(Date.now() + DAY),
				endsAt: new Date(Date.now() + DAY)
			});
		}
	});
	await store.close();
	return { tokens, online: filled.voters.slice(0, ONLINE), pollPath: filled.pollPath };
}

async function serve(clock = ''): Promise<string> {
	await server?.stop();
	server = await start(['src/entry/serve.ts'], {
		...{ DATABASE_URL: urlIn(), SECRET_KEY: '', PORT: '0', ORIGIN: '', CLOCK: clock }
	});
	return `http://localhost:${String(server.port)}`;
}

/** A browser of its own in which somebody is signed in. */
async function pageOf(browser: Browser, origin: string, token: string): Promise<Page> {
	const context = await browser.newContext({ baseURL: origin, acceptDownloads: true });
	await context.addCookies([{ name: 'session', value: token, url: origin }]);
	return context.newPage();
}

async function enter(page: Page, code: string, choice: string): Promise<void> {
	await page.goto(`${PLAN}/slips`);
	const form = formFor(page, 'enter');
	await fillIn(form, { code, choice: [choice] });
	await send(form);
}

test('thirty letters of a class, twelve slips entered by two people: totals are right, a double one is listed', async ({
	browser
}) => {
	test.setTimeout(180_000);
	const { tokens, online, pollPath } = await aClass();
	const origin = await serve();
	const as = (nth: number, at = origin) => pageOf(browser, at, tokens[nth] ?? '');

	const coordinator = await as(0);
	await coordinator.goto(`${PLAN}/codes`);
	await fillIn(formFor(coordinator, 'issue'), { place: 'groep-6' });
	await send(formFor(coordinator, 'issue'));
	const codes = await coordinator.locator('.l-big').allTextContents();
	expect(new Set(codes).size).toBe(LETTERS);
	const waiting = coordinator.waitForEvent('download');
	await send(coordinator.locator('form[action$="/letters.pdf"]'));
	const pdf = readFileSync(await (await waiting).path(), 'latin1');
	expect(pdf.match(/\/Type\s*\/Page\b/g)?.length).toBe(LETTERS);

	// two people enter in turns, seven slips for one answer and five for another
	const two = [await as(1), await as(2)];
	for (const [n, code] of codes.slice(0, 12).entries()) {
		const page = two[n % 2] ?? coordinator;
		await enter(page, code, n < 7 ? 'a' : 'b');
		await expect(page.getByRole('status')).toContainText(words.said.counted);
	}
	// a slip that the one entered is refused to the other, and both find it in the list
	const [first, second] = two;
	if (!first || !second) throw new Error('two people were to enter slips');
	await enter(second, codes[0] ?? '', 'b');
	await expect(second.getByRole('alert')).toContainText(words.said.double);
	await first.goto(`${PLAN}/slips`);
	await expect(
		first.getByRole('row').filter({ hasText: (codes[0] ?? '').slice(0, 4) })
	).toContainText(words.outcome.double);
	const entered = first.locator('aside, .side').first();
	await expect(entered).toContainText(new RegExp(`${words.outcome.counted}\\s*12`));
	await expect(entered).toContainText(new RegExp(`${words.outcome.double}\\s*1(?!\\d)`));
	// others vote online
	for (const [n, token] of online.entries()) {
		const vote = await fetch(`${origin}${pollPath}?/vote`, {
			...{
				method: 'POST',
				redirect: 'manual',
				body: new URLSearchParams({ choice: 'ab'.charAt(n % 2) })
			},
			headers: { cookie: `session=${token}`, origin }
		});
		expect(vote.status).toBe(303);
	}

	const after = new Date(Date.now() + 31 * DAY).toISOString().replace(/\.\d+/, '');
	const later = await serve(after);
	for (const nth of [3, 4]) {
		const council = await as(nth, later);
		await council.goto(`${PLAN}/count`);
		await send(formFor(council, 'confirm'));
	}
	const council = await as(3, later);
	await council.goto(`${PLAN}/count`);
	await expect(council.locator('main')).toContainText(nl.polls.count.closed);
	await council.goto(pollPath);
	const result = council.locator('main');
	await expect(result).toContainText('24 van de 43');
	await expect(result).toContainText('13 (54,2%)');
	await expect(result).toContainText('11 (45,8%)');

	await council.goto(`${PLAN}/themes`);
	const make = formFor(council, 'make');
	await fillIn(make, { title: 'Rust in de dag', summary: 'Vaste tijden geven rust.' });
	await send(make);
	await council.goto(`${PLAN}/report`);
	const told = ['outcome', 'meaning', 'minority', 'position', 'next'];
	await fillIn(
		formFor(council, 'save'),
		Object.fromEntries(told.map((name) => [name, 'De meeste ouders willen het zo houden.']))
	);
	await council.getByRole('button', { name: nl.reports.desk.publish }).click();
	await expect(council).toHaveURL(new RegExp(`/${SCHOOL}/consultations/${CONSULTATION}/report`));
	const asked = await fetch(`${council.url()}/document.json`);
	const document = (await asked.json()) as Pick<ReportDocument, 'polls'>;
	expect(document.polls[0]?.channels).toEqual([
		{ ids: ['online'], people: ONLINE },
		{ ids: ['paper'], people: 12 }
	]);
});
