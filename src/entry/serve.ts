/**
 * The node process that serves the built application: `node src/entry/serve.ts`.
 *
 * SvelteKit's handler does the pages. This file stands before it for two things: it tells the
 * handler what origin was really asked for (adapter-node otherwise assumes https and would refuse
 * every form on plain http), and it answers guests from a cache of finished bytes.
 */
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { GuestCache } from './guest-cache.ts';

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 24 || (major === 24 && minor < 7)) {
	console.error(
		`Node 24.7 or newer is needed, this is ${process.version}: start with "npm start".`
	);
	process.exit(1);
}

// Set before the handler is loaded, which reads them once.
const behindProxy = 'PROTOCOL_HEADER' in process.env;
process.env.PROTOCOL_HEADER ??= 'x-samenspraak-proto';
process.env.HOST_HEADER ??= 'x-samenspraak-host';
// a wrong one is refused when the handler is loaded, with the other settings
const origin = URL.parse(process.env.ORIGIN ?? '') ?? undefined;

type Handler = (req: http.IncomingMessage, res: http.ServerResponse, next: () => void) => void;
const built = new URL('../../build/handler.js', import.meta.url).href;
const { handler } = (await import(built).catch((error: unknown) => {
	// a wrong setting is not a bug: its sentence says all there is to say
	if (!/environment variables/i.test(String(error))) throw error;
	console.error(error instanceof Error ? error.message : error);
	process.exit(1);
})) as { handler: Handler };

const cache = new GuestCache();
const server = http.createServer((req, res) => {
	if (!behindProxy) {
		req.headers['x-samenspraak-proto'] = origin?.protocol.slice(0, -1) ?? 'http';
		req.headers['x-samenspraak-host'] = origin?.host ?? req.headers.host;
	}
	cache.serve(req, res, () => {
		handler(req, res, () => {
			res.statusCode = 404;
			res.end();
		});
	});
});
server.headersTimeout = 10_000;
server.requestTimeout = 30_000;

server.listen(Number(process.env.PORT || 3000), process.env.HOST || '127.0.0.1', () => {
	const { port } = server.address() as AddressInfo;
	console.log(`Samenspraak: ${origin?.href ?? `http://localhost:${String(port)}/`}`);
});

/** Stop taking requests, finish those under way, then let the application close its database. */
function stop(signal: NodeJS.Signals): void {
	server.close(() => {
		process.emit('sveltekit:shutdown' as never, signal as never);
	});
	server.closeIdleConnections();
	setTimeout(() => process.exit(0), 8_000).unref();
}
process.once('SIGINT', stop);
process.once('SIGTERM', stop);
