import { existsSync } from 'node:fs';
import { openServices, type Services } from '../src/services.server.ts';

/**
 * Opens the database for a program on the command line, with the settings of the server, and closes
 * it again. Throws a sentence when there is none.
 */
export async function withDatabase<Result>(
	databaseUrl: string,
	work: (services: Services) => Promise<Result>
): Promise<Result> {
	if (databaseUrl.startsWith('file:') && !existsSync(databaseUrl.slice('file:'.length)))
		throw new Error(`There is no database at ${databaseUrl}. Name one with --database file:…`);
	const services = await openServices({
		databaseUrl,
		authToken: process.env['DATABASE_AUTH_TOKEN'] ?? '',
		secretKey: process.env['SECRET_KEY'] ?? '',
		clock: '',
		secure: false,
		secondFactor: 'required'
	});
	try {
		return await work(services);
	} finally {
		await services.store.close();
	}
}
