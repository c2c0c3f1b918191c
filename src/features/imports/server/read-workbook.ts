import { resolve } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Row, Table } from '../table/read-csv.ts';
import { sheetMeant, sheetsIn, type Sheet } from '../table/sheets.ts';
import { Invalid } from '#kernel/errors.ts';

const WORKER = 'src/features/imports/server/workbook-worker.ts';
const LONGEST_MS = 30_000;

type Message =
	| { readonly index: string }
	| { readonly rows: readonly (readonly string[])[] }
	| { readonly done: true }
	| { readonly failed: 'large' | 'unreadable' };

export type Workbook = Table & {
	readonly sheets: readonly Sheet[];
	/** The one whose rows these are, from 1. */
	readonly sheet: number;
};

/** Which sheet of those that are there, from 1; 0 for the first that can be seen. */
export type ChooseSheet = (sheets: readonly Sheet[]) => number;

const refused = (reason: 'import.workbook' | 'import.workbook-large') =>
	new Invalid('input.invalid', { file: reason });

/** Reads one sheet of a workbook, in a thread that may use only so much memory and time. */
export async function readWorkbook(bytes: Uint8Array, choose: ChooseSheet): Promise<Workbook> {
	let sheets: readonly Sheet[] = [];
	for await (const message of messagesOf(bytes, 0))
		if ('index' in message) sheets = sheetsIn(message.index);
	const sheet = sheetMeant(sheets, choose(sheets));
	return {
		encoding: null,
		bom: false,
		delimiter: null,
		hasSepLine: false,
		rows: { [Symbol.asyncIterator]: () => rowsOf(bytes, sheet) },
		sheets,
		sheet
	};
}

async function* rowsOf(bytes: Uint8Array, sheet: number): AsyncGenerator<Row> {
	let line = 0;
	for await (const message of messagesOf(bytes, sheet))
		if ('rows' in message) for (const cells of message.rows) yield { line: ++line, cells };
}

/** What the thread says, until it is done. It goes on when what it said was taken. */
async function* messagesOf(bytes: Uint8Array, sheet: number): AsyncGenerator<Message> {
	const worker = new Worker(resolve(WORKER), {
		workerData: { bytes, sheet },
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
	try {
		for (;;) {
			const message = came.shift();
			if (!message) {
				await new Promise<void>((done) => (wake = done));
				continue;
			}
			// it has read all that it will: from here on it waits for us
			clearTimeout(timer);
			if ('failed' in message)
				throw refused(message.failed === 'large' ? 'import.workbook-large' : 'import.workbook');
			if ('done' in message) return;
			yield message;
			if ('index' in message) return;
			worker.postMessage('more');
		}
	} finally {
		clearTimeout(timer);
		await worker.terminate();
	}
}
