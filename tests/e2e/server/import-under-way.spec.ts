import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { importRows } from '../../../src/features/imports/server/schema.ts';
import { households, people } from '../../../src/features/people/server/schema.ts';
import { nl } from '../../../src/i18n/nl/index.ts';
import { openStore } from '../../../src/kernel/server/db.ts';
import type { Server } from '../../bench/measure.ts';
import { aSchoolOnDisk, Desk, serve, urlIn } from '../../support/desk.ts';

const words = nl.imports;
/** A list is read while its page is asked for; a quick moment needs a longer one. */
const LENGTHS = [12_000, 24_000, 45_000];

const letters = (n: number) =>
	Array.from(String(n), (it) => 'abcdefghij'.charAt(Number(it))).join('');
const listOf = (families: number) => {
	const rows = Array.from(
		{ length: families },
		(_, n) => `G-${String(n)};Ouder ${letters(n)};ouder${String(n)}@example.org`
	);
	return new File([['Gezinscode;Naam ouder 1;E-mail ouder 1', ...rows].join('\n')], 'lijst.csv');
};

let folder: string;
let token: string;
let server: Server;
let desk: Desk;
const begin = async () => {
	server = await serve(folder);
	desk = new Desk(server, token);
};
test.beforeEach(async () => {
	folder = mkdtempSync(join(tmpdir(), 'samenspraak-'));
	token = await aSchoolOnDisk(folder);
	await begin();
});
test.afterEach(async () => {
	await server.stop();
	rmSync(folder, { recursive: true, force: true });
});

/** The page of a list that is still being read, and how many families are in it. */
async function underWay() {
	for (const families of LENGTHS) {
		const page = await desk.send(listOf(families));
		if (page.body.includes('<progress')) return { page, families };
	}
	throw new Error('every list was read before its page came');
}

/** What is in the database of a server that does not run: rows that wait, families, and people. */
async function kept() {
	const { read, close } = await openStore({ url: urlIn(folder) });
	const counts = [
		await read.$count(importRows),
		await read.$count(households),
		await read.$count(people)
	];
	await close();
	return counts;
}

test('a long list shows how far it is, and stopping it leaves nothing', async () => {
	const { page, families } = await underWay();
	expect(page.body).toContain(`<progress max="${String(families + 1)}" value="`);
	const at = Number(/<progress max="\d+" value="(\d+)"/.exec(page.body)?.[1]);
	expect(at).toBeGreaterThan(0);
	const stopped = await desk.post(`${page.path}?/cancel`, {});
	expect(stopped.body).toContain(words.cancelledText);
	// also when what was under way has had the time to go on
	await new Promise((done) => setTimeout(done, 1500));
	expect((await desk.get(page.path)).body).toContain(words.cancelledText);
	await server.stop();
	expect(await kept()).toEqual([0, 0, 1]);
	await begin();
});

for (const how of ['SIGTERM', 'SIGKILL'] as const)
	test(`a server that gets ${how} while it reads a list has nothing of it, and says so`, async () => {
		const { page } = await underWay();
		await server.stop(how);
		await begin();
		const after = await desk.get(page.path);
		expect(after.body).not.toContain('<progress');
		expect(after.body).toContain(words.brokenText);
		await server.stop();
		expect(await kept()).toEqual([0, 0, 1]);
		await begin();
		// the same list can be brought in again
		const again = await desk.read(listOf(20));
		expect((await desk.post(`${again.path}?/apply`, {})).body).toContain(words.doneText);
	});

test('a server that dies while it adds a list has added all of it or nothing', async () => {
	const page = await desk.read(listOf(3000));
	expect(page.body).toContain(words.ready);
	const pressed = desk.post(`${page.path}?/apply`, {}).catch(() => null);
	await new Promise((done) => setTimeout(done, 150));
	await server.stop('SIGKILL');
	await pressed;
	const counts = await kept();
	expect([0, 3000]).toContain(counts[1]);
	await begin();
	const after = await desk.get(page.path);
	if (counts[1] === 3000) expect(after.body).toContain(words.doneText);
	else {
		expect(after.body).toContain(words.ready);
		expect((await desk.post(`${page.path}?/apply`, {})).body).toContain(words.doneText);
	}
	await server.stop();
	expect(await kept()).toEqual([0, 3000, 3001]);
	await begin();
});

test('of two lists at one school at the same time the later one stays, whole', async () => {
	const { page: first } = await underWay();
	const second = await desk.read(listOf(50));
	expect(second.body).toContain(words.ready);
	expect((await desk.settled(first)).path).toBe(first.path);
	expect((await desk.get(first.path)).body).toContain(words.cancelledText);
	expect((await desk.post(`${first.path}?/apply`, {})).body).toContain(nl.reasons['import.over']);
	await desk.post(`${second.path}?/apply`, {});
	await server.stop();
	expect(await kept()).toEqual([0, 50, 51]);
	await begin();
});
