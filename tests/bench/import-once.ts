/**
 * Reads one list in, looks at the preview and applies it, then the same list again, in a process
 * that did nothing else: what it cost is printed as one line of JSON. Started by import.ts.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
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
const [file = '', groups = '0'] = process.argv.slice(2);
const COLUMNS = {
	...{
		'column-0': 'household',
		'column-1': 'name-1',
		'column-2': 'email-1',
		'column-3': 'phone-1'
	},
	...{ 'column-4': 'name-2', 'column-5': 'email-2', 'column-6': 'group' }
};

/** What reading, looking at and applying a list once cost. */
export type Cost = {
	readonly fresh: number;
	readonly preview: number;
	/** How long the last transaction held up everybody else, ms. */
	readonly applied: number;
	readonly cpu: number;
	/** The most memory of this process above what it had before the first list, MB. */
	readonly memory: number;
};

const folder = mkdtempSync(join(tmpdir(), 'samenspraak-import-'));
const store = await openStore({ url: `file:${join(folder, 'bench.db')}` });
const school: Scope = { id: 's', path: '/home/s/', kind: 'school', slug: 's', name: 'School' };
let longest = 0;
const ctx: Context = {
	read: store.read,
	write: (work) =>
		store.write(async (tx) => {
			const began = performance.now();
			const result = await work(tx);
			longest = Math.max(longest, performance.now() - began);
			return result;
		}),
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
for (let n = 0; n < Number(groups); n++)
	await createScope(ctx, { kind: 'group', name: `Groep ${String(n)}` });

const list = readFileSync(file);
const before = process.memoryUsage.rss();
let most = before;
const watch = setInterval(() => (most = Math.max(most, process.memoryUsage.rss())), 20);
const costs: Cost[] = [];
for (let round = 0; round < 2; round++) {
	const [cpu, began] = [process.cpuUsage(), performance.now()];
	const { id, read } = await startImport(ctx, list, COLUMNS);
	await read;
	const { counts, issues } = await showRun(ctx, id);
	if (issues.length > 0) throw new Error(`mistakes in the list: ${JSON.stringify(issues[0])}`);
	const preview = performance.now() - began;
	longest = 0;
	await applyImport(ctx, id);
	const { user, system } = process.cpuUsage(cpu);
	costs.push({
		fresh: counts?.newParents ?? 0,
		preview,
		applied: longest,
		cpu: (user + system) / 1e6,
		memory: (most - before) / 1e6
	});
}
clearInterval(watch);
await store.close();
rmSync(folder, { recursive: true, force: true });
console.log(JSON.stringify(costs));
