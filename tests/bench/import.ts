/**
 * `npm run bench -- import`: reads lists of 2,000, 20,000 and 45,000 parents in, as text and as a
 * workbook, each in a process of its own, and then the same list again. The table goes into
 * `docs/benchmarks.md`.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import writeXlsxFile from 'write-excel-file/node';
import type { Cost } from './import-once.ts';
import { keepPart } from './parts.ts';

/** The last is the most that fits: a parent of two children stands on two rows, as 60,000 in all. */
const PARENTS = [2000, 20_000, 45_000];
const GROUPS = 24;
const HEADER = ['Gezin', 'Ouder 1', 'E-mail ouder 1', 'Telefoon', 'Ouder 2', 'E-mail ouder 2'];

const letters = (nth: number) =>
	Array.from(String(nth), (digit) => String.fromCharCode(97 + Number(digit))).join('');

/** A row for each pupil: two parents of a family, and every third family has a second child. */
function aList(parents: number): string[][] {
	const list = [[...HEADER, 'Groep', 'Geboortedatum']];
	for (let nth = 0; nth < parents / 2; nth++) {
		const n = String(nth);
		const family = [
			...[`G-${n}`, `Ayşe van der Berg ${letters(nth)}`, `a${n}@example.org`],
			...[`06${n.padStart(8, '0')}`, `Jan Müller ${letters(nth)}`, `j${n}@example.org`]
		];
		for (let child = 0; child <= (nth % 3 === 0 ? 1 : 0); child++)
			list.push([...family, `Groep ${String((nth + child) % GROUPS)}`, '2015-03-04']);
	}
	return list;
}

async function bytesOf(kind: 'csv' | 'xlsx', list: readonly string[][]): Promise<Uint8Array> {
	if (kind === 'csv') return Buffer.from(list.map((row) => row.join(';')).join('\r\n'));
	const cells = list.map((row) => row.map((value) => ({ value })));
	return new Uint8Array(await writeXlsxFile(cells).toBuffer());
}

const INTRO = `Made by \`npm run bench -- import\`, each list in a process that did nothing else. Preview is until
every row was compared with the school; applied is the one transaction in which nobody else writes.
Memory is the most that the process had above what it had before the first list: at first the two
page caches of SQLite fill (2 × 16 MB), after that it does not grow with the list. A workbook is read
whole by its library, in a thread that may use 332 MB and is then stopped with a sentence. The file
itself (at most 12 MB) is in memory until it was read, and never on the disk.

| list | file | new | preview | applied | CPU | again: CPU | most memory |
| --- | --- | --- | --- | --- | --- | --- | --- |
`;

export async function benchImport(): Promise<void> {
	const folder = mkdtempSync(join(tmpdir(), 'samenspraak-lists-'));
	const lines: string[] = [];
	try {
		for (const kind of ['csv', 'xlsx'] as const)
			for (const parents of PARENTS) {
				const bytes = await bytesOf(kind, aList(parents));
				const file = join(folder, `list.${kind}`);
				writeFileSync(file, bytes);
				lines.push(
					lineOf(`${parents.toLocaleString('en')} parents, ${kind.toUpperCase()}`, bytes, file)
				);
				console.log(lines.at(-1));
			}
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
	keepPart('Lists of parents', INTRO + lines.join('\n'));
}

function lineOf(name: string, bytes: Uint8Array, file: string): string {
	const args = [...process.execArgv, 'tests/bench/import-once.ts', file, String(GROUPS)];
	const printed = execFileSync(process.execPath, args, { encoding: 'utf8' });
	const [first, again] = JSON.parse(printed) as [Cost, Cost];
	const seconds = (value: number) => `${value.toFixed(1)} s`;
	const cells = [
		...[name, `${(bytes.length / 1e6).toFixed(1)} MB`, first.fresh.toLocaleString('en')],
		...[seconds(first.preview / 1000), `${first.applied.toFixed(0)} ms`],
		...[seconds(first.cpu), seconds(again.cpu)],
		`${Math.max(first.memory, again.memory).toFixed(0)} MB`
	];
	return `| ${cells.join(' | ')} |`;
}
