import http, { type IncomingMessage, type ServerResponse } from 'node:http';
import { once } from 'node:events';
import { type AddressInfo, connect } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { publish } from './application.ts';
import { GuestCache } from './guest-cache.ts';

type Page = { readonly body: string; readonly headers?: Readonly<Record<string, string>> };
const FOR_ALL = { 'x-guest-cache': '10', 'cache-control': 'no-cache' };

/** What the application says about how much has happened. */
function happened(version: () => Promise<number>): void {
	publish({ version, take: () => Promise.resolve({}) });
	onTestFinished(() => publish(null));
}

/**
 * An application behind a cache. It writes as SvelteKit's adapter does: it waits while the
 * connection is full, and stops when that is gone.
 */
async function anApplication(page: (asked: number, url: string) => Promise<Page> | Page) {
	const cache = new GuestCache();
	const seen = { asked: 0, onConnection: 0 };
	const answer = async (req: IncomingMessage, to: ServerResponse) => {
		const { body, headers = FOR_ALL } = await page(++seen.asked, req.url ?? '');
		if (to.destroyed) return;
		for (const [name, value] of Object.entries(headers)) to.setHeader(name, value);
		to.writeHead(200);
		for (let at = 0; at < body.length; at += 64_000)
			if (!to.write(body.slice(at, at + 64_000))) await once(to, 'drain');
		to.end();
	};
	const server = http.createServer((req, res) => {
		cache.serve(req, res, (to) => {
			if (to === res) seen.onConnection++;
			void answer(req, to).catch(() => to.destroy());
		});
	});
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	onTestFinished(() => {
		server.closeAllConnections();
		server.close();
	});
	const { port } = server.address() as AddressInfo;
	const ask = (path: string, headers: Readonly<Record<string, string>> = {}, method = 'GET') =>
		fetch(`http://127.0.0.1:${String(port)}${path}`, { method, headers });
	return { port, seen, ask };
}

/** A guest who asks and then does nothing: neither reads nor leaves until told to. */
async function someone(port: number, path: string) {
	const socket = connect(port, '127.0.0.1');
	onTestFinished(() => void socket.destroy());
	await once(socket, 'connect');
	socket.pause();
	socket.write(`GET ${path} HTTP/1.1\r\nhost: 127.0.0.1:${String(port)}\r\n\r\n`);
	return socket;
}

async function until(holds: () => boolean): Promise<void> {
	while (!holds()) await setTimeout(5);
}

test('a guest who goes away costs none of those who wait for the same page anything', async () => {
	const gate = Promise.withResolvers<Page>();
	const { port, seen, ask } = await anApplication(() => gate.promise);
	const first = await someone(port, '/page');
	await until(() => seen.asked === 1);
	const others = [ask('/page'), ask('/page')];
	await setTimeout(50);
	first.destroy();
	await setTimeout(50);
	gate.resolve({ body: 'the page' });

	const answers = await Promise.all(others);
	expect(answers.map(({ status }) => status)).toEqual([200, 200]);
	expect(await Promise.all(answers.map((it) => it.text()))).toEqual(['the page', 'the page']);
	expect(await (await ask('/page')).text()).toBe('the page');
	expect(seen.asked).toBe(1);
});

test('a guest who does not read keeps nobody waiting who asks the same', async () => {
	// more than the machine itself takes off our hands for a connection
	const body = 'a long page '.repeat(1_500_000);
	const { port, seen, ask } = await anApplication(() => ({ body }));
	await someone(port, '/page');
	await until(() => seen.asked === 1);
	const answer = await Promise.race([
		ask('/page').then((it) => it.text()),
		setTimeout(3000, 'nothing', { ref: false })
	]);
	expect(answer === body).toBe(true);
});

test('guests who ask at the same moment get one rendering, and after that the bytes of it', async () => {
	const { seen, ask } = await anApplication(async (asked) => {
		await setTimeout(30);
		return { body: `made ${String(asked)}` };
	});
	const answers = await Promise.all(Array.from({ length: 20 }, () => ask('/page')));
	expect(new Set(await Promise.all(answers.map((it) => it.text())))).toEqual(new Set(['made 1']));

	const again = await ask('/page', { 'if-none-match': answers[0]?.headers.get('etag') ?? '' });
	expect(again.status).toBe(304);
	expect(seen.asked).toBe(1);
});

