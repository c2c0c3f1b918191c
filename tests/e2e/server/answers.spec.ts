import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { nl } from '../../../src/i18n/nl/index.ts';
import { type Server, start } from '../../bench/measure.ts';
import { freePort } from '../support/free-port.ts';

let folder: string;
let server: Server;
let origin: string;

/** A server that people reach as `localhost`, and by that name only. */
test.beforeAll(async () => {
	folder = mkdtempSync(join(tmpdir(), 'samenspraak-'));
	const port = await freePort();
	origin = `http://localhost:${port}`;
	server = await start(['src/entry/serve.ts'], {
		DATABASE_URL: `file:${join(folder, 'school.db')}`,
		SECRET_KEY: '',
		PORT: port,
		ORIGIN: origin,
		CLOCK: ''
	});
});
test.afterAll(async () => {
	await server.stop();
	rmSync(folder, { recursive: true, force: true });
});

const send = (path: string, type: string, body: string) =>
	fetch(`${origin}${path}`, {
		method: 'POST',
		redirect: 'manual',
		headers: { origin, accept: 'text/html', 'accept-language': 'nl', 'content-type': type },
		body
	});

function expectProtected({ headers, url, status }: Response): void {
	const about = `${String(status)} ${url}`;
	expect(headers.get('x-content-type-options'), about).toBe('nosniff');
	expect(headers.get('referrer-policy'), about).toBe('same-origin');
	expect(headers.get('content-security-policy'), about).toContain("frame-ancestors 'none'");
	expect(headers.get('cache-control'), about).toBeTruthy();
}

test('whatever is answered, what protects the reader goes with it', async () => {
	const form = 'application/x-www-form-urlencoded';
	const cases: [number, Promise<Response>][] = [
		[200, fetch(`${origin}/help`)],
		[200, fetch(`${origin}/help`)],
		[200, fetch(`${origin}/enhance.js`)],
		[308, fetch(`${origin}/help/`, { redirect: 'manual' })],
		[404, fetch(`${origin}/_app/immutable/nothing.js`)],
		[404, fetch(`${origin}/nowhere/consultations`)],
		[404, fetch(`${origin}/nowhere/consultations`, { method: 'HEAD' })],
		[404, send('/nowhere/consultations?/do', form, 'name=x')],
		[405, send('/help', form, 'name=x')],
		[400, fetch(`${origin}/%E0%A4%A`)],
		[403, fetch(`${origin}/join`, { method: 'POST', headers: { origin: 'http://school.evil' } })],
		[421, fetch(origin.replace('localhost', '127.0.0.1'))],
		[421, fetch(`${origin.replace('localhost', '127.0.0.1')}/favicon.svg`)]
	];
	for (const [status, asking] of cases) {
		const answer = await asking;
		expect(answer.status, answer.url).toBe(status);
		expectProtected(answer);
		await answer.arrayBuffer();
	}
});

test('a body that is no form is refused in words that say what to do, and is no bug', async () => {
	const before = server.printed();
	for (const type of ['text/plain', 'multipart/form-data; boundary=x']) {
		const answer = await send('/join', type, 'garbage');
		expect(answer.status).toBe(400);
		const page = await answer.text();
		expect(page).toContain(nl.reasons['form.unreadable']);
		expect(page).not.toContain(nl.reasons['input.invalid']);
	}
	expect(server.printed()).toBe(before);
});

test('what is sent to a page without a form is refused in words for whoever sent it', async () => {
	const answer = await send('/help', 'application/x-www-form-urlencoded', 'name=x');
	expect(answer.status).toBe(405);
	expect(await answer.text()).toContain(nl.access.error.nothingToSend);
});

test('a body that is too large is refused as too large', async () => {
	const large = `code=${'x'.repeat(600_000)}`;
	const answer = await send('/join', 'application/x-www-form-urlencoded', large);
	expect(answer.status).toBe(413);
	expect(await answer.text()).toContain(nl.access.error.tooLarge);
	const parts = `--x\r\nContent-Disposition: form-data; name="code"\r\n\r\n${large}\r\n--x--\r\n`;
	expect((await send('/join', 'multipart/form-data; boundary=x', parts)).status).toBe(413);
});
