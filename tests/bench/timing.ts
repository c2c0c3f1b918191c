/**
 * `npm run bench -- timing`: whether the time of an answer tells what the answer does not. Each kind
 * of request is sent one at a time, in turns of random order, each from an address of its own; what
 * is compared is the time until the last byte.
 */
import { randomInt } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import http from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { newCode } from '#features/people/code.ts';
import { aSink } from '../support/smtp.ts';
import { fill } from './fill.ts';
import { median, start } from './measure.ts';
import { keepPart } from './parts.ts';
import { fillWaysIn } from './ways-in.ts';

const TURNS = 300;
/** A password costs far more time, of which there is less to spread. */
const PASSWORD_TURNS = 100;
/** Turns before anything counts: by then the code that is in use has been compiled. */
const WARM = 40;
/** Until what is done after an answer is done, so that the next one does not wait for it. */
const QUIET_MS = 40;
const BLOCKS = 10;

type Kind = { readonly name: string; readonly asks: (turn: number) => Ask };
type Ask = { readonly path: string; readonly body?: string };
type Times = ReadonlyMap<string, readonly number[]>;

const form = (fields: Readonly<Record<string, string>>) => String(new URLSearchParams(fields));

/** Sends one request, and says how many milliseconds its answer took. */
function timed(
	agent: http.Agent,
	port: number,
	from: string,
	{ path, body }: Ask
): Promise<number> {
	return new Promise((resolve, reject) => {
		const host = `localhost:${String(port)}`;
		const began = performance.now();
		const headers = {
			...{ host, origin: `http://${host}`, accept: 'text/html', 'x-forwarded-for': from },
			...(body === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded' }),
			...(body === undefined ? {} : { 'content-length': Buffer.byteLength(body) })
		};
		const method = body === undefined ? 'GET' : 'POST';
		const req = http.request({ agent, host: '127.0.0.1', port, method, path, headers }, (res) => {
			if ((res.statusCode ?? 500) === 429 || (res.statusCode ?? 500) >= 500)
				reject(new Error(`${path} was answered ${String(res.statusCode)}`));
			res.resume();
			res.on('end', () => {
				resolve(performance.now() - began);
			});
		});
		req.on('error', reject);
		req.end(body);
	});
}

const shuffled = <Item>(items: readonly Item[]): Item[] => {
	const rest = [...items];
	return items.map(() => rest.splice(randomInt(rest.length), 1)[0] as Item);
};

/** One address of the 16 million of 10.0.0.0/8 after the other: nobody is told to wait. */
let sender = 0;
function nextAddress(): string {
	sender += 1;
	return `10.${String(sender >> 16)}.${String((sender >> 8) & 255)}.${String(sender & 255)}`;
}

async function measure(
	port: number,
	kinds: readonly Kind[],
	turns: number,
	after?: Ask
): Promise<{ answers: Times; next: Times }> {
	const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
	const answers = new Map(kinds.map(({ name }) => [name, [] as number[]]));
	const next = new Map(kinds.map(({ name }) => [name, [] as number[]]));
	for (let turn = 0; turn < turns + WARM; turn++)
		for (const { name, asks } of shuffled(kinds)) {
			const from = nextAddress();
			const took = await timed(agent, port, from, asks(turn));
			const then = after && (await timed(agent, port, from, after));
			await setTimeout(QUIET_MS);
			if (turn < WARM) continue;
			answers.get(name)?.push(took);
			if (then !== undefined) next.get(name)?.push(then);
		}
	agent.destroy();
	return { answers, next };
}

/** How often one of the first takes longer than one of the second: 0.5 when nothing can be told. */
function chance(first: readonly number[], second: readonly number[]): number {
	const longer = first.reduce(
		(sum, a) => sum + second.reduce((wins, b) => wins + (a > b ? 1 : a === b ? 0.5 : 0), 0),
		0
	);
	return longer / (first.length * second.length);
}

/** Within so much of 0.5 it lies nineteen times in twenty when both are alike (Mann-Whitney). */
const spreadOf = (n: number, m: number): number => 1.96 * Math.sqrt((n + m + 1) / (12 * n * m));

function linesOf(times: Times, about: string): string[] {
	const [[, base = []] = []] = times;
	return [...times].map(([name, own], nth) => {
		const label = about ? `${about}: ${name}` : name;
		if (nth === 0) return `| ${label} | ${median(own).toFixed(2)} |  |  |  |`;
		const size = Math.ceil(own.length / BLOCKS);
		const differences = Array.from({ length: BLOCKS }, (_, block) => {
			const part = (all: readonly number[]) => median(all.slice(block * size, (block + 1) * size));
			return part(own) - part(base);
		}).toSorted((a, b) => a - b);
		const [low = 0, high = 0] = [differences[1], differences.at(-2)];
		const signed = (ms: number) => `${ms < 0 ? '−' : '+'}${Math.abs(ms).toFixed(2)}`;
		const difference = signed(median(own) - median(base));
		const auc = `${chance(own, base).toFixed(3)} (0.5 ± ${spreadOf(own.length, base.length).toFixed(3)})`;
		return `| ${label} | ${median(own).toFixed(2)} | ${difference} | ${signed(low)} to ${signed(high)} | ${auc} |`;
	});
}

export async function benchTiming(): Promise<void> {
	const folder = mkdtempSync(join(tmpdir(), 'samenspraak-timing-'));
	const url = `file:${join(folder, 'timing.db')}`;
	const turns = TURNS + WARM;
	await fill(url, 8 * turns + 1);
	const { codes, addresses } = await fillWaysIn(url, turns);
	const sink = await aSink();
	const app = await start(['src/entry/serve.ts'], {
		...{ DATABASE_URL: url, PORT: '0', ORIGIN: '', CLOCK: '', SMTP_URL: sink.url },
		...{ ADDRESS_HEADER: 'x-forwarded-for', XFF_DEPTH: '1' }
	});
	const of = (path: string, fields: Readonly<Record<string, string>>): Ask => ({
		...{ path, body: form(fields) }
	});
	const code = (name: string, those: readonly string[]): Kind => ({
		name,
		asks: (turn) => of('/join', { code: those[turn] ?? newCode() })
	});
	const mail = (name: string, those: readonly string[]): Kind => ({
		name,
		asks: (turn) => of('/sign-in?/ask', { email: those[turn] ?? '' })
	});
	const password = (name: string, those: readonly string[]): Kind => ({
		name,
		asks: (turn) =>
			of('/sign-in/password', { email: those[turn] ?? '', password: 'iets heel anders' })
	});
	try {
		const wrong = await measure(
			app.port,
			[
				code('that nobody has', codes.unknown),
				code('blocked', codes.blocked),
				code('replaced', codes.replaced),
				code('of a count that is closed', codes.over),
				code('of somebody who left', codes.left)
			],
			TURNS
		);
		const asked = await measure(
			app.port,
			[
				mail('that nobody has', addresses.unknown),
				mail('of a parent', addresses.known),
				mail('of two parents', addresses.shared)
			],
			TURNS,
			{ path: '/sign-in?asked' }
		);
		const typed = await measure(
			app.port,
			[
				password('that nobody has', addresses.unknown),
				password('without a password', addresses.known),
				password('with a password', addresses.withPassword)
			],
			PASSWORD_TURNS
		);
		const lines = [
			...linesOf(wrong.answers, 'wrong code'),
			...linesOf(asked.answers, 'asking for a mail, address'),
			...linesOf(asked.next, 'the page right after, address'),
			...linesOf(typed.answers, 'wrong password, address')
		];
		const text = textOf(lines);
		console.log(text);
		keepPart('What the time of an answer tells', text);
	} finally {
		await app.stop();
		await sink.close();
		rmSync(folder, { recursive: true, force: true });
	}
}

const textOf = (lines: readonly string[]): string => `
Made by \`npm run bench -- timing\`: milliseconds until the last byte of an answer, ${String(TURNS)} of each kind
(${String(PASSWORD_TURNS)} with a password), one at a time, in turns of random order, with mail really sent. The difference is
that of the medians; its spread is that over ${String(BLOCKS)} parts of the run, without the lowest and the highest. The
chance is how often an answer of this kind takes longer than one of the first kind: 0.5 when nothing
can be told, and within the spread in brackets nineteen times in twenty when both are alike.

| what | median | difference | its spread | chance |
| --- | --- | --- | --- | --- |
${lines.join('\n')}
`;
