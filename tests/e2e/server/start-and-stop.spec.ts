import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { DEMO_CLOCK } from '../../../src/demo/region.ts';
import type { DemoDoor } from '../../../src/demo/seed.ts';
import { start, type StartFailed } from '../../bench/measure.ts';

const SERVE = ['src/entry/serve.ts'];
let folder: string;
test.beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'samenspraak-'));
});
test.afterEach(() => {
	rmSync(folder, { recursive: true, force: true });
});

const settings = (more: Readonly<Record<string, string>> = {}) => ({
	DATABASE_URL: `file:${join(folder, 'school.db')}`,
	SECRET_KEY: '',
	PORT: '0',
	ORIGIN: '',
	CLOCK: DEMO_CLOCK,
	...more
});

/** Sends a form as a browser without script does, and answers with the cookie of the session. */
async function signIn(origin: string, path: string, body: string): Promise<string> {
	const answer = await fetch(`${origin}${path}`, {
		method: 'POST',
		redirect: 'manual',
		headers: {
			origin,
			accept: 'text/html',
			'content-type': 'application/x-www-form-urlencoded'
		},
		body
	});
	expect(answer.status).toBe(303);
	const cookie = answer.headers.getSetCookie().find((it) => it.startsWith('session='));
	return /^session=([^;]+)/.exec(cookie ?? '')?.[1] ?? '';
}

test('neither file nor log of writes nor anything printed holds a session, a code or a link as it is', async () => {
	test.setTimeout(120_000);
	const env = settings();
	await (await start(['src/entry/demo.ts'], env)).stop();
	const doors = JSON.parse(
		readFileSync(join(folder, 'school.db.doors.json'), 'utf8')
	) as DemoDoor[];
	const codes = doors.map(({ code }) => code).filter((code) => code !== '');
	const link = doors.find(({ path }) => path.startsWith('/join/'))?.path ?? '';

	const server = await start(SERVE, env);
	const origin = `http://localhost:${String(server.port)}`;
	const sessions = [await signIn(origin, link, '')];
	for (const code of codes) sessions.push(await signIn(origin, '/join', `code=${code}`));
	await fetch(`${origin}/join`, {
		method: 'POST',
		headers: { origin, 'content-type': 'application/x-www-form-urlencoded' },
		body: 'code=2222-2222'
	});

	const secrets = [
		...sessions,
		link.replace('/join/', ''),
		...codes,
		...codes.map((code) => code.replaceAll('-', ''))
	];
	expect(sessions.length).toBeGreaterThan(8);
	expect(secrets.filter((secret) => secret.length < 8)).toEqual([]);
	const kept = ['school.db', 'school.db-wal'].map((name) =>
		readFileSync(join(folder, name), 'latin1')
	);
	expect(kept.every((bytes) => bytes.length > 4096)).toBe(true);
	const everything = [...kept, server.printed()].join('\n').toUpperCase();
	expect(secrets.filter((secret) => everything.includes(secret.toUpperCase()))).toEqual([]);
	await server.stop();
});

test('a server that is asked to stop finishes, closes its database and ends well', async () => {
	const server = await start(SERVE, settings());
	const answer = await fetch(`http://localhost:${String(server.port)}/help`);
	expect(answer.status).toBe(200);
	expect(await server.stop()).toBe(0);
	const log = join(folder, 'school.db-wal');
	expect(existsSync(log) ? statSync(log).size : 0).toBe(0);
});

test('a wrong setting stops the start with a sentence that names it', async () => {
	for (const [name, value] of [
		['PORT', 'abc'],
		['DATABASE_URL', 'mysql://school'],
		['SECRET_KEY', 'short'],
		['CLOCK', 'yesterday'],
		['ORIGIN', 'school.nl/praat']
	] as const) {
		const failed = await start(SERVE, settings({ [name]: value })).then(
			() => null,
			(error: unknown) => error as StartFailed
		);
		expect(failed?.status).toBe(1);
		expect(failed?.message).toContain(`${name} must be`);
		expect(failed?.message).not.toContain('    at ');
	}
});
