import { createHash } from 'node:crypto';
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import { isLocale, localeFrom } from '../i18n/catalogue.ts';
import { application } from './application.ts';
import { type Answer, capture } from './capture.ts';
import { EVERYWHERE } from './headers.ts';

/** An answer as it goes out. */
type Copy = { readonly headers: OutgoingHttpHeaders; readonly body: Buffer };

/** A finished answer for guests, in bytes. */
type Entry = {
	readonly status: number;
	readonly plain: Copy;
	/** Null when it could not be compressed. */
	compressed?: Promise<Copy | null>;
	readonly etag: string;
	/** What goes with "nothing has changed": the same as with the page itself. */
	readonly unchanged: OutgoingHttpHeaders;
	/** What the database had seen when it was made: see `version`. */
	readonly version: number;
	readonly until: number;
};

/** An answer that is being made; its entry is null when it turns out not to be for everybody. */
type Making = { readonly version: number; readonly entry: Promise<Entry | null> };

/** Lets the application answer, here or beside the connection. */
type Next = (to: ServerResponse) => void;

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
 * Guests who ask for the same page at the same moment get one rendering, made beside all of their
 * connections: none waits for another to read, and none loses by another leaving.
 *
 * Whoever has a session never comes here. Language and look are part of the key.
 */
export class GuestCache {
	/** Finished answers, the one made longest ago first. */
	readonly #ready = new Map<string, Entry>();
	readonly #making = new Map<string, Making>();
	#kept = 0;
	#version = 0;
	#lookedAt = 0;

	serve(req: IncomingMessage, res: ServerResponse, next: Next): void {
		const key = keyOf(req);
		if (key === null) {
			const changed = () => (this.#lookedAt = 0);
			if (!READS.test(req.method ?? '')) res.once('finish', changed).once('close', changed);
			next(res);
			return;
		}
		// what we cannot answer, the application does, with words
		this.#answer(key, req, res, next).catch(() => {
			if (!res.headersSent) next(res);
		});
	}

	async #answer(key: string, req: IncomingMessage, res: ServerResponse, next: Next) {
		const now = Date.now();
		if (now - this.#lookedAt > LOOK_MS) {
			this.#version = (await application()?.version()) ?? 0;
			this.#lookedAt = now;
		}
		const known = this.#ready.get(key);
		if (known?.version === this.#version && known.until > now) return send(known, req, res);

		const underWay = this.#making.get(key);
		if (underWay?.version === this.#version) {
			const entry = await underWay.entry;
			return entry ? send(entry, req, res) : next(res);
		}
		const answer = capture(req, next);
		const entry = await this.#make(key, answer, now);
		if (entry) return send(entry, req, res);
		const { status, headers, body } = await answer;
		res.writeHead(status, headers).end(body);
	}

	/** Keeps the answer when it is for everybody. Meanwhile others who ask wait for the same one. */
	async #make(key: string, answer: Promise<Answer>, now: number): Promise<Entry | null> {
		const version = this.#version;
		const entry = answer.then(
			(made) => entryOf(made, version, now),
			() => null
		);
		const making = { version, entry };
		this.#making.set(key, making);
		const made = await entry;
		if (this.#making.get(key) === making) {
			this.#making.delete(key);
			if (made) this.#keep(key, made);
		}
		return made;
	}

	/** Lets go of what was made longest ago when it becomes too much. */
	#keep(key: string, entry: Entry): void {
		this.#forget(key);
		this.#ready.set(key, entry);
		this.#kept += entry.plain.body.length;
		for (const oldest of this.#ready.keys()) {
			if (this.#kept <= MAX_KEPT) break;
			this.#forget(oldest);
		}
	}

	#forget(key: string): void {
		this.#kept -= this.#ready.get(key)?.plain.body.length ?? 0;
		this.#ready.delete(key);
	}
}

/** The answer as it is kept, or null when it is not marked as one for every guest. */
function entryOf({ status, headers, body }: Answer, version: number, now: number): Entry | null {
	const seconds = Number(headers['x-guest-cache'] ?? 0);
	if (seconds === 0 || body.length > MAX_ANSWER || 'set-cookie' in headers) return null;
	const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
	const kept: OutgoingHttpHeaders = { ...headers, etag };
	for (const name of ['x-guest-cache', 'content-length', 'transfer-encoding', 'date'])
		Reflect.deleteProperty(kept, name);
	const unchanged: OutgoingHttpHeaders = {};
	for (const name of ['etag', 'vary', ...Object.keys(EVERYWHERE)])
		if (kept[name] !== undefined) unchanged[name] = kept[name];
	const plain = { headers: { ...kept, 'content-length': body.length }, body };
	return { status, plain, etag, unchanged, version, until: now + seconds * 1000 };
}

const READS = /^(GET|HEAD)$/;

const SESSION = /(?:^|;\s*)(?:__Host-)?session=/;
const PREFERENCE = /(?:^|;\s*)(language|theme)=(\w+)/g;

/** Files: they are on the disk as they are, and keep themselves. No place has a dot in its name. */
const FILES = /^\/(?:_app\/|[^/?]*\.)/;

/** What an answer depends on; null when it is somebody's own, a file, or more than reading. */
function keyOf({ method, headers, url = '/' }: IncomingMessage): string | null {
	const cookies = headers.cookie ?? '';
	if (method !== 'GET' || FILES.test(url) || url.length > 500) return null;
	if (SESSION.test(cookies) || headers.authorization) return null;
	const chosen = new Map([...cookies.matchAll(PREFERENCE)].map(([, name, value]) => [name, value]));
	const language = chosen.get('language');
	const locale = isLocale(language) ? language : localeFrom(headers['accept-language'] ?? null);
	return `${locale} ${chosen.get('theme') ?? ''} ${headers.host ?? ''} ${url}`;
}

async function send(entry: Entry, req: IncomingMessage, res: ServerResponse): Promise<void> {
	if (req.headers['if-none-match'] === entry.etag) {
		res.writeHead(304, entry.unchanged).end();
		return;
	}
	const compress = /\bbr\b/.test(req.headers['accept-encoding'] ?? '');
	const compressed = compress ? await (entry.compressed ??= squeeze(entry.plain)) : null;
	const { headers, body } = compressed ?? entry.plain;
	res.writeHead(entry.status, headers).end(body);
}

async function squeeze({ headers, body }: Copy): Promise<Copy | null> {
	const options = { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } };
	const made = await brotli(body, options).catch(() => null);
	if (!made) return null;
	const length = { 'content-encoding': 'br', 'content-length': made.length };
	return { headers: { ...headers, ...length }, body: made };
}
