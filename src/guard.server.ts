import type { RequestEvent } from '@sveltejs/kit';
import { LOCAL } from './entry/own-host.ts';

/**
 * What is refused before anything is looked up: a host we do not answer for, and a change that
 * another website asked for. SvelteKit checks the origin of form posts; this also covers JSON and
 * bodies without a type. What a machine tells at /hooks comes from no website: it is signed instead.
 */
export function guard({ request, url }: RequestEvent, origin: string): Response | null {
	const ours = origin ? url.origin === origin : LOCAL.test(url.host);
	if (!ours) return new Response('Misdirected request', { status: 421 });
	if (request.method === 'GET' || request.method === 'HEAD') return null;
	if (url.pathname.startsWith('/hooks/')) return null;
	const from = request.headers.get('origin');
	if (from === url.origin) return null;
	return new Response('Forbidden', { status: 403 });
}
