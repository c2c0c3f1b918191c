import { readFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { asc, eq } from 'drizzle-orm';
import { consultations } from '../src/features/consultations/server/schema.ts';
import { importThread, type Size } from '../src/features/panels/server/import-thread.ts';
import { readThreadFile } from '../src/features/panels/thread-file.ts';
import { panels } from '../src/features/panels/server/schema.ts';
import { getScope } from '../src/features/scopes/server/queries.ts';
import { scopes } from '../src/features/scopes/server/schema.ts';
import { reasons } from '../src/i18n/en/reasons.ts';
import { AppError, Invalid, NotFound } from '../src/kernel/errors.ts';
import type { Context } from '../src/kernel/server/context.ts';
import type { Reader } from '../src/kernel/server/db.ts';
import { withDatabase } from './with-database.ts';

const USAGE = `Usage: npm run import:thread -- FILE… [--panel scope/consultation/panel] [--database file:…]

Takes over the threads of each FILE into a panel; without --panel into the first of the database.
Without --database that is the one of DATABASE_URL, or else of the demo: file:data/demo.db.
Nothing else may use it meanwhile: stop the server first. Importing a file again adds only what
was not there. Writers become pseudonyms, also where others mention them.
`;

/** The panel that was there first. */
async function firstPanel(db: Reader): Promise<string> {
	const [first] = await db
		.select({ scope: scopes.slug, consultation: consultations.slug, panel: panels.slug })
		.from(panels)
		.innerJoin(consultations, eq(consultations.id, panels.consultationId))
		.innerJoin(scopes, eq(scopes.id, consultations.scopeId))
		.orderBy(asc(consultations.draftedAt), asc(panels.position))
		.limit(1);
	if (!first) throw new Error('There is no panel in this database yet. Make one first.');
	return `${first.scope}/${first.consultation}/${first.panel}`;
}

/** What a file holds. All of it is looked at before anything is done with any file. */
function contentOf(file: string): unknown {
	try {
		const path = resolve(process.env['INIT_CWD'] ?? '.', file);
		const content: unknown = JSON.parse(readFileSync(path, 'utf8'));
		readThreadFile(content);
		return content;
	} catch (error) {
		throw new Error(`${file}: ${wordsOf(error)}`, { cause: error });
	}
}

/** An error in words, with what is wrong where. */
function wordsOf(error: unknown): string {
	if (error instanceof NotFound) return 'There is no such panel in this database.';
	if (!(error instanceof AppError)) return error instanceof Error ? error.message : String(error);
	const where = error instanceof Invalid ? Object.values(error.issues) : [];
	return [reasons[error.reason], ...where].join('\n');
}

const cells = (of: readonly (string | number)[]) =>
	of.map((cell, nth) => (nth === 0 ? `  ${cell}`.padEnd(16) : String(cell).padStart(15))).join('');
const line = (what: string, { records, threads, deepest }: Size) =>
	cells([what, records, threads, deepest]);

async function main(): Promise<void> {
	const { values, positionals: files } = parseArgs({
		allowPositionals: true,
		options: { panel: { type: 'string' }, database: { type: 'string' } }
	});
	if (files.length === 0) throw new Error(USAGE);
	const databaseUrl = values.database ?? process.env['DATABASE_URL'] ?? 'file:data/demo.db';
	const contents = files.map((file) => ({ file, content: contentOf(file) }));
	await withDatabase(databaseUrl, async ({ store, seal, vault, now }) => {
		const path = values.panel ?? (await firstPanel(store.read));
		const [scopeSlug = '', consultation = '', panel = ''] = path.split('/');
		const ctx: Context = {
			read: store.read,
			write: store.write,
			now: now(),
			actor: { kind: 'clock', job: 'import:thread' },
			scope: await getScope(store.read, scopeSlug),
			// who can open the database can do what a moderator can
			roles: new Set(['moderator']),
			locale: 'en',
			session: null,
			seal,
			vault,
			address: ''
		};
		process.stdout.write(`Into ${path} of ${databaseUrl}\n`);
		for (const { file, content } of contents) {
			const done = await importThread(ctx, consultation, panel, content);
			const table = [
				basename(file),
				cells(['', 'records', 'threads', 'deepest level']),
				line('in the file', done.file),
				line('in the panel', done.panel),
				cells(['added', done.added])
			];
			process.stdout.write(`${table.join('\n')}\n`);
		}
	});
}

main().catch((error: unknown) => {
	process.stderr.write(`${wordsOf(error)}\n`);
	process.exitCode = 1;
});
