import { electorate, participationCodes } from '#features/electorate/server/schema.ts';
import { newCode } from '#features/people/code.ts';
import { isNotNull } from 'drizzle-orm';
import { openServices } from '../../src/services.server.ts';
import type { Ask } from './load.ts';

/** Gives so many of the parents in a filled database a participation code each. */
export async function issueCodes(databaseUrl: string, count: number): Promise<readonly string[]> {
	const { store, seal } = await openServices({
		...{ databaseUrl, authToken: '', secretKey: '', clock: '', secure: false },
		secondFactor: 'offered'
	});
	const codes: string[] = [];
	await store.write(async (tx) => {
		const rights = await tx
			.select()
			.from(electorate)
			.where(isNotNull(electorate.personId))
			.limit(count);
		for (const { id: rightId, consultationId, personId } of rights) {
			const code = newCode();
			codes.push(code);
			await tx.insert(participationCodes).values({
				id: seal(code),
				consultationId,
				rightId,
				personId: personId ?? '',
				status: 'issued'
			});
		}
	});
	await store.close();
	return codes;
}

/** Signing in with each of these codes, on a device that was not here before. */
export const signInsOf = (codes: readonly string[], port: number): Ask[] =>
	codes.map((code, n) => ({
		method: 'POST',
		path: '/join',
		headers: {
			cookie: `language=nl; n=${String(n)}`,
			origin: `http://localhost:${String(port)}`,
			'content-type': 'application/x-www-form-urlencoded',
			accept: 'text/html'
		},
		body: `code=${code}`
	}));
