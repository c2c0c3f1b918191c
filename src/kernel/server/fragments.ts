import { Fragment } from '#kernel/fragment.ts';
import { newId } from '#kernel/ids.ts';

/** HTML as it goes over the line. */
export type Bytes = Uint8Array;

type Page = { html: string | null; readonly fragments: Map<string, readonly Bytes[]> };

/** The pages that are being made, by the request that they answer. */
const pages = new WeakMap<object, Page>();

/** Begins every mark. Nobody outside knows it, so nobody can type one. */
const OPENING = `<!--fragment ${newId()} `;
const CLOSING = '-->';
let made = 0;

/**
 * Says that the page which answers this request will be kept with `keepPage` and sent with
 * `sendPage`. Without that, fragments stand in it as text: the same page, which costs more.
 */
export function expectPage(request: object): void {
	pages.set(request, { html: null, fragments: new Map() });
}

/** A piece of the page that answers this request, from parts that were made before. */
export function fragmentOf(request: object, parts: readonly Bytes[]): Fragment {
	const page = pages.get(request);
	if (!page) return new Fragment(Buffer.concat(parts).toString());
	const id = String(made++);
	page.fragments.set(id, parts);
	return new Fragment(OPENING + id + CLOSING);
}

/**
 * Keeps the page itself and leaves SvelteKit an empty one: that would be hashed for an ETag letter
 * by letter, encoded, and passed on as a stream, for each reader anew.
 */
export function keepPage(request: object, html: string): '' {
	const page = pages.get(request);
	if (page) page.html = html;
	return '';
}

/** The answer with the page in it that was kept, its fragments in their places. */
export function sendPage(request: object, answer: Response): Response {
	const page = pages.get(request);
	pages.delete(request);
	if (!page || page.html === null) return answer;

	const parts = fill(page.html, page.fragments);
	const length = parts.reduce((sum, part) => sum + part.length, 0);
	const headers = new Headers(answer.headers);
	headers.delete('etag');
	headers.set('content-length', String(length));
	// a stream of what there is: a body that is given as bytes is copied first
	const body = new ReadableStream({
		start(controller) {
			for (const part of parts.length > MANY ? [Buffer.concat(parts)] : parts)
				controller.enqueue(part);
			controller.close();
		}
	});
	const { status, statusText } = answer;
	return new Response(body, { status, statusText, headers });
}

/** More parts than this cost more to send than to put together first. */
const MANY = 8;

function fill(html: string, fragments: Page['fragments']): Bytes[] {
	if (fragments.size === 0) return [Buffer.from(html)];
	const [first = '', ...rest] = html.split(OPENING);
	const parts: Bytes[] = [Buffer.from(first)];
	for (const piece of rest) {
		const end = piece.indexOf(CLOSING);
		parts.push(...(fragments.get(piece.slice(0, end)) ?? []));
		parts.push(Buffer.from(piece.slice(end + CLOSING.length)));
	}
	return parts.filter((part) => part.length > 0);
}