test('what is not for every guest is made for each of them', async () => {
	const { ask } = await anApplication(async (asked) => {
		await setTimeout(30);
		return { body: `made ${String(asked)}`, headers: { 'cache-control': 'no-store' } };
	});
	const answers = await Promise.all(Array.from({ length: 5 }, () => ask('/join')));
	const bodies = await Promise.all(answers.map((it) => it.text()));
	expect(bodies.toSorted()).toEqual(['made 1', 'made 2', 'made 3', 'made 4', 'made 5']);
});

test('an answer that sets a cookie is kept for nobody, whatever it says', async () => {
	const headers = { ...FOR_ALL, 'set-cookie': 'session=secret' };
	const { ask } = await anApplication((asked) => ({ body: `made ${String(asked)}`, headers }));
	expect(await (await ask('/page')).text()).toBe('made 1');
	const second = await ask('/page');
	expect(await second.text()).toBe('made 2');
	expect(second.headers.get('set-cookie')).toBe('session=secret');
});

test('when a page cannot be made, whoever waited for it asks the application again', async () => {
	const { seen, ask } = await anApplication(async (asked) => {
		await setTimeout(30);
		if (asked === 1) throw new Error('the first time goes wrong');
		return { body: 'the page' };
	});
	const answers = await Promise.all([ask('/page'), ask('/page')]);
	expect(await Promise.all(answers.map((it) => it.text()))).toEqual(['the page', 'the page']);
	expect(seen.asked).toBe(3);
});

test('after a change in this process the next guest gets the page as it now is', async () => {
	let version = 1;
	happened(() => Promise.resolve(version));
	const { ask } = await anApplication((asked) => ({ body: `made ${String(asked)}` }));
	expect(await (await ask('/page')).text()).toBe('made 1');
	expect(await (await ask('/page')).text()).toBe('made 1');
	version = 2;
	await (await ask('/page', {}, 'POST')).text();
	expect(await (await ask('/page')).text()).toBe('made 3');
});

test('a page that was begun before a change is not given to who asks after it', async () => {
	let version = 1;
	happened(() => Promise.resolve(version));
	const gate = Promise.withResolvers<Page>();
	const { seen, ask } = await anApplication((asked) =>
		asked === 1 ? gate.promise : { body: `made ${String(asked)}` }
	);
	const before = ask('/page');
	await until(() => seen.asked === 1);
	version = 2;
	await (await ask('/page', {}, 'POST')).text();
	expect(await (await ask('/page')).text()).toBe('made 3');
	gate.resolve({ body: 'as it was' });
	expect(await (await before).text()).toBe('as it was');
	expect(await (await ask('/page')).text()).toBe('made 3');
});

test('when the database cannot say what happened, the application answers', async () => {
	happened(() => Promise.reject(new Error('no database')));
	const { seen, ask } = await anApplication(() => ({ body: 'a page with words' }));
	const answer = await ask('/page');
	expect(answer.status).toBe(200);
	expect(await answer.text()).toBe('a page with words');
	expect(seen.onConnection).toBe(1);
});

test('files and what is asked with a session go straight to the application', async () => {
	const { seen, ask } = await anApplication(() => ({ body: 'something' }));
	for (const path of ['/_app/immutable/assets/a.css', '/enhance.js', '/favicon.svg?v=2'])
		await (await ask(path)).text();
	await (await ask('/page', { cookie: 'session=abc' })).text();
	await (await ask('/page', { cookie: '__Host-session=abc' })).text();
	expect(seen).toEqual({ asked: 5, onConnection: 5 });
	await (await ask('/school/report/tally.csv')).text();
	expect(seen).toEqual({ asked: 6, onConnection: 5 });
});

test('what says that nothing changed carries the same policy as the page itself', async () => {
	const headers = { ...FOR_ALL, 'content-security-policy': "default-src 'self'", vary: 'cookie' };
	const { ask } = await anApplication(() => ({ body: 'the page', headers }));
	const page = await ask('/page');
	const etag = page.headers.get('etag') ?? '';
	const unchanged = await ask('/page', { 'if-none-match': etag });
	expect(unchanged.status).toBe(304);
	for (const name of ['content-security-policy', 'cache-control', 'vary', 'etag'])
		expect(unchanged.headers.get(name)).toBe(page.headers.get(name));
	expect(unchanged.headers.get('x-guest-cache')).toBeNull();
});
