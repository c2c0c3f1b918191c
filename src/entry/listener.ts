import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { GuestCache } from './guest-cache.ts';
import { AROUND, EVERYWHERE } from './headers.ts';
import { takeLane } from './lane.ts';
import { MOST_BYTES, MOST_OF_LIST } from '../kernel/lengths.ts';
import { isOwnHost } from './own-host.ts';

/** The handler that SvelteKit built. */
export type Handler = (req: IncomingMessage, res: ServerResponse, next: () => void) => unknown;

type Settings = {
	/** The address people use; undefined: whatever name of this machine was asked for, over http. */
	readonly origin: URL | undefined;
	/** What a reverse proxy in front tells in headers of its own. */
	readonly proxy: { readonly protocol: boolean; readonly host: boolean };
};

/** Headers in which the handler is told what origin was really asked for; see serve.ts. */
export const PROTOCOL_HEADER = 'x-samenspraak-proto';
export const HOST_HEADER = 'x-samenspraak-host';

/** Where a list is read in. */
const LIST = /^\/[a-z0-9-]+\/desk\/(?:import|places\/schools)(?:[?]|$)/;

/** Ends a request that brings more than it may, without reading it before who should. */
function cutOff(req: IncomingMessage, most: number): void {
	const push = req.push.bind(req);
	let size = 0;
	req.push = (chunk: Buffer | null, encoding) => {
		size += chunk?.length ?? 0;
		if (size <= most) return push(chunk, encoding);
		req.destroy();
		return false;
	};
}

/** What stands between a request and the application: whether it is for us, and the cache for guests. */
export function listenerFor(handler: Handler, { origin, proxy }: Settings): RequestListener {
	const cache = new GuestCache();

	const answer = async (req: IncomingMessage, to: ServerResponse) => {
		for (const [name, value] of Object.entries(AROUND)) to.setHeader(name, value);
		try {
			await handler(req, to, () => to.writeHead(404).end());
		} catch (error) {
			console.error(error);
			to.destroy();
		}
	};

	return (req, res) => {
		const { headers } = req;
		if (!proxy.host && !isOwnHost(headers.host, origin)) {
			res
				.writeHead(421, { ...EVERYWHERE, 'content-type': 'text/plain; charset=utf-8' })
				.end('Misdirected request');
			return;
		}
		// always ours, so that nobody else can put them in
		headers[PROTOCOL_HEADER] = origin?.protocol.slice(0, -1) ?? 'http';
		headers[HOST_HEADER] = origin?.host ?? headers.host;
		// what says how much it brings is refused in words, see kernel/server/submit.ts
		if (headers['transfer-encoding'] !== undefined)
			cutOff(req, LIST.test(req.url ?? '') ? MOST_OF_LIST : MOST_BYTES);
		const own = origin?.origin ?? `http://${headers.host ?? ''}`;
		cache.serve(req, res, (to) => {
			takeLane(req, to, own, () => void answer(req, to));
		});
	};
}
