import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { nl } from '../../../src/i18n/nl/index.ts';
import { fill } from '../../bench/fill.ts';
import { type Server, start } from '../../bench/measure.ts';
import { fillWaysIn, type WaysIn } from '../../bench/ways-in.ts';

let folder: string;
let server: Server;
let waysIn: WaysIn;

test.beforeAll(async () => {
	folder = mkdtempSync(join(tmpdir(), 'samenspraak-'));
	const url = `file:${join(folder, 'school.db')}`;
	await fill(url, 9);
	waysIn = await fillWaysIn(url, 1);
	server = await start(['src/entry/serve.ts'], {
		...{ DATABASE_URL: url, SECRET_KEY: '', PORT: '0', ORIGIN: '', CLOCK: '' }
	});
});
test.afterAll(async () => {
	await server.stop();
	rmSync(folder, { recursive: true, force: true });
});

/** All that is answered to a form, but for what was typed and the moment. */
async function answerTo(path: string, fields: Readonly<Record<string, string>>) {
	const origin = `http://localhost:${String(server.port)}`;
	const answer = await fetch(origin + path, {
		method: 'POST',
		redirect: 'manual',
		headers: { origin, accept: 'text/html', 'accept-language': 'nl' },
		body: new URLSearchParams(fields)
	});
	const typed = Object.values(fields)[0] ?? '';
	const page = (await answer.text()).replaceAll(typed, '…');
	const headers = [...answer.headers]
		.filter(([name]) => !['date', 'etag', 'content-length'].includes(name))
		.map(([name, value]) => [name, value.replace(/=[\w-]{20,}/g, '=…')]);
	return { status: answer.status, headers, page };
}

test('a code that is mistyped, blocked, replaced or over gets one and the same answer', async () => {
	const answers = [];
	for (const [code = ''] of Object.values(waysIn.codes))
		answers.push(await answerTo('/join', { code }));
	expect(answers).toHaveLength(5);
	expect(answers[0]?.page).toContain(nl.reasons['code.unknown']);
	for (const answer of answers) expect(answer).toEqual(answers[0]);
});

test('a wrong password gets one and the same answer, whoever has the address or nobody', async () => {
	const answers = [];
	for (const [email = ''] of Object.values(waysIn.addresses))
		answers.push(await answerTo('/sign-in/password', { email, password: 'iets anders' }));
	expect(answers).toHaveLength(4);
	expect(answers[0]?.page).toContain(nl.reasons['password.wrong']);
	for (const answer of answers) expect(answer).toEqual(answers[0]);
});
