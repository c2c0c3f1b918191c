import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { eq } from 'drizzle-orm';
import { electorate } from '../../../src/features/electorate/server/schema.ts';
import {
	householdMembers,
	households,
	people,
	sessions
} from '../../../src/features/people/server/schema.ts';
import { scopes } from '../../../src/features/scopes/server/schema.ts';
import { openStore } from '../../../src/kernel/server/db.ts';
import { sha256 } from '../../../src/kernel/server/hash.ts';
import { CONSULTATION, fill, SCHOOL } from '../../bench/fill.ts';
import { start } from '../../bench/measure.ts';

const BASE = `/${SCHOOL}/consultations/${CONSULTATION}`;
/** Addresses that no link on a page leads to, and those of the desk, which a parent may not see. */
const MORE = [
	...['/me', '/help', '/preferences', '/sign-out', '/setup', `${BASE}/rules/rules.json`],
	...['report', 'report/document.json', 'report/document.md', 'report/tally.csv'].map(
		(path) => `${BASE}/${path}`
	),
	...['', '/people', '/places', `/consultations/${CONSULTATION}`].map(
		(path) => `/${SCHOOL}/desk${path}`
	),
	...['codes', 'count', 'slips', 'themes', 'report', 'answers', 'evenings'].map(
		(path) => `/${SCHOOL}/desk/consultations/${CONSULTATION}/${path}`
	)
];

type Parent = {
	readonly token: string;
	/** What nobody else may meet: each is found nowhere but with this parent. */
	readonly marks: readonly string[];
};

let folder: string;
test.beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'samenspraak-'));
});
test.afterEach(() => {
	rmSync(folder, { recursive: true, force: true });
});

/** Two parents of one child: one household, one right, and an account of their own each. */
async function twoParents(url: string): Promise<readonly [Parent, Parent]> {
	const filled = await fill(url, 2);
	const tokens = [filled.reader, ...filled.voters];
	const store = await openStore({ url });
	const found = await store.write(async (tx) => {
		const [school] = await tx.select().from(scopes).where(eq(scopes.slug, SCHOOL));
		const home = { scopeId: school?.id ?? '', key: 'gezin-met-een-sleutel' };
		const [household] = await tx.insert(households).values(home).returning();
		const parents: Parent[] = [];
		for (const [n, token] of tokens.entries()) {
			const [session] = await tx
				.select()
				.from(sessions)
				.where(eq(sessions.id, sha256(token)));
			const personId = session?.personId ?? '';
			const first = `Kanarie${'AB'.charAt(n)}`;
			const own = {
				name: `${first} Veldhuis`,
				email: `kanarie.${String(n)}@example.org`,
				phone: `061234567${String(n)}`
			};
			await tx.update(people).set(own).where(eq(people.id, personId));
			await tx.insert(householdMembers).values({ householdId: household?.id ?? '', personId });
			parents.push({ token, marks: [first, own.email, own.phone, personId, token, sha256(token)] });
		}
		const [kept] = await tx.select().from(electorate);
		await tx.delete(electorate);
		if (kept)
			await tx
				.insert(electorate)
				.values({ ...kept, personId: null, householdId: household?.id ?? '' });
		return parents;
	});
	await store.close();
	const [first, second] = found;
	if (!first || !second) throw new Error('two parents were to be made');
	return [first, second];
}

/** Everything this parent can come to by links and forms that only look, and what it says. */
async function walk(origin: string, { token }: Parent): Promise<ReadonlyMap<string, string>> {
	const seen = new Map<string, string>();
	const todo = ['/', ...MORE];
	for (let path = todo.shift(); path !== undefined && seen.size < 300; path = todo.shift()) {
		if (seen.has(path)) continue;
		const answer = await fetch(origin + path, {
			redirect: 'manual',
			headers: { cookie: `session=${token}`, accept: 'text/html' }
		});
		const body = await answer.text();
		seen.set(path, `${JSON.stringify([...answer.headers])}\n${body}`);
		const links = [
			answer.headers.get('location'),
			...[...body.matchAll(/(?:href|src)="([^"]+)"/g)].map(([, it]) => it)
		];
		for (const link of links) {
			const to = URL.parse((link ?? '').replaceAll('&amp;', '&'), origin + path);
			if (to?.origin === origin && !to.pathname.startsWith('/_app/'))
				todo.push(to.pathname + to.search);
		}
	}
	return seen;
}

test('two parents of one child find nothing of each other on any page, in any file, in any export', async () => {
	test.setTimeout(120_000);
	const url = `file:${join(folder, 'school.db')}`;
	const [one, other] = await twoParents(url);
	const server = await start(['src/entry/serve.ts'], {
		DATABASE_URL: url,
		SECRET_KEY: '',
		PORT: '0',
		ORIGIN: '',
		CLOCK: ''
	});
	const origin = `http://localhost:${String(server.port)}`;
	const send = (path: string, body: Readonly<Record<string, string>>) =>
		fetch(origin + path, {
			method: 'POST',
			redirect: 'manual',
			headers: { cookie: `session=${other.token}`, origin, accept: 'text/html' },
			body: new URLSearchParams(body)
		});
	try {
		// what the other did shows as done by somebody, or as done by the family
		const said = 'Wij redden dat wel met de opvang.';
		const posted = await send(`${BASE}/panels/gesprek-20?/post`, { body: said });
		expect(posted.status).toBe(303);
		expect((await send(`${BASE}/polls/tijden?/vote`, { choice: 'b' })).status).toBe(303);

		const asked = 'Mag ik dit alleen aan u vragen?';
		expect((await send(`${BASE}/questions?/ask`, { body: asked })).status).toBe(303);

		const pages = await walk(origin, one);
		expect(pages.size).toBeGreaterThan(40);
		for (const path of ['/me', `${BASE}/polls/tijden`, `${BASE}/panels/gesprek-20`])
			expect([...pages.keys()]).toContain(path);
		expect([...pages.keys()]).toContain(`${BASE}/questions`);
		expect([...pages.values()].join()).toContain(said);
		expect([...pages.values()].join()).not.toContain(asked);
		const own = pages.get('/me') ?? '';
		expect(one.marks.filter((mark) => own.includes(mark))).not.toEqual([]);
		for (const [path, page] of pages)
			expect({ path, found: other.marks.filter((mark) => page.includes(mark)) }).toEqual({
				path,
				found: []
			});
		for (const [path, page] of await walk(origin, other))
			expect({ path, found: one.marks.filter((mark) => page.includes(mark)) }).toEqual({
				path,
				found: []
			});
	} finally {
		await server.stop();
	}
});
