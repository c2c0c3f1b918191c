import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { RequestEvent } from '@sveltejs/kit';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { handle, init } from './hooks.server.ts';
import { isEmpty, setUpInstallation } from '#features/people/server/set-up.ts';

const ORIGIN = 'http://localhost:3000';
const settings = vi.hoisted(() => ({
	CLOCK: '',
	DATABASE_AUTH_TOKEN: '',
	DATABASE_URL: '',
	MAIL_FROM: '',
	OIDC_ACR: '',
	OIDC_CLIENT_ID: '',
	OIDC_CLIENT_SECRET: '',
	OIDC_ISSUER: '',
	OIDC_NAME: '',
	ORIGIN: '',
	PORT: 3000,
	SECOND_FACTOR: 'offered',
	SECRET_KEY: 'a key for tests, of at least 32 characters',
	SMTP_URL: ''
}));
vi.mock('$app/env/private', () => settings);
vi.mock('$app/env', () => ({ building: false }));

const loadDemo = vi.hoisted(() => vi.fn<() => Promise<readonly never[]>>());
vi.mock('./demo/seed.ts', () => ({ loadDemo }));

const folder = mkdtempSync(join(tmpdir(), 'samenspraak-'));
let printed = '';

beforeAll(async () => {
	vi.spyOn(process.stdout, 'write').mockImplementation((text) =>
		Boolean((printed += String(text)))
	);
	settings.DATABASE_URL = `file:${join(folder, 'school.db')}`;
	await init();
});
afterAll(async () => {
	process.emit('sveltekit:shutdown' as never, 'SIGTERM' as never);
	await setTimeout(50);
	vi.restoreAllMocks();
	rmSync(folder, { recursive: true, force: true });
});

type Asked = {
	readonly method?: string;
	readonly headers?: Readonly<Record<string, string>>;
	readonly route?: string | null;
	readonly params?: Readonly<Record<string, string>>;
	readonly body?: string;
};

function asked(path: string, it: Asked = {}): RequestEvent {
	const { method = 'GET', headers = { origin: ORIGIN }, route = null, params = {}, body } = it;
	const url = new URL(path, ORIGIN);
	const event = {
		url,
		request: new Request(url, { method, headers, ...(body === undefined ? {} : { body }) }),
		params,
		route: { id: route },
		locals: {},
		cookies: { get: () => undefined, set: () => undefined },
		getClientAddress: () => '192.0.2.7'
	};
	return event as unknown as RequestEvent;
}

const done = () => Promise.resolve(new Response('done'));
type Resolve = (event: RequestEvent) => Promise<Response>;
const answerTo = (event: RequestEvent, resolve: Resolve = done) =>
	Promise.resolve(handle({ event, resolve }));

const NEEDED = {
	'x-content-type-options': 'nosniff',
	'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
	'referrer-policy': 'same-origin',
	'cross-origin-opener-policy': 'same-origin',
	'cache-control': 'no-store'
};
const headersOf = ({ headers }: Response) => Object.fromEntries(headers);

describe('every answer carries what protects who reads it', () => {
	test('what is no page: an export, a redirect, an answer of another make', async () => {
		const json = new Response('{}', { headers: { 'content-type': 'application/json' } });
		const away = new Response(null, { status: 303, headers: { location: '/' } });
		for (const made of [json, away])
			expect(
				headersOf(await answerTo(asked('/me/export'), () => Promise.resolve(made)))
			).toMatchObject(NEEDED);
		const rules = await answerTo(asked('/rules.json', { route: '/[scope]/rules/rules.json' }));
		expect(headersOf(rules)).toMatchObject({ ...NEEDED, 'cache-control': 'no-cache' });
	});

	test('what is refused at the door', async () => {
		const elsewhere = await answerTo(asked('http://school.evil/'));
		expect(elsewhere.status).toBe(421);
		expect(headersOf(elsewhere)).toMatchObject(NEEDED);
		const foreign = { method: 'POST', headers: { origin: 'http://school.evil' } };
		const forged = await answerTo(asked('/join', foreign));
		expect(forged.status).toBe(403);
		expect(headersOf(forged)).toMatchObject(NEEDED);
	});

	test('a page keeps the policy that was made for it', async () => {
		const own = { 'content-type': 'text/html', 'content-security-policy': "default-src 'self'" };
		const page = () => Promise.resolve(new Response('a page', { headers: own }));
		expect(headersOf(await answerTo(asked('/help'), page))).toMatchObject({
			...NEEDED,
			...own
		});
	});

	test('the plain page that remains when no other can be made keeps its style and nothing else', async () => {
		const plain = new Response('sorry', { status: 500, headers: { 'content-type': 'text/html' } });
		const answer = await answerTo(asked('/help'), () => Promise.resolve(plain));
		const policy = answer.headers.get('content-security-policy');
		expect(policy).toMatch(/^default-src 'none'; style-src 'unsafe-inline';/);
		expect(policy).toContain("frame-ancestors 'none'");
		expect(headersOf(answer)).toMatchObject({
			'x-content-type-options': 'nosniff',
			'cache-control': 'no-store'
		});
	});
});

test.each(['GET', 'HEAD', 'POST', 'PUT'])(
	'where there is no place, a %s is answered as somebody who looks, and nothing is done',
	async (method) => {
		const resolve = vi.fn<Resolve>(() => Promise.resolve(new Response('no', { status: 404 })));
		const body = method === 'POST' ? { body: 'name=x' } : {};
		const event = asked('/nowhere?/do', { method, params: { scope: 'nowhere' }, ...body });
		const answer = await answerTo(event, resolve);

		expect(headersOf(answer)).toMatchObject(NEEDED);
		const seen = resolve.mock.calls[0]?.[0];
		expect(seen?.locals.noSuchPlace).toBe(true);
		expect(seen?.request.method).toBe(method === 'HEAD' ? 'HEAD' : 'GET');
		expect(seen?.request.headers.get('origin')).toBe(ORIGIN);
	}
);

test('who asks for the example twice gets one, and after a failure may ask again', async () => {
	const [first, second] = [asked('/setup'), asked('/setup')];
	await Promise.all([answerTo(first), answerTo(second)]);
	const made = Promise.withResolvers<readonly never[]>();
	loadDemo.mockReturnValueOnce(made.promise);
	const answers = Promise.all([first.locals.loadDemo(), second.locals.loadDemo()]);
	const doors: readonly never[] = [];
	made.resolve(doors);
	expect(await answers).toEqual([doors, doors]);
	expect(loadDemo).toHaveBeenCalledTimes(1);

	loadDemo.mockRejectedValueOnce(new Error('a full disk')).mockResolvedValueOnce(doors);
	await expect(first.locals.loadDemo()).rejects.toThrow('a full disk');
	expect(await first.locals.loadDemo()).toBe(doors);
});

test('the key to the set-up is gone, in a process that runs, as soon as there is an organisation', async () => {
	const before = asked('/setup', { route: '/setup' });
	await answerTo(before);
	const { setupKey, ctx } = before.locals;
	expect(setupKey).toMatch(/^[0-9A-F]{4}(-[0-9A-F]{4}){3}$/);
	expect(printed).toContain(setupKey);

	const own = { organisation: 'obs De Proef', kind: 'school' };
	const input = { key: setupKey, name: 'Wies', email: 'wies@example.org', ...own };
	await setUpInstallation(ctx, setupKey, input);
	expect(await isEmpty(ctx.read)).toBe(false);
	const after = asked('/setup', { route: '/setup' });
	await answerTo(after);
	expect(after.locals.setupKey).toBeNull();
});
