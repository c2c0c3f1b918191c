/**
 * A thread of its own that unpacks a workbook, so that one that is made to fill the memory fills no
 * other than its own, and is stopped. Started by read-workbook.ts; knows nothing of the product.
 */
import { once } from 'node:events';
import { parentPort, workerData } from 'node:worker_threads';
import { strFromU8, Unzip, UnzipInflate, UnzipPassThrough } from 'fflate';
import { readSheet } from 'read-excel-file/node';

const MOST_UNPACKED = 100_000_000;
const MOST_FILES = 1000;
const SLICE = 65_536;
const BATCH = 500;
const INDEX = 'xl/workbook.xml';
const MOST_INDEX = 1_000_000;

/** `sheet` is which one to read, from 1; 0 to tell only which sheets there are. */
type Asked = { readonly bytes: Uint8Array; readonly sheet: number };

/** Unpacks it once, to see how large it really is. Of all that only the list of sheets is kept. */
function indexOf(bytes: Uint8Array): string {
	let size = 0;
	let files = 0;
	let index = '';
	const unzip = new Unzip((file) => {
		if (++files > MOST_FILES) throw new Error('large');
		file.ondata = (error, chunk) => {
			if (error) throw error;
			size += chunk.length;
			if (size > MOST_UNPACKED) throw new Error('large');
			if (file.name === INDEX && index.length < MOST_INDEX) index += strFromU8(chunk, true);
		};
		file.start();
	});
	unzip.register(UnzipInflate);
	unzip.register(UnzipPassThrough);
	for (let at = 0; at < bytes.length; at += SLICE)
		unzip.push(bytes.subarray(at, at + SLICE), at + SLICE >= bytes.length);
	return Buffer.from(index, 'latin1').toString('utf8');
}

/** A cell as a text list would have it; a date by its day. */
function textOf(value: unknown): string {
	if (value === null || value === undefined) return '';
	if (value instanceof Date) return value.toISOString().slice(0, 10);
	return typeof value === 'string' ? value : JSON.stringify(value);
}

async function read({ bytes, sheet }: Asked): Promise<void> {
	if (sheet === 0) {
		parentPort?.postMessage({ index: indexOf(bytes) });
		return;
	}
	const rows = await readSheet(Buffer.from(bytes), sheet);
	for (let at = 0; at < rows.length; at += BATCH) {
		parentPort?.postMessage({ rows: rows.slice(at, at + BATCH).map((row) => row.map(textOf)) });
		// no further ahead than whoever reads them
		if (parentPort) await once(parentPort, 'message');
	}
	parentPort?.postMessage({ done: true });
}

// what is wrong with it is told in one word: its own message may quote a cell
read(workerData as Asked).catch((error: unknown) => {
	const large = error instanceof Error && error.message === 'large';
	parentPort?.postMessage({ failed: large ? 'large' : 'unreadable' });
});
