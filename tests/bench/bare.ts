/**
 * The floor: a node:http server without anything. It sends the very bytes that the application
 * sends, from memory, and casts votes with two prepared statements in one group commit per turn.
 *
 * Run as `node tests/bench/bare.ts FOLDER`, where FOLDER holds pages.json (path → file) and gets
 * votes.db. Prints its port.
 */
import { readFileSync } from 'node:fs';
import http from 'node:http';
import { join } from 'node:path';
import Database from 'libsql';
import { newId } from '#kernel/ids.ts';

type Page = { readonly plain: string; readonly brotli: string; readonly etag: string };
const [, , folder = '.'] = process.argv;
const listed = JSON.parse(readFileSync(join(folder, 'pages.json'), 'utf8')) as Record<string, Page>;
const pages = new Map(
	Object.entries(listed).map(([path, page]) => [
		path,
		{
			plain: readFileSync(join(folder, page.plain)),
			brotli: readFileSync(join(folder, page.brotli)),
			etag: page.etag
		}
	])
);

const db = new Database(join(folder, 'votes.db'));
db.exec('PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;');
db.exec(`CREATE TABLE participation (voter TEXT PRIMARY KEY) WITHOUT ROWID;
	CREATE TABLE ballot (id TEXT PRIMARY KEY, choice TEXT) WITHOUT ROWID;`);
const mark = db.prepare('INSERT OR IGNORE INTO participation VALUES (?)');
const drop = db.prepare('INSERT INTO ballot VALUES (?, ?)');
let waiting: (readonly [voter: string, choice: string, done: () => void])[] = [];

function commit(): void {
	const group = waiting;
	waiting = [];
	db.exec('BEGIN IMMEDIATE');
	for (const [voter, choice] of group) if (mark.run(voter).changes === 1) drop.run(newId(), choice);
	db.exec('COMMIT');
	for (const [, , done] of group) done();
}

const server = http.createServer((req, res) => {
	if (req.method === 'POST') {
		let body = '';
		req.on('data', (chunk: Buffer) => (body += chunk.toString()));
		req.on('end', () => {
			if (waiting.length === 0) setImmediate(commit);
			const done = () => res.writeHead(303, { location: '?voted' }).end();
			waiting.push([req.headers.cookie ?? '', body, done]);
		});
		return;
	}
	const page = pages.get(req.url ?? '');
	if (!page) {
		res.writeHead(404).end();
		return;
	}
	if (req.headers['if-none-match'] === page.etag) {
		res.writeHead(304, { etag: page.etag }).end();
		return;
	}
	const compress = req.headers['accept-encoding'] === 'br';
	const body = compress ? page.brotli : page.plain;
	res
		.writeHead(200, {
			'content-type': 'text/html',
			'content-length': body.length,
			etag: page.etag,
			...(compress ? { 'content-encoding': 'br' } : {})
		})
		.end(body);
});
server.listen(0, '127.0.0.1', () => {
	const address = server.address();
	if (address && typeof address === 'object') console.log(`bare http://127.0.0.1:${address.port}/`);
});
process.once('SIGTERM', () => process.exit(0));
