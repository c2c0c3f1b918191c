/**
 * The load: a process of its own that sends one batch of requests after another, as told by its
 * parent. Bounded: a batch has a number of requests, and only 127.0.0.1 is ever asked.
 */
import http from 'node:http';

export type Batch = {
	readonly port: number;
	readonly concurrency: number;
	/** One by one, in this order; `repeat` times the whole list. */
	readonly requests: readonly Ask[];
	readonly repeat: number;
};
export type Ask = {
	readonly method: 'GET' | 'POST';
	readonly path: string;
	readonly headers: Readonly<Record<string, string>>;
	readonly body?: string;
};
/** What came back: how many of each status, bytes of the bodies, and the latencies in ms. */
export type Outcome = {
	readonly statuses: Readonly<Record<number, number>>;
	readonly bytes: number;
	readonly seconds: number;
	readonly p50: number;
	readonly p99: number;
};

async function ask(agent: http.Agent, port: number, it: Ask): Promise<[number, number]> {
	return new Promise((resolve, reject) => {
		const headers = {
			host: `localhost:${String(port)}`,
			...it.headers,
			...(it.body === undefined ? {} : { 'content-length': Buffer.byteLength(it.body) })
		};
		const { method, path } = it;
		const req = http.request({ agent, host: '127.0.0.1', port, method, path, headers }, (res) => {
			let bytes = 0;
			res.on('data', (chunk: Buffer) => (bytes += chunk.length));
			res.on('end', () => resolve([res.statusCode ?? 0, bytes]));
			res.on('error', reject);
		});
		req.on('error', reject);
		req.end(it.body);
	});
}

async function run(batch: Batch): Promise<Outcome> {
	const agent = new http.Agent({ keepAlive: true, maxSockets: batch.concurrency });
	const total = batch.requests.length * batch.repeat;
	const statuses: Record<number, number> = {};
	const latencies: number[] = [];
	let next = 0;
	let bytes = 0;
	const started = performance.now();
	const worker = async () => {
		while (next < total) {
			const it = batch.requests[next++ % batch.requests.length];
			if (!it) return;
			const sent = performance.now();
			const [status, size] = await ask(agent, batch.port, it);
			latencies.push(performance.now() - sent);
			statuses[status] = (statuses[status] ?? 0) + 1;
			bytes += size;
		}
	};
	await Promise.all(Array.from({ length: batch.concurrency }, worker));
	agent.destroy();
	latencies.sort((a, b) => a - b);
	const at = (share: number) => latencies[Math.floor(share * (latencies.length - 1))] ?? 0;
	const seconds = (performance.now() - started) / 1000;
	return { statuses, bytes, seconds, p50: at(0.5), p99: at(0.99) };
}

if (process.send) {
	process.on('message', (batch: Batch) => {
		void run(batch).then((outcome) => process.send?.(outcome));
	});
}
