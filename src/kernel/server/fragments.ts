import { Fragment } from '#kernel/fragment.ts';
import { newId } from '#kernel/ids.ts';

/** HTML as it goes over the line. */
export type Bytes = Uint8Array;

/** The fragments of each request that is being answered, by their mark. */
const expected = new WeakMap<object, Map<string, readonly Bytes[]>>();

const markOf = (id: string) => `<!--fragment ${id}-->`;
const MARKS = /<!--fragment ([a-z2-9]{16})-->/g;

/**
 * Says that `fillFragments` will be called for this request. Without it fragments stand in the page
 * as text, which is the same page and costs more.
 */
export function expectFragments(request: object): void {
	expected.set(request, new Map());
}

/** A piece of the page that answers this request, from parts that were made before. */
export function fragmentOf(request: object, parts: readonly Bytes[]): Fragment {
	const here = expected.get(request);
	if (!here) return new Fragment(Buffer.concat(parts).toString());
	const id = newId();
	here.set(id, parts);
	return new Fragment(markOf(id));
}

/**
 * Puts the fragments of a request in their places, as bytes. A long thread as a string is copied,
 * hashed and encoded for every reader, letter by letter; as bytes it is only sent. The page keeps no
 * ETag: the one it had was made without its fragments.
 */
export async function fillFragments(request: object, response: Response): Promise<Response> {
	const here = expected.get(request);
	expected.delete(request);
	if (!here?.size || !response.body) return response;

	const page = await response.text();
	const parts: Bytes[] = [];
	let from = 0;
	for (const { 0: mark, 1: id = '', index } of page.matchAll(MARKS)) {
		parts.push(Buffer.from(page.slice(from, index)), ...(here.get(id) ?? []));
		from = index + mark.length;
	}
	parts.push(Buffer.from(page.slice(from)));

	const whole = Buffer.concat(parts);
	const headers = new Headers(response.headers);
	headers.delete('etag');
	headers.set('content-length', String(whole.length));
	// a stream of one piece: a body that is given as bytes is copied first
	const body = new ReadableStream({
		start(controller) {
			controller.enqueue(whole);
			controller.close();
		}
	});
	const { status, statusText } = response;
	return new Response(body, { status, statusText, headers });
}
