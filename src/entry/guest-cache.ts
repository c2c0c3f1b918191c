import { createHash } from 'node:crypto';
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import { isLocale, localeFrom } from '../i18n/catalogue.ts';
import { capture } from './capture.ts';

/** A finished answer for guests, in bytes. */
type Entry = {
	readonly status: number;
	readonly headers: OutgoingHttpHeaders;
	readonly body: Buffer;
	readonly etag: string;
	/** What the database had seen when it was made: see `version`. */
	readonly version: number;
	readonly until: number;
	compressed?: Promise<Buffer>;
};

const brotli = promisify(brotliCompress);
/** Bytes of one answer, and of all that are kept; the compressed copies come on top. */
const MAX_ANSWER = 1_000_000;
const MAX_KEPT = 32_000_000;
/** How long one look at the version holds. Other processes' changes show at most this much later. */
const LOOK_MS = 250;

/**
 * Answers guests from memory. An answer may be kept when the application marks it so (header
 * `x-guest-cache`, in seconds), and only as long as nothing happened: it is keyed by the version of
 * the journal, which rises with every change that guests can see, in whatever process. After a
 * request of this process that can change something the version is looked up anew.
 *
 * Whoever has a session never comes here. Language and look are part of the key.
 */
export class GuestCache {
	#entries = new Map<string, Promise<Entry | null>>();
	#sizes = new Map<string, number>();
	#kept = 0;
	#version = 0;
	#lookedAt = 0;

	serve(req: IncomingMessage, res: ServerResponse, next: () => void): void {
		if (req.method !== 'GET') {
			res.once('finish', () => (this.#lookedAt = 0));
			next();
			return;
		}
		const key = keyOf(req);
		if (key === null) {
			next();
			return;
		}
		this.#answer(key, req, res, next).catch(() => {
			if (!res.headersSent) res.writeHead(500);
			res.end();
		});
	}

	async #answer(key: string, req: IncomingMessage, res: ServerResponse, next: () => void) {
		const now = Date.now();
		if (now - this.#lookedAt > LOOK_MS) {
			this.#version = await currentVersion();
			this.#lookedAt = now;
		}
		const known = await this.#entries.get(key);
		if (known && known.version === this.#version && known.until > now) {
			await send(known, req, res);
			return;
		}
		const version = this.#version;
		const made = capture(res, next).then((answer): Entry | null => {
			const seconds = Number(answer.headers['x-guest-cache'] ?? 0);
			if (seconds === 0 || answer.body.length > MAX_ANSWER) return null;
			const headers = { ...answer.headers };
			for (const name of ['x-guest-cache', 'content-length', 'transfer-encoding', 'etag', 'date'])
				Reflect.deleteProperty(headers, name);
			const etag = `"${createHash('sha256').update(answer.body).digest('base64url').slice(0, 22)}"`;
			return { ...answer, headers, etag, version, until: now + seconds * 1000 };
		});
		this.#forget(key);
		this.#entries.set(key, made);
		const entry = await made.catch(() => null);
		if (this.#entries.get(key) !== made) return;
		if (entry) this.#weigh(key, entry.body.length);
		else this.#entries.delete(key);
	}

	/** Books what was kept, and lets go of what was made longest ago when it becomes too much. */
	#weigh(key: string, bytes: number): void {
		this.#sizes.set(key, bytes);
		this.#kept += bytes;
		for (const oldest of this.#sizes.keys()) {
			if (this.#kept <= MAX_KEPT) break;
			this.#forget(oldest);
		}
	}

	#forget(key: string): void {
		this.#kept -= this.#sizes.get(key) ?? 0;
		this.#sizes.delete(key);
		this.#entries.delete(key);
	}
}

const SESSION = /(?:^|;\s*)(?:__Host-)?session=/;
const PREFERENCE = /(?:^|;\s*)(language|theme)=(\w+)/g;

/** What an answer depends on, or null when it is somebody's own. */
function keyOf({ headers, url = '/' }: IncomingMessage): string | null {
	const cookies = headers.cookie ?? '';
	if (SESSION.test(cookies) || headers.authorization || url.length > 500) return null;
	const chosen = new Map([...cookies.matchAll(PREFERENCE)].map(([, name, value]) => [name, value]));
	const language = chosen.get('language');
	const locale = isLocale(language) ? language : localeFrom(headers['accept-language'] ?? null);
	return `${locale} ${chosen.get('theme') ?? ''} ${headers.host ?? ''} ${url}`;
}

async function send(entry: Entry, req: IncomingMessage, res: ServerResponse): Promise<void> {
	const { etag } = entry;
	if (req.headers['if-none-match'] === etag) {
		res
			.writeHead(304, { etag, vary: 'accept-language, cookie', 'cache-control': 'no-cache' })
			.end();
		return;
	}
	const compress = /\bbr\b/.test(req.headers['accept-encoding'] ?? '');
	const body = compress ? await (entry.compressed ??= squeeze(entry.body)) : entry.body;
	res
		.writeHead(entry.status, {
			...entry.headers,
			etag,
			...(compress ? { 'content-encoding': 'br' } : {}),
			'content-length': body.length
		})
		.end(body);
}

const squeeze = (body: Buffer) => brotli(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } });

/** The application's own word on how much has happened; see hooks.server.ts. */
async function currentVersion(): Promise<number> {
	const shared = globalThis as { [VERSION]?: () => Promise<number> };
	return (await shared[VERSION]?.()) ?? 0;
}

/** Where application and entry meet: they are bundled apart but run in one process. */
const VERSION = Symbol.for('samenspraak.version');
