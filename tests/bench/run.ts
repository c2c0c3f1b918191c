/**
 * `npm run bench`: the built server on a temporary database beside a bare node:http server that
 * sends the same bytes, driven in turns from a third process. CPU-milliseconds per request are user
 * and system time of the server's process, divided by requests; only the ratios of one run mean
 * something on another machine. Nothing is asserted here. `npm run bench -- import`: see import.ts;
 * `npm run bench -- timing`: see timing.ts.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { fill, fillDemo, type Filled } from './fill.ts';
import type { Ask } from './load.ts';
import { cpuOf, type Load, median, rssOf, type Server, start, startLoad } from './measure.ts';
import { type Page, pagesOf } from './pages.ts';
import { keepPart } from './parts.ts';
import { issueCodes, signInsOf } from './sign-in.ts';
import { type Line, tableOf } from './table.ts';

const ROUNDS = 3;
const VOTES = 1500;
const REPLIES = 200;
const SIGN_INS = 500;
/** Requests before anything is measured: by then the code that is in use has been compiled. */
const WARM = 2000;
const folder = mkdtempSync(join(tmpdir(), 'samenspraak-bench-'));

/** Fetches each page once, keeps its bytes for the bare server, and its sizes for the table. */
async function collect(app: Server, pages: readonly Page[], reader: string) {
	const listed: Record<string, { plain: string; brotli: string; etag: string }> = {};
	const sizes = new Map<string, { plain: number; brotli: number; status: number; etag: string }>();
	for (const [n, page] of pages.entries()) {
		const url = `http://localhost:${String(app.port)}${page.path}`;
		const headers = { ...page.headers, ...(page.signedIn ? signedInAs(reader) : {}) };
		const ask = () => fetch(url, { headers: { ...headers, 'accept-encoding': 'identity' } });
		await ask();
		const answer = await ask();
		const plain = Buffer.from(await answer.arrayBuffer());
		const brotli = brotliCompressSync(plain);
		const etag = answer.headers.get('etag') ?? `"${String(n)}"`;
		const [plainFile, brotliFile] = [`${String(n)}.html`, `${String(n)}.br`];
		writeFileSync(join(folder, plainFile), plain);
		writeFileSync(join(folder, brotliFile), brotli);
		listed[`/page-${String(n)}`] = { plain: plainFile, brotli: brotliFile, etag };
		sizes.set(page.name, {
			plain: plain.length,
			brotli: brotli.length,
			status: answer.status,
			etag
		});
	}
	writeFileSync(join(folder, 'pages.json'), JSON.stringify(listed));
	return sizes;
}

/** CPU-ms per request of one server for one batch. */
async function cost(load: Load, server: Server, requests: readonly Ask[], repeat: number, c = 16) {
	const before = cpuOf(server.pid);
	const outcome = await load.send({ port: server.port, concurrency: c, requests, repeat });
	return { cpu: (cpuOf(server.pid) - before) / (requests.length * repeat), outcome };
}

const signedInAs = (token: string) => ({ cookie: `session=${token}` });

const get = (path: string, headers: Readonly<Record<string, string>>): Ask => ({
	method: 'GET',
	path,
	headers
});

async function main() {
	const url = `file:${join(folder, 'bench.db')}`;
	console.log('Filling a temporary database…');
	await fillDemo(url);
	const voters = 2 * WARM + ROUNDS * (2 * VOTES + REPLIES);
	const filled = await fill(url, voters + 1);
	const codes = await issueCodes(url, SIGN_INS);
	const app = await start(['src/entry/serve.ts'], {
		DATABASE_URL: url,
		PORT: '0',
		ORIGIN: '',
		CLOCK: ''
	});
	const idle = rssOf(app.pid);
	const pages = pagesOf(filled);
	const sizes = await collect(app, pages, filled.reader);
	const bare = await start(['tests/bench/bare.ts', folder], {});
	const load = startLoad();
	const lines: Line[] = [];
	try {
		for (const [n, page] of pages.entries())
			lines.push(await measurePage(load, app, bare, page, n));
		await cost(load, app, votesOf(filled, app.port, WARM), 1);
		lines.push(await measureVotes(load, app, bare, filled, 16));
		lines.push(await measureVotes(load, app, bare, filled, 64));
		await cost(load, app, repliesOf(filled, app.port, WARM), 1);
		lines.push(await measureReplies(load, app, filled));
		lines.push(await measureSignIns(load, app, bare, codes));
	} finally {
		await load.stop();
		const rss = { idle, loaded: rssOf(app.pid) };
		await Promise.all([app.stop(), bare.stop()]);
		rmSync(folder, { recursive: true, force: true });
		const table = tableOf(lines, rss, ROUNDS);
		console.log(table);
		keepPart('', table);
	}

	async function measurePage(l: Load, a: Server, b: Server, page: Page, n: number): Promise<Line> {
		const size = sizes.get(page.name);
		const headers = page.revalidate
			? { ...page.headers, 'if-none-match': size?.etag ?? '' }
			: page.headers;
		const mine: number[] = [];
		const floor: number[] = [];
		let statuses: Readonly<Record<number, number>> = {};
		let turn = 0;
		const asks = (count: number) => {
			if (!page.uncached && !page.signedIn)
				return { requests: [get(page.path, headers)], repeat: count };
			const requests = Array.from({ length: count }, () => {
				const nth = turn++;
				const reader = filled.voters[nth % filled.voters.length] ?? '';
				return page.signedIn
					? get(page.path, { ...headers, ...signedInAs(reader) })
					: get(`${page.path}?n=${String(nth)}`, headers);
			});
			return { requests, repeat: 1 };
		};
		const mineFor = (count: number) => {
			const { requests, repeat } = asks(count);
			return cost(l, a, requests, repeat);
		};
		const theirs = [get(`/page-${String(n)}`, headers)];
		await mineFor(WARM);
		await cost(l, b, theirs, WARM);
		for (let round = 0; round < ROUNDS; round++) {
			const here = await mineFor(page.requests);
			statuses = here.outcome.statuses;
			mine.push(here.cpu);
			floor.push((await cost(l, b, theirs, page.requests)).cpu);
		}
		return {
			name: page.name,
			goal: page.goal,
			cpu: median(mine),
			floor: median(floor),
			statuses,
			...(size ? { plain: size.plain, brotli: size.brotli } : {})
		};
	}
}

