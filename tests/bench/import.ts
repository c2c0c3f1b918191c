/**
 * `npm run bench -- import`: reads a list of 20,000 parents in, looks at the preview and applies it,
 * then the same list again. Prints CPU seconds of this process, how long the last transaction held
 * up everybody else, and how much memory it took at most above what it had.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { applyImport } from '#features/imports/server/apply-import.ts';
import { showRun } from '#features/imports/server/show-run.ts';
import { startImport } from '#features/imports/server/start-import.ts';
import { memberships, people } from '#features/people/server/schema.ts';
import { createScope } from '#features/scopes/server/create-scope.ts';
import { scopes } from '#features/scopes/server/schema.ts';
import type { Context, Scope } from '#kernel/server/context.ts';
import { openStore } from '#kernel/server/db.ts';
import { sealWith } from '#kernel/server/hash.ts';
import { vaultWith } from '#kernel/server/vault.ts';

const KEY = 'a key for the benchmark, of at least 32 characters';
const PARENTS = 20_000;
const GROUPS = 24;
const COLUMNS = {
	...{
		'column-0': 'household',
		'column-1': 'name-1',
		'column-2': 'email-1',
		'column-3': 'phone-1'
	},
	...{ 'column-4': 'name-2', 'column-5': 'email-2', 'column-6': 'group' }
};

/** A row for each pupil: two parents of a family, and every third family has a second child. */
function aList(): Buffer {
	const lines = [
		'Gezin;Ouder 1;E-mail ouder 1;Telefoon;Ouder 2;E-mail ouder 2;Groep;Geboortedatum'
	];
	for (let nth = 0; nth < PARENTS / 2; nth++) {
		const n = String(nth);
		const family = `G-${n};Ayşe van der Berg ${letters(nth)};a${n}@example.org;06${n.padStart(8, '0')};Jan Müller ${letters(nth)};j${n}@example.org`;
		for (let child = 0; child <= (nth % 3 === 0 ? 1 : 0); child++)
			lines.push(`${family};Groep ${String((nth + child) % GROUPS)};2015-03-04`);
	}
	return Buffer.from(lines.join('\r\n'));
}

const letters = (nth: number) =>
	Array.from(String(nth), (digit) => String.fromCharCode(97 + Number(digit))).join('');

export async function benchImport(): Promise<void> {
	const folder = mkdtempSync(join(tmpdir(), 'samenspraak-import-'));
	const store = await openStore({ url: `file:${join(folder, 'bench.db')}` });
	const school: Scope = { id: 's', path: '/home/s/', kind: 'school', slug: 's', name: 'School' };
	let longest = 0;
	const ctx: Context = {
		read: store.read,
		write: (work) => {
			return store.write(async (tx) => {
				const began = performance.now();
				const result = await work(tx);
				longest = Math.max(longest, performance.now() - began);
				return result;
			});
		},
		now: new Date('2027-05-12T10:00:00Z'),
		actor: { kind: 'person', personId: 'me' },
		scope: school,
		roles: new Set(['coordinator']),
		locale: 'nl',
		seal: sealWith(KEY),
		vault: vaultWith(KEY),
		session: null,
		address: ''
	};
	await store.write(async (tx) => {
		await tx.insert(scopes).values(school);
		await tx.insert(people).values({ id: 'me', name: 'Ik' });
		await tx.insert(memberships).values({ scopeId: 's', personId: 'me', role: 'coordinator' });
	});
	for (let n = 0; n < GROUPS; n++)
		await createScope(ctx, { kind: 'group', name: `Groep ${String(n)}` });

	const list = aList();
	const before = process.memoryUsage.rss();
	let most = before;
	const watch = setInterval(() => (most = Math.max(most, process.memoryUsage.rss())), 20);
	console.log(`${String(PARENTS)} parents, ${(list.length / 1e6).toFixed(1)} MB`);
	for (const what of ['first time', 'same list again']) {
		const [cpu, began] = [process.cpuUsage(), performance.now()];
		const { id, read } = await startImport(ctx, list, COLUMNS);
		await read;
		const { counts, issues } = await showRun(ctx, id);
		if (issues.length > 0) throw new Error(`mistakes in the list: ${JSON.stringify(issues[0])}`);
		const previewed = performance.now() - began;
		longest = 0;
		await applyImport(ctx, id);
		const { user, system } = process.cpuUsage(cpu);
		console.log(
			[
				`${what}: ${String(counts?.newParents)} new`,
				`preview after ${(previewed / 1000).toFixed(1)} s`,
				`applied in one transaction of ${longest.toFixed(0)} ms`,
				`${((user + system) / 1e6).toFixed(1)} s of CPU`,
				`at most ${((most - before) / 1e6).toFixed(0)} MB more memory (${(most / 1e6).toFixed(0)} in all)`
			].join(', ')
		);
	}
	clearInterval(watch);
	await store.close();
	rmSync(folder, { recursive: true, force: true });
}
