import { once } from 'node:events';
import http, { type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test, vi } from 'vitest';
import { type Handler, listenerFor } from './listener.ts';

const SCHOOL = new URL('https://praatmee.school.example');
const NO_PROXY = { protocol: false, host: false };
const page: Handler = (_, res) => res.setHeader('x-guest-cache', '10').end('a page');

type Settings = Partial<Parameters<typeof listenerFor>[1]>;

/** A server that answers as ours does; asks it for a path under the name of a host. */
async function aServer(handler: Handler, { origin, proxy = NO_PROXY }: Settings = {}) {
	const server = http.createServer(listenerFor(handler, { origin, proxy }));
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	onTestFinished(() => {
		server.closeAllConnections();
		server.close();
	});
	const { port } = server.address() as AddressInfo;
	return async (host: string, path = '/', more: Readonly<Record<string, string>> = {}) => {
		const options = { host: '127.0.0.1', port, path, headers: { host, ...more } };
		const [answer] = (await once(http.get(options), 'response')) as [IncomingMessage];
		let body = '';
		for await (const chunk of answer.setEncoding('utf8')) body += chunk as string;
		return { status: answer.statusCode, headers: answer.headers, body };
	};
}

test('where an origin is set, only its host is answered: no page, no copy of one and no file', async () => {
	const handler = vi.fn(page);
	const ask = await aServer(handler, { origin: SCHOOL });
	expect((await ask('praatmee.school.example')).status).toBe(200);
	expect((await ask('PraatMee.School.example:443')).status).toBe(200);

	handler.mockClear();
	const others = ['school.evil', 'praatmee.school.example.evil', 'praatmee.school.example:8443'];
	for (const host of [...others, 'localhost:3000', '127.0.0.1', 'x@praatmee.school.example'])
		for (const path of ['/', '/favicon.svg']) expect((await ask(host, path)).status).toBe(421);
	expect(handler).not.toHaveBeenCalled();
});

test('without an origin every name of this machine is answered, and no other', async () => {
	const ask = await aServer(page);
	for (const host of ['localhost:3000', 'localhost', '127.0.0.1:4317', '[::1]:3000'])
		expect((await ask(host)).status).toBe(200);
	for (const host of ['school.evil', 'localhost.evil:3000', '192.168.1.4:3000'])
		expect((await ask(host)).status).toBe(421);
});

test('behind a proxy that tells the host in a header of its own, the application decides', async () => {
	const ask = await aServer(page, { origin: SCHOOL, proxy: { protocol: true, host: true } });
	expect((await ask('127.0.0.1:3000')).status).toBe(200);
});

test('the application is told the origin that was set, whatever a guest says it is', async () => {
	const told: unknown[] = [];
	const handler: Handler = ({ headers }, res) => {
		told.push([headers['x-samenspraak-proto'], headers['x-samenspraak-host']]);
		res.end();
	};
	const lies = { 'x-samenspraak-proto': 'http', 'x-samenspraak-host': 'school.evil' };
	const ask = await aServer(handler, { origin: SCHOOL });
	await ask('praatmee.school.example', '/', lies);
	const local = await aServer(handler);
	await local('localhost:3000', '/', lies);
	expect(told).toEqual([
		['https', 'praatmee.school.example'],
		['http', 'localhost:3000']
	]);
});

const NEEDED = {
	'x-content-type-options': 'nosniff',
	'referrer-policy': 'same-origin',
	'content-security-policy': expect.stringMatching(
		/^default-src 'none';.* frame-ancestors 'none'$/
	) as string
};

test('what is answered around the application carries its headers too', async () => {
	const ask = await aServer((req, res, next) => {
		if (req.url === '/enhance.js') res.writeHead(200, { etag: '"1"' }).end('file');
		else if (req.url === '/moved') res.writeHead(308, { location: './there' }).end();
		else next();
	});
	const cases = [
		['localhost', '/enhance.js', 200, 'no-cache'],
		['localhost', '/moved', 308, 'no-cache'],
		['localhost', '/nothing', 404, 'no-cache'],
		['school.evil', '/', 421, 'no-store']
	] as const;
	for (const [host, path, status, cache] of cases) {
		const answer = await ask(host, path);
		expect(answer.status).toBe(status);
		expect(answer.headers).toMatchObject({ ...NEEDED, 'cache-control': cache });
	}
});

test('what the application says of a page itself is what goes out, also from memory', async () => {
	const own = { 'content-security-policy': "default-src 'self'", 'cache-control': 'no-cache' };
	const ask = await aServer((_, res) => {
		for (const [name, value] of Object.entries({ ...own, 'x-guest-cache': '10' }))
			res.setHeader(name, value);
		res.end('a page');
	});
	for (const answer of [await ask('localhost'), await ask('localhost')]) {
		expect(answer.headers).toMatchObject(own);
		expect(answer.headers).toHaveProperty('etag');
		expect(answer.headers).not.toHaveProperty('x-guest-cache');
	}
});

test('an answer that goes wrong ends that answer only', async () => {
	const told = vi.spyOn(console, 'error').mockImplementation(() => undefined);
	const ask = await aServer((req, res) => {
		if (req.url === '/wrong') throw new Error('a bug');
		res.end('a page');
	});
	await expect(ask('localhost', '/wrong')).rejects.toThrow();
	expect(told).toHaveBeenCalled();
	expect((await ask('localhost')).status).toBe(200);
});

test('what does not say how long it is, is cut off, a list that is read in later than the rest', async () => {
	const handler: Handler = (req, res) => {
		let size = 0;
		req.on('data', (chunk: Buffer) => (size += chunk.length));
		req.on('end', () => res.end(String(size)));
	};
	const server = http.createServer(listenerFor(handler, { origin: undefined, proxy: NO_PROXY }));
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	onTestFinished(() => {
		server.closeAllConnections();
		server.close();
	});
	const { port } = server.address() as AddressInfo;
	const send = async (path: string, length: number, isSaid: boolean) => {
		const options = { host: '127.0.0.1', port, path, method: 'POST' };
		const req = http.request({ ...options, headers: isSaid ? { 'content-length': length } : {} });
		const body = Buffer.alloc(length, 'a');
		for (let at = 0; at < length; at += 65_536) req.write(body.subarray(at, at + 65_536));
		req.end();
		return once(req, 'response').then(
			([answer]) => (answer as IncomingMessage).statusCode,
			() => 'cut off'
		);
	};
	const list = '/vuurvogel/desk/import?/read';
	expect(await send('/vuurvogel/desk/people', 400_000, true)).toBe(200);
	expect(await send('/vuurvogel/desk/people', 400_000, false)).toBe(200);
	expect(await send('/vuurvogel/desk/people', 700_000, false)).toBe('cut off');
	expect(await send(list, 3_000_000, true)).toBe(200);
	expect(await send(list, 13_000_000, false)).toBe('cut off');
});
