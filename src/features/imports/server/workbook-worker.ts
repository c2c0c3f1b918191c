/**
 * A thread of its own that unpacks a workbook, so that one that is made to fill the memory fills no
 * other than its own, and is stopped. Started by read-workbook.ts; knows nothing of the product.
 */
import { parentPort, workerData } from 'node:worker_threads';
import { Unzip, UnzipInflate, UnzipPassThrough } from 'fflate';
import { readSheet } from 'read-excel-file/node';

const MOST_UNPACKED = 100_000_000;
const MOST_FILES = 1000;
const SLICE = 65_536;
const BATCH = 500;

/** Unpacks it once without keeping anything, to see how large it really is. */
function assertModest(bytes: Uint8Array): void {
	let size = 0;
	let files = 0;
	const unzip = new Unzip((file) => {
		if (++files > MOST_FILES) throw new Error('large');
		file.ondata = (error, chunk) => {
			if (error) throw error;
			size += chunk.length;
			if (size > MOST_UNPACKED) throw new Error('large');
		};
		file.start();
	});
	unzip.register(UnzipInflate);
	unzip.register(UnzipPassThrough);
	for (let at = 0; at < bytes.length; at += SLICE)
		unzip.push(bytes.subarray(at, at + SLICE), at + SLICE >= bytes.length);
}

/** A cell as a text list would have it; a date by its day. */
function textOf(value: unknown): string {
	if (value === null || value === undefined) return '';
	if (value instanceof Date) return value.toISOString().slice(0, 10);
	return typeof value === 'string' ? value : JSON.stringify(value);
}

async function read(bytes: Uint8Array): Promise<void> {
	assertModest(bytes);
	const rows = await readSheet(Buffer.from(bytes));
	for (let at = 0; at < rows.length; at += BATCH)
		parentPort?.postMessage({ rows: rows.slice(at, at + BATCH).map((row) => row.map(textOf)) });
	parentPort?.postMessage({ done: true });
}

// what is wrong with it is told in one word: its own message may quote a cell
read(workerData as Uint8Array).catch((error: unknown) => {
	const large = error instanceof Error && error.message === 'large';
	parentPort?.postMessage({ failed: large ? 'large' : 'unreadable' });
});
