/**
 * `npm run demo`: fills a database with the region Merelstreek, tells who can sign in with which
 * code, and serves it. A second time it only tells and serves.
 *
 * A file is filled beside the place where it is to be and moved there when it is whole, so that what
 * was cut off half-way is thrown away; a database elsewhere gets everything in one transaction.
 */
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DEMO_CLOCK } from '../demo/region.ts';
import { type DemoDoor, loadDemo, seed } from '../demo/seed.ts';
import { isEmpty } from '../features/people/server/set-up.ts';
import { openServices, type Services } from '../services.server.ts';
import { doorsTable } from './doors-table.ts';

process.env.DATABASE_URL ||= 'file:data/demo.db';
process.env.CLOCK ??= DEMO_CLOCK;
// who looks at the demonstration comes in with a code, and need not set up anything
process.env.SECOND_FACTOR ||= 'offered';
const { env } = process;
const url = process.env.DATABASE_URL;

const path = url.startsWith('file:')
	? url.startsWith('file://')
		? fileURLToPath(url)
		: url.slice('file:'.length)
	: null;
const doorsFile = path === null ? 'data/demo.doors.json' : `${path}.doors.json`;

const open = (databaseUrl: string): Promise<Services> =>
	openServices({
		databaseUrl,
		authToken: env.DATABASE_AUTH_TOKEN ?? '',
		secretKey: env.SECRET_KEY ?? '',
		clock: env.CLOCK ?? '',
		secure: env.ORIGIN?.startsWith('https:') ?? false,
		secondFactor: 'offered'
	});

/** Removes a database with all that belongs to it. */
const remove = (path: string) => {
	for (const rest of ['', '-wal', '-shm', '.lock', '.guard'])
		rmSync(`${path}${rest}`, { force: true });
};

async function withServices<Result>(
	databaseUrl: string,
	work: (services: Services) => Promise<Result>
): Promise<Result> {
	const services = await open(databaseUrl);
	try {
		return await work(services);
	} finally {
		await services.store.close();
	}
}

const isFilled = (databaseUrl: string) =>
	withServices(databaseUrl, async ({ store }) => !(await isEmpty(store.read)));

async function fill(databaseUrl: string, tell: typeof seed): Promise<DemoDoor[]> {
	console.log('De demonstratie wordt gemaakt… / Making the demonstration…');
	return withServices(databaseUrl, async (services) => {
		const doors = await tell(services, { progress: (line) => console.log(`  ${line}`) });
		await services.store.checkpoint();
		return doors;
	});
}

/** Codes are shown once by the product; the demonstration keeps them where only its owner reads. */
function keep(doors: readonly DemoDoor[]): void {
	mkdirSync(dirname(doorsFile), { recursive: true, mode: 0o700 });
	rmSync(doorsFile, { force: true });
	writeFileSync(doorsFile, JSON.stringify(doors, null, '\t'), { mode: 0o600 });
}

async function fillRemote(): Promise<DemoDoor[] | null> {
	if (await isFilled(url)) return null;
	const doors = await fill(url, loadDemo);
	keep(doors);
	return doors;
}

async function fillFile(path: string): Promise<DemoDoor[] | null> {
	if (existsSync(path) && (await isFilled(`file:${path}`))) return null;
	const making = `${path}.new`;
	remove(making);
	const doors = await fill(`file:${making}`, seed);
	keep(doors);
	for (const rest of ['-wal', '-shm']) rmSync(`${path}${rest}`, { force: true });
	renameSync(making, path);
	remove(making);
	return doors;
}

const made = path === null ? await fillRemote() : await fillFile(path);
const doors =
	made ??
	(existsSync(doorsFile) ? (JSON.parse(readFileSync(doorsFile, 'utf8')) as DemoDoor[]) : []);
console.log(doorsTable(doors, env));

await import('./serve.ts');
