import { once } from 'node:events';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test, vi } from 'vitest';
import { enterByProvider } from './enter-by-provider.ts';
import { openProvider } from './provider.ts';
import { startSignOn } from './start-sign-on.ts';
import { providerIn } from '../settings.ts';
import { Conflict } from '#kernel/errors.ts';
import { Walker } from '#tests/support/provider.ts';
import { aSchoolWithProvider, ours, SITE } from '#tests/support/sign-on.ts';
import { aSchool } from '#tests/support/world.ts';

const away = new Conflict('sign-on.away');
const wrong = new Conflict('sign-on.wrong');
const EMAIL = 'wies@school.example';

/** What is printed from now on. */
function listen(): () => string {
	let printed = '';
	const spy = vi
		.spyOn(process.stdout, 'write')
		.mockImplementation((text) => Boolean((printed += String(text))));
	onTestFinished(() => spy.mockRestore());
	return () => printed;
}

/** Something that answers at an address, other than a provider should. */
async function atAddress(answer: http.RequestListener): Promise<string> {
	const server = http.createServer(answer).listen(0, '127.0.0.1');
	await once(server, 'listening');
	onTestFinished(() => {
		server.closeAllConnections();
		server.close();
	});
	return `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
}

async function begin(issuer: string) {
	const school = await aSchool();
	const provider = ours({ issuer, clientId: 'samenspraak', clientSecret: 'x' });
	return startSignOn(school.guest(), provider, SITE, null);
}

test('a try to sign in asks for a code with PKCE, state and nonce, of the address and no more', async () => {
	const { provider, school } = await aSchoolWithProvider();
	const { address, journey } = await startSignOn(school.guest(), provider, SITE, null);
	const asked = Object.fromEntries(address.searchParams);
	expect(asked).toMatchObject({
		response_type: 'code',
		scope: 'openid email',
		client_id: 'samenspraak',
		redirect_uri: 'http://localhost:3000/sign-in/oidc/callback',
		code_challenge_method: 'S256',
		max_age: '28800',
		acr_values: 'hoog'
	});
	for (const name of ['state', 'nonce', 'code_challenge'])
		expect(asked[name]?.length).toBeGreaterThan(40);
	// what the browser alone has does not go with it
	expect(address.href).not.toContain(journey.secret);
	expect(address.href).not.toContain('a secret that');
});

test('a provider that is down, answers nothing or an error is away; back again it is used', async () => {
	listen();
	const gone = await atAddress(() => undefined);
	await expect(begin('http://127.0.0.1:9')).rejects.toEqual(away);
	const failing = await atAddress((_, response) => response.writeHead(503).end('no'));
	await expect(begin(failing)).rejects.toEqual(away);
	const began = performance.now();
	await expect(begin(gone)).rejects.toEqual(away);
	expect(performance.now() - began).toBeLessThan(8_000);

	let isUp = false;
	const issuer: string = await atAddress((_, response) => {
		response.writeHead(isUp ? 200 : 500, { 'content-type': 'application/json' });
		response.end(JSON.stringify({ issuer, authorization_endpoint: `${issuer}/auth` }));
	});
	const provider = ours({ issuer, clientId: 'samenspraak', clientSecret: 'x' });
	const passage = { redirectUri: SITE.href, state: 's', nonce: 'n', verifier: 'v'.repeat(43) };
	await expect(provider.addressFor(passage, false)).rejects.toEqual(away);
	isUp = true;
	expect((await provider.addressFor(passage, true)).searchParams.get('prompt')).toBe('login');
});

test('what tells of another provider than was set, or of none, is not believed', async () => {
	const printed = listen();
	const other = await atAddress((_, response) => {
		response.setHeader('content-type', 'application/json');
		response.end(JSON.stringify({ issuer: 'https://evil.example' }));
	});
	await expect(begin(other)).rejects.toEqual(wrong);
	const page = await atAddress((_, response) => response.end('<html>Welkom</html>'));
	await expect(begin(page)).rejects.toEqual(wrong);
	const elsewhere = await atAddress((_, response) =>
		response.writeHead(302, { location: 'https://evil.example' }).end()
	);
	await expect(begin(elsewhere)).rejects.toThrow(Conflict);
	expect(printed()).not.toContain('evil.example');
	// whoever keeps the server sees what it is
	expect(printed()).toContain('OAUTH_JSON_ATTRIBUTE_COMPARISON_FAILED');
});

test('elsewhere than on this machine a provider is asked by https only', async () => {
	listen();
	const settings = providerIn({
		issuer: 'https://school.example',
		clientId: 'samenspraak',
		clientSecret: 'x',
		name: '',
		acr: ''
	});
	if (!settings) throw new Error('there are settings');
	const asked = vi.spyOn(globalThis, 'fetch');
	onTestFinished(() => asked.mockRestore());
	const plain = openProvider({ ...settings, issuer: new URL('http://school.example') });
	const passage = { redirectUri: SITE.href, state: 's', nonce: 'n', verifier: 'v'.repeat(43) };
	await expect(plain.addressFor(passage, false)).rejects.toEqual(wrong);
	expect(asked).not.toHaveBeenCalled();
});

/** From the moment that a token was given our clock is two hours later than that of the provider. */
function shiftOurClock(): void {
	const { fetch: ask } = globalThis;
	const now = Date.now.bind(Date);
	const asking = vi.spyOn(globalThis, 'fetch').mockImplementation(async (...asked) => {
		const answer = await ask(...asked);
		if (answer.url.endsWith('/token')) clock.mockImplementation(() => now() + 7_200_000);
		return answer;
	});
	const clock = vi.spyOn(Date, 'now');
	onTestFinished(() => [asking, clock].forEach((it) => it.mockRestore()));
}

test.each([
	['whose clock is hours from ours', {}, 'OAUTH_JWT_TIMESTAMP_CHECK_FAILED'],
	[
		'that knows another secret of us',
		{ clientSecret: 'another secret' },
		'OAUTH_WWW_AUTHENTICATE_CHALLENGE'
	]
])('an answer of a provider %s is not believed, and the log says why', async (_, other, code) => {
	const printed = listen();
	const world = await aSchoolWithProvider();
	world.knows('a-subject-that-tells', { email: EMAIL });
	const provider = ours({ ...world.there, ...other });
	const ctx = world.school.guest();
	const { journey, address } = await startSignOn(ctx, provider, SITE, null);
	const answer = await new Walker().signIn(address, 'a-subject-that-tells');
	if (code.includes('TIMESTAMP')) shiftOurClock();
	await expect(enterByProvider(ctx, provider, journey, answer)).rejects.toEqual(wrong);

	expect(printed()).toContain(code);
	const secrets = ['code', 'state'].map((it) => answer.searchParams.get(it) ?? '');
	for (const hidden of [...secrets, EMAIL, 'a-subject-that-tells', 'another secret'])
		expect(printed()).not.toContain(hidden);
});

test('a provider that goes down while somebody is there is away when they come back', async () => {
	listen();
	const world = await aSchoolWithProvider();
	world.knows('wies', { email: EMAIL });
	const returned = await world.goes('wies');
	await world.there.close();
	await expect(world.comesIn(returned)).rejects.toEqual(away);
});

test('of what somebody puts in the address of an answer no sentence comes into the log', async () => {
	const printed = listen();
	const world = await aSchoolWithProvider();
	for (const error of ['wies@school.example', 'a\nline', 'x'.repeat(90), 'login_required']) {
		const { journey, answer } = await world.goes(null);
		answer.searchParams.set('error', error);
		await expect(world.comesIn({ journey, answer })).rejects.toEqual(wrong);
	}
	const codes = printed()
		.trim()
		.split('\n')
		.map((it) => (JSON.parse(it) as { code: string }).code);
	expect(codes).toEqual(['other', 'other', 'other', 'login_required']);
});
