import { readFileSync, renameSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'libsql';
import { isBusy } from './connection.ts';

/**
 * Keeps a database file for one process: two that write and checkpoint the same file can lose what
 * was stored (SQLite before 3.51.3), and even one that only reads could open a connection too many.
 *
 * The lock itself is an exclusive transaction, held until the end, on an empty SQLite file beside
 * the database: `<file>.guard`. That is a lock of the operating system: exactly one of two starters
 * gets it, it also holds between containers on one machine, and it ends with the process, however
 * that dies; so nothing can be left behind that somebody must judge to be stale. The guard is never
 * removed: a starter could be waiting at the file that is removed. Nor may this process open it in
 * another way, since closing any handle to a file ends a process's locks on it.
 *
 * `<file>.lock` only says who has it, for people. It is used once: if the guard was to be had while
 * the process named there is alive, then locks do not work in this place, and we refuse as well.
 */
export type Lock = { readonly release: () => void };

type Holder = { readonly pid: number; readonly mark: string | null };

const NETWORK: Readonly<Record<number, string>> = {
	0x6969: 'NFS',
	0x517b: 'SMB',
	0xff534d42: 'CIFS',
	0xfe534d42: 'SMB2'
};

/**
 * What tells a process from every other that ever had its number: this boot of the machine and the
 * moment it started. Null when it has ended, and where the system does not tell.
 */
function markOf(pid: number): string | null {
	try {
		const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
		// the name of the program stands in brackets and may have spaces in it
		const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
		const [state, startedAt] = [fields[0], fields[19]];
		const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
		return state === 'Z' || state === 'X' ? null : `${boot}/${startedAt ?? ''}`;
	} catch {
		return null;
	}
}

function readHolder(file: string): Holder | null {
	try {
		const { pid, mark } = JSON.parse(readFileSync(file, 'utf8')) as Partial<Holder>;
		return typeof pid === 'number' ? { pid, mark: mark ?? null } : null;
	} catch {
		return null;
	}
}

/** Not being able to say who we are, on a full disk, is no reason not to start. */
function writeHolder(file: string, holder: Holder): void {
	try {
		writeFileSync(`${file}.new`, JSON.stringify(holder), { mode: 0o600 });
		renameSync(`${file}.new`, file);
	} catch {
		rmSync(`${file}.new`, { force: true });
	}
}

const isAlive = (holder: Holder | null): holder is Holder =>
	holder !== null && holder.mark !== null && markOf(holder.pid) === holder.mark;

function assertLocalDisk(path: string): void {
	if (process.platform !== 'linux') return;
	const system = NETWORK[statfsSync(dirname(path)).type];
	if (system)
		throw new Error(
			`The database ${path} is on a network disk (${system}), where locks do not hold. ` +
				'Put it on a disk of this machine.'
		);
}

function takeGuard(path: string): Database.Database {
	try {
		const guard = new Database(`${path}.guard`);
		try {
			guard.exec('PRAGMA journal_mode = MEMORY');
			guard.exec('BEGIN EXCLUSIVE');
			return guard;
		} catch (error) {
			guard.close();
			throw error;
		}
	} catch (error) {
		if (!isBusy(error))
			throw new Error(`The database ${path} cannot be opened: ${String(error)}`, { cause: error });
		const holder = readHolder(`${path}.lock`);
		throw new Error(
			`The database ${path} is in use by ${holder ? `process ${holder.pid}` : 'another process'}. ` +
				'Stop that one first: two at once would damage it.',
			{ cause: error }
		);
	}
}

/** Takes the lock, or throws a sentence that names the file and the process that has it. */
export function lockDatabase(path: string): Lock {
	assertLocalDisk(path);
	const guard = takeGuard(path);
	const before = readHolder(`${path}.lock`);
	if (isAlive(before) && before.pid !== process.pid) {
		guard.close();
		throw new Error(
			`The database ${path} is in use by process ${before.pid}, and its disk does not keep ` +
				'locks. Stop that process, and move the database to another disk.'
		);
	}
	writeHolder(`${path}.lock`, { pid: process.pid, mark: markOf(process.pid) });
	return {
		release() {
			rmSync(`${path}.lock`, { force: true });
			guard.close();
		}
	};
}
