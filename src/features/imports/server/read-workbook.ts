import { resolve } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Row, Table } from '../table/read-csv.ts';
import { Invalid } from '#kernel/errors.ts';

const WORKER = 'src/features/imports/server/workbook-worker.ts';
const LONGEST_MS = 30_000;

type Message =
	| { readonly rows: readonly (readonly string[])[] }
	| { readonly done: true }
	| { readonly failed: 'large' | 'unreadable' };

const refused = (reason: 'import.workbook' | 'import.workbook-large') =>
	new Invalid('input.invalid', { file: reason });

/** Reads the first sheet of a workbook, in a thread that may use only so much memory and time. */
export function readWorkbook(bytes: Uint8Array): Table {
	return {
		encoding: null,
		bom: false,
		delimiter: null,
		hasSepLine: false,
		rows: { [Symbol.asyncIterator]: () => rowsOf(bytes) }
	};
}

async function* rowsOf(bytes: Uint8Array): AsyncGenerator<Row> {
	const worker = new Worker(resolve(WORKER), {
		workerData: bytes,
		resourceLimits: { maxOldGenerationSizeMb: 300, maxYoungGenerationSizeMb: 32 },
		stdout: true,
		stderr: true
	});
	const timer = setTimeout(() => void worker.terminate(), LONGEST_MS);
	const came: Message[] = [];
	let wake = () => {};
	const put = (message: Message) => {
		came.push(message);
		wake();
	};
	worker.on('message', put);
	worker.on('error', () => put({ failed: 'large' }));
	worker.on('exit', () => put({ failed: 'large' }));
	let line = 0;
	try {
		for (;;) {
			const message = came.shift();
			if (!message) await new Promise<void>((done) => (wake = done));
			else if ('failed' in message)
				throw refused(message.failed === 'large' ? 'import.workbook-large' : 'import.workbook');
			else if ('done' in message) return;
			else for (const cells of message.rows) yield { line: ++line, cells };
		}
	} finally {
		clearTimeout(timer);
		await worker.terminate();
	}
}
