import { and, eq } from 'drizzle-orm';
import { consultations } from '#features/consultations/server/schema.ts';
import { electorate, participationCodes } from '#features/electorate/server/schema.ts';
import { newCode } from '#features/people/code.ts';
import { scopes } from '#features/scopes/server/schema.ts';
import { openServices } from '../../src/services.server.ts';
import { CONSULTATION, SCHOOL } from './fill.ts';
import type { Ask } from './load.ts';

/** Gives so many of the parents of the consultation that is measured a participation code each. */
export async function issueCodes(databaseUrl: string, count: number): Promise<readonly string[]> {
	const { store, seal } = await openServices({
		...{ databaseUrl, authToken: '', secretKey: '', clock: '', secure: false },
		secondFactor: 'offered'
	});
	const codes: string[] = [];
	await store.write(async (tx) => {
		const rights = await tx
			.select({
				rightId: electorate.id,
				personId: electorate.personId,
				consultationId: consultations.id
			})
			.from(electorate)
			.innerJoin(consultations, eq(consultations.id, electorate.consultationId))
			.innerJoin(scopes, eq(scopes.id, consultations.scopeId))
			.where(and(eq(scopes.slug, SCHOOL), eq(consultations.slug, CONSULTATION)))
			.limit(count);
		for (const { rightId, consultationId, personId } of rights) {
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
