import type { IncomingMessage, ServerResponse } from 'node:http';
import { application } from './application.ts';
import { EVERYWHERE, HTTPS_ONLY } from './headers.ts';

/** Where forms are that many send at the same moment. */
const BUSY = /\/(?:polls|panels)\/[\w-]+\?\/\w+(?:&|$)/;
const FORM = /^application\/x-www-form-urlencoded\b/;
const SESSION = /(?:^|;\s*)(?:__Host-)?session=/;
/** The most bytes of a form; a longer one goes the long way. */
const MOST = 100_000;

/** Whether this may be a ballot or a contribution of somebody who is signed in, sent by our page. */
function isForLane({ method, url = '', headers }: IncomingMessage, origin: string): boolean {
	const length = Number(headers['content-length']);
	return (
		method === 'POST' &&
		BUSY.test(url) &&
		headers.origin === origin &&
		FORM.test(headers['content-type'] ?? '') &&
		SESSION.test(headers.cookie ?? '') &&
		length > 0 &&
		length <= MOST
	);
}

/**
 * The short way for a ballot or a contribution: SvelteKit's frame around an action costs more than
 * the action, and on the last evening of a poll everybody votes at once. The very action of the page
 * is run, and when it is done the answer is where to go next. Whatever else comes of it (a field to
 * mend, nobody signed in, trouble) has changed nothing: then the request goes the long way as if it
 * had just come in, and gets the page that tells.
 */
export function takeLane(
	req: IncomingMessage,
	res: ServerResponse,
	origin: string,
	longWay: () => void
): void {
	if (!isForLane(req, origin)) return longWay();
	const { url = '', headers } = req;

	const take = async (body: Buffer) => {
		const done = await application()?.take({
			url: new URL(url, origin),
			cookies: headers.cookie ?? '',
			languages: headers['accept-language'] ?? null,
			form: new URLSearchParams(body.toString())
		});
		if (done?.cookie) res.setHeader('set-cookie', done.cookie);
		if (done?.location === undefined) return false;
		const secure = origin.startsWith('https:') ? HTTPS_ONLY : {};
		res.writeHead(303, { ...SIGNED_IN, ...secure, location: done.location }).end();
		return true;
	};
	whole(req, (body) => {
		void take(body)
			.catch(() => false)
			.then((taken) => {
				if (taken) req.resume();
				else {
					req.unshift(body);
					longWay();
				}
			});
	});
}

const SIGNED_IN = { ...EVERYWHERE, 'cache-control': 'private, no-store' } as const;

/**
 * Waits until the body is here, as long as it said it is, and stops before its end is noticed: so it
 * can be put back. It then waits for who reads it next to resume it, as SvelteKit does.
 */
function whole(req: IncomingMessage, done: (body: Buffer) => void): void {
	const length = Number(req.headers['content-length']);
	const chunks: Buffer[] = [];
	let size = 0;
	const collect = (chunk: Buffer) => {
		chunks.push(chunk);
		size += chunk.length;
		if (size < length) return;
		req.off('data', collect).pause();
		done(Buffer.concat(chunks));
	};
	req.on('data', collect);
}
