import { and, eq, inArray, isNotNull, ne } from 'drizzle-orm';
import { importRows } from './schema.ts';
import { tellAddressChanges } from '#features/mails/server/tell-change.ts';
import { people, sessions, signInLinks } from '#features/people/server/schema.ts';
import { mailedLinks } from '#features/sign-in/server/schema.ts';
import type { Context } from '#kernel/server/context.ts';
import type { Writer } from '#kernel/server/db.ts';

const AT_ONCE = 200;

/**
 * What a change of addresses goes with: both the old and the new one are told, sessions end, and so
 * do links that were mailed to the old one, which may have been somebody else's. A step of importing,
 * before the people on the list are written.
 */
export async function changeAddresses(tx: Writer, ctx: Context, runId: string): Promise<void> {
	const changed = await tx
		.selectDistinct({ personId: people.id, oldAddress: people.email })
		.from(importRows)
		.innerJoin(people, eq(people.id, importRows.personId))
		.where(
			and(
				eq(importRows.runId, runId),
				eq(importRows.act, 'changed'),
				isNotNull(people.email),
				ne(people.email, importRows.email)
			)
		);
	const told = changed.flatMap(({ personId, oldAddress }) =>
		oldAddress === null ? [] : [{ personId, oldAddress }]
	);
	await tellAddressChanges(tx, ctx, told);
	for (let at = 0; at < told.length; at += AT_ONCE) {
		const personIds = told.slice(at, at + AT_ONCE).map(({ personId }) => personId);
		for (const table of [sessions, signInLinks, mailedLinks])
			await tx.delete(table).where(inArray(table.personId, personIds));
		// what was learnt of the old address says nothing of the new one
		await tx.update(people).set({ emailState: null }).where(inArray(people.id, personIds));
	}
}
