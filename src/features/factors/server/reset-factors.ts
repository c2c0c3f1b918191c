import { eq } from 'drizzle-orm';
import { keepFactors } from './keep-factors.ts';
import { passkeys, passwords, recoveryCodes, totps } from './schema.ts';
import { HOME } from '#features/scopes/server/queries.ts';
import type { Context } from '#kernel/server/context.ts';
import { record } from '#kernel/server/journal.ts';

/**
 * Takes away whatever somebody showed besides their code, ends their sessions, and tells them by mail:
 * they set it up anew. For whoever keeps the server, from the command line: who can open the database
 * needs no permission of it.
 */
export async function resetFactors(
	ctx: Pick<Context, 'write' | 'now'>,
	personId: string
): Promise<void> {
	await ctx.write(async (tx) => {
		for (const table of [totps, passkeys, passwords, recoveryCodes])
			await tx.delete(table).where(eq(table.personId, personId));
		await keepFactors(tx, { ...ctx, session: null, locale: 'nl' }, personId, 'all-removed');
		const actor = { kind: 'clock', job: 'factors/reset' } as const;
		await record(tx, { ...ctx, scope: HOME, actor }, 'factor.removed', {
			kind: 'person',
			id: personId
		});
	});
}
