import { closeSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Client } from '@libsql/client';

function sync(path: string): void {
	const handle = openSync(path, 'r');
	try {
		fsyncSync(handle);
	} finally {
		closeSync(handle);
	}
}

async function assertWhole(client: Client, path: string): Promise<void> {
	await client.execute({ sql: 'ATTACH ? AS copy', args: [path] });
	try {
		const { rows } = await client.execute('PRAGMA copy.integrity_check');
		const found = JSON.stringify(rows.map((row) => row[0]));
		if (found !== '["ok"]') throw new Error(`The copy ${path} is damaged: ${found}`);
	} finally {
		await client.execute('DETACH copy');
	}
}

/**
 * Writes a whole copy of an embedded database to the file `to`, while it is in use. The copy holds
 * nothing of what was erased, has been checked, and is on the disk when this resolves; the name
 * `to` appears only then, and replaces what had it.
 *
 * A plain copy of the file would miss what is still in the write-ahead log, and could end the lock.
 */
export async function copyDatabase(client: Client, to: string): Promise<void> {
	const unfinished = `${to}.unfinished`;
	rmSync(unfinished, { force: true });
	try {
		await client.execute({ sql: 'VACUUM INTO ?', args: [unfinished] });
		await assertWhole(client, unfinished);
		sync(unfinished);
		renameSync(unfinished, to);
		sync(dirname(to));
	} catch (error) {
		rmSync(unfinished, { force: true });
		throw error;
	}
}
