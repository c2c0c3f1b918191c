import { once } from 'node:events';
import http, { type IncomingMessage } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { expect, onTestFinished, test, vi } from 'vitest';
import { type Done, type Order, publish } from './application.ts';
import { takeLane } from './lane.ts';

const VOTE = '/vuurvogel/consultations/schooltijden/polls/tijden?/vote';
const LONG = 70_000;

/** A server with a lane; the long way repeats the body it got. `take` is what the application does. */
async function aServer(take: (order: Order) => Promise<Done>) {
	const taken = vi.fn(take);
	publish({ version: () => Promise.resolve(0), take: taken });
	const server = http.createServer((req, res) => {
		takeLane(req, res, `http://${req.headers.host ?? ''}`, () => {
			let body = '';
			req.on('data', (chunk: Buffer) => (body += chunk.toString()));
			req.on('end', () => res.end(`the long way: ${body}`));
			// as SvelteKit does when it reads a body
			req.resume();
		});
	});
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	onTestFinished(() => {
		publish(null);
		server.closeAllConnections();
		server.close();
	});
	const { port } = server.address() as AddressInfo;
	const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
	const send = async (change: Readonly<Record<string, string>> = {}, path = VOTE, form = 'a=1') => {
		const headers = {
			host: 'localhost',
			origin: 'http://localhost',
			cookie: 'language=en; session=p123',
			'content-type': 'application/x-www-form-urlencoded',
			...change
		};
		const req = http.request({ agent, host: '127.0.0.1', port, path, method: 'POST', headers });
		req.end(form);
		const [answer] = (await once(req, 'response')) as [IncomingMessage];
		let body = '';
		for await (const chunk of answer.setEncoding('utf8')) body += chunk as string;
		return { status: answer.statusCode, headers: answer.headers, body };
	};
	return { send, taken, port };
}

const voted = () => Promise.resolve({ location: '?voted' });

test('a ballot takes the short way, and is told where to go next', async () => {
	const { send, taken } = await aServer(voted);
	// twice over one connection: what came first leaves nothing behind
	for (const choice of ['a', 'b']) {
		const answer = await send({ 'accept-language': 'en' }, VOTE, `choice=${choice}&note=een+twee`);
		expect(answer).toMatchObject({ status: 303, body: '' });
		expect(answer.headers).toMatchObject({
			location: '?voted',
			'cache-control': 'private, no-store',
			'x-content-type-options': 'nosniff'
		});
		const [order] = taken.mock.lastCall ?? [];
		expect(order?.url.href).toBe(`http://localhost${VOTE}`);
		expect(order).toMatchObject({ cookies: 'language=en; session=p123', languages: 'en' });
		expect([...(order?.form ?? [])]).toEqual([
			['choice', choice],
			['note', 'een twee']
		]);
	}
});

test.each<readonly [why: string, take: () => Promise<Done>]>([
	['nothing was done', () => Promise.resolve({})],
	['something went wrong', () => Promise.reject(new Error('no disk'))]
])('when %s, the whole form goes the long way', async (_, take) => {
	const { send, taken } = await aServer(take);
	for (const form of ['a=1', `a=${'x'.repeat(LONG)}`])
		expect(await send({}, VOTE, form)).toMatchObject({ body: `the long way: ${form}` });
	expect(taken).toHaveBeenCalledTimes(2);
});

test('a session that moved on gets its cookie on either way', async () => {
	const cookie = 'session=p123; Path=/; HttpOnly';
	const short = await aServer(() => Promise.resolve({ cookie, location: '?voted' }));
	expect((await short.send()).headers['set-cookie']).toEqual([cookie]);
	const long = await aServer(() => Promise.resolve({ cookie }));
	const answer = await long.send();
	expect(answer.headers['set-cookie']).toEqual([cookie]);
	expect(answer.body).toBe('the long way: a=1');
});

test.each([
	['what another website sends', { origin: 'http://school.evil' }],
	['what tells no origin', { origin: '' }],
	['a guest', { cookie: 'language=nl' }],
	['a form with files', { 'content-type': 'multipart/form-data; boundary=x' }],
	['a form of unknown length', { 'transfer-encoding': 'chunked' }]
])('%s goes the long way, and nothing was tried', async (_, change) => {
	const { send, taken } = await aServer(voted);
	expect((await send(change)).body).toBe('the long way: a=1');
	expect(taken).not.toHaveBeenCalled();
});

test('a form that keeps how the page was sorted takes the short way too', async () => {
	const { send } = await aServer(voted);
	const path = '/vuurvogel/consultations/schooltijden/panels/gesprek?/post&sort=newest';
	expect((await send({}, path)).status).toBe(303);
});

test('other forms, and what is very long, go the long way', async () => {
	const { send, taken } = await aServer(voted);
	for (const path of ['/join', '/vuurvogel/desk/people?/invite', VOTE.replace('?/vote', '')])
		expect((await send({}, path)).body).toBe('the long way: a=1');
	const huge = `a=${'x'.repeat(100_000)}`;
	expect((await send({}, VOTE, huge)).body).toHaveLength('the long way: '.length + huge.length);
	expect(taken).not.toHaveBeenCalled();
});

test('a form that breaks off is not taken', async () => {
	const { taken, port, send } = await aServer(voted);
	const socket = connect(port, '127.0.0.1');
	const head = [
		`POST ${VOTE} HTTP/1.1`,
		'host: localhost',
		'origin: http://localhost',
		'cookie: session=p123',
		'content-type: application/x-www-form-urlencoded',
		'content-length: 100'
	];
	socket.end(`${head.join('\r\n')}\r\n\r\nchoice=a`);
	await once(socket.resume(), 'close');
	expect((await send()).status).toBe(303);
	expect(taken).toHaveBeenCalledTimes(1);
});