const form = (port: number, token: string) => ({
	...signedInAs(token),
	origin: `http://localhost:${String(port)}`,
	'content-type': 'application/x-www-form-urlencoded',
	accept: 'text/html'
});

const tokens = { used: 0 };
function next(filled: Filled, count: number): readonly string[] {
	const some = filled.voters.slice(tokens.used, tokens.used + count);
	tokens.used += count;
	return some;
}

const votesOf = (filled: Filled, port: number, count: number) =>
	next(filled, count).map((token, n): Ask => ({
		method: 'POST',
		path: `${filled.pollPath}?/vote`,
		headers: form(port, token),
		body: `choice=${'abcd'.charAt(n % 4)}`
	}));

async function measureVotes(
	load: Load,
	app: Server,
	bare: Server,
	filled: Filled,
	c: number
): Promise<Line> {
	const mine: number[] = [];
	const floor: number[] = [];
	const perSecond: number[] = [];
	const barePerSecond: number[] = [];
	let statuses: Readonly<Record<number, number>> = {};
	for (let round = 0; round < ROUNDS; round++) {
		const asks = votesOf(filled, app.port, VOTES);
		const here = await cost(load, app, asks, 1, c);
		statuses = here.outcome.statuses;
		mine.push(here.cpu);
		perSecond.push(VOTES / here.outcome.seconds);
		const there = await cost(load, bare, asks, 1, c);
		floor.push(there.cpu);
		barePerSecond.push(VOTES / there.outcome.seconds);
	}
	return {
		name: `cast a vote, durable, c=${String(c)}`,
		goal: c === 16 ? '≤ 0.20, ≤ 3 ×' : '≥ 40 % of the bare votes per second',
		cpu: median(mine),
		floor: median(floor),
		statuses,
		perSecond: { ours: median(perSecond), bare: median(barePerSecond) }
	};
}

const repliesOf = (filled: Filled, port: number, count: number) =>
	next(filled, count).map((token, n): Ask => ({
		method: 'POST',
		path: `${filled.panels[20]}?/post`,
		headers: form(port, token),
		body: `body=${encodeURIComponent(`Reactie ${String(n)}: dat is een goed punt.`)}&name=own`
	}));

async function measureReplies(load: Load, app: Server, filled: Filled): Promise<Line> {
	const mine: number[] = [];
	let statuses: Readonly<Record<number, number>> = {};
	for (let round = 0; round < ROUNDS; round++) {
		const asks = repliesOf(filled, app.port, REPLIES);
		const here = await cost(load, app, asks, 1);
		statuses = here.outcome.statuses;
		mine.push(here.cpu);
	}
	return { name: 'post a reply', goal: '≤ 0.5', cpu: median(mine), floor: Number.NaN, statuses };
}

async function measureSignIns(
	load: Load,
	app: Server,
	bare: Server,
	codes: readonly string[]
): Promise<Line> {
	const asks = signInsOf(codes, app.port);
	await cost(load, app, asks, WARM / codes.length);
	const mine: number[] = [];
	const floor: number[] = [];
	let statuses: Readonly<Record<number, number>> = {};
	for (let round = 0; round < ROUNDS; round++) {
		const here = await cost(load, app, asks, 1);
		statuses = here.outcome.statuses;
		mine.push(here.cpu);
		floor.push((await cost(load, bare, asks, 1)).cpu);
	}
	const name = 'sign in with a code';
	return { name, goal: '≤ 3', cpu: median(mine), floor: median(floor), statuses };
}

if (process.argv.includes('import')) await (await import('./import.ts')).benchImport();
else if (process.argv.includes('timing')) await (await import('./timing.ts')).benchTiming();
else await main();
