/**
 * `npm run demo`: fills a database with the region Merelstreek, tells who can sign in with which
 * code, and serves it. A second time it only tells and serves.
 *
 * A file is filled beside the place where it is to be and moved there when it is whole, so that what
 * was cut off half-way is thrown away.
 */
import { existsSync, globSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { DEMO_CLOCK } from '../demo/region.ts';
import { type DemoDoor, seed } from '../demo/seed.ts';
import { isEmpty } from '../features/people/server/set-up.ts';
import { openServices, type Services } from '../services.server.ts';
import { doorsTable } from './doors-table.ts';

process.env.DATABASE_URL ||= 'file:data/demo.db';
process.env.CLOCK ??= DEMO_CLOCK;
const { env } = process;
const url = process.env.DATABASE_URL;

const open = (databaseUrl: string): Promise<Services> =>
	openServices({
		databaseUrl,
		authToken: env.DATABASE_AUTH_TOKEN ?? '',
		secretKey: env.SECRET_KEY ?? '',
		clock: env.CLOCK ?? '',
		secure: env.ORIGIN?.startsWith('https:') ?? false
	});

const remove = (path: string) => {
	for (const file of globSync(`${path}{,-wal,-shm,.lock,.guard}`)) rmSync(file, { force: true });
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

async function fill(databaseUrl: string): Promise<DemoDoor[]> {
	console.log('De demonstratie wordt gemaakt… / Making the demonstration…');
	return withServices(databaseUrl, async (services) => {
		const doors = await seed(services, { progress: (line) => console.log(`  ${line}`) });
		await services.store.checkpoint();
		return doors;
	});
}

async function fillFile(path: string): Promise<DemoDoor[] | null> {
	if (existsSync(path) && (await isFilled(`file:${path}`))) return null;
	const making = `${path}.new`;
	remove(making);
	const doors = await fill(`file:${making}`);
	for (const rest of ['-wal', '-shm']) rmSync(`${path}${rest}`, { force: true });
	renameSync(making, path);
	remove(making);
	return doors;
}

const path = url.startsWith('file:')
	? url.startsWith('file://')
		? fileURLToPath(url)
		: url.slice('file:'.length)
	: null;
const doorsFile = `${path ?? 'data/demo.db'}.doors.json`;

const made = path !== null ? await fillFile(path) : (await isFilled(url)) ? null : await fill(url);
if (made) writeFileSync(doorsFile, JSON.stringify(made, null, '\t'), { mode: 0o600 });
const doors =
	made ??
	(existsSync(doorsFile) ? (JSON.parse(readFileSync(doorsFile, 'utf8')) as DemoDoor[]) : []);
console.log(doorsTable(doors, env));

await import('./serve.ts');
