/**
 * The node process that serves the built application: `node src/entry/serve.ts`.
 *
 * SvelteKit's handler does the pages. `listener.ts` stands before it: it tells the handler what
 * origin was really asked for (adapter-node otherwise assumes https and would refuse every form on
 * plain http), refuses what is not for us, and answers guests from a cache of finished bytes.
 */
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { MOST_OF_LIST } from '../kernel/lengths.ts';
import { type Handler, HOST_HEADER, listenerFor, PROTOCOL_HEADER } from './listener.ts';

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 24 || (major === 24 && minor < 7)) {
	console.error(
		`Node 24.7 or newer is needed, this is ${process.version}: start with "npm start".`
	);
	process.exit(1);
}

// Set before the handler is loaded, which reads them once.
const { env } = process;
const proxy = { protocol: Boolean(env.PROTOCOL_HEADER), host: Boolean(env.HOST_HEADER) };
env.PROTOCOL_HEADER ||= PROTOCOL_HEADER;
env.HOST_HEADER ||= HOST_HEADER;
// everything but a list that is read in is held to much less
env.BODY_SIZE_LIMIT ||= String(MOST_OF_LIST);
// a wrong one is refused when the handler is loaded, with the other settings
const origin = URL.parse(env.ORIGIN ?? '') ?? undefined;

const built = new URL('../../build/handler.js', import.meta.url).href;
const { handler } = (await import(built).catch((error: unknown) => {
	// a wrong setting is not a bug: its sentence says all there is to say
	if (!/environment variables|^WrongSetting/i.test(String(error))) throw error;
	console.error(error instanceof Error ? error.message : error);
	process.exit(1);
})) as { handler: Handler };

const server = http.createServer(listenerFor(handler, { origin, proxy }));
server.headersTimeout = 10_000;
server.requestTimeout = 30_000;

server.listen(Number(env.PORT || 3000), env.HOST || '127.0.0.1', () => {
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
