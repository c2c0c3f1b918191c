import { and, eq } from 'drizzle-orm';
import { newCode, printedCode } from '../code.ts';
import { firstPage } from './invite-person.ts';
import { insertSignInCode } from './make-sign-in-code.ts';
import { memberships, people } from './schema.ts';
import { scopes } from '#features/scopes/server/schema.ts';
import { NotFound } from '#kernel/errors.ts';
import type { Context, Scope } from '#kernel/server/context.ts';
import { record } from '#kernel/server/journal.ts';

/**
 * Makes a new code for a coordinator who has none any more, as it is printed; the one they had stops
 * working. For whoever keeps the server, from the command line: who can open the database needs no
 * permission of it. NotFound when there is no coordinator with this e-mail address.
 */
export async function recoverAccess(
	ctx: Pick<Context, 'write' | 'now' | 'seal'>,
	email: string
): Promise<{
	readonly personId: string;
	readonly name: string | null;
	readonly place: Scope;
	readonly code: string;
}> {
	return ctx.write(async (tx) => {
		const [found] = await tx
			.select({ personId: people.id, name: people.name, place: scopes })
			.from(people)
			.innerJoin(memberships, eq(memberships.personId, people.id))
			.innerJoin(scopes, eq(scopes.id, memberships.scopeId))
			.where(
				and(
					eq(people.email, email),
					eq(memberships.role, 'coordinator'),
					eq(memberships.status, 'active')
				)
			)
			.orderBy(scopes.path)
			.limit(1);
		if (!found) throw new NotFound('not-found');
		const { personId, name, place } = found;
		const actor = { kind: 'clock', job: 'people/recover-access' } as const;
		const code = newCode();
		const returnTo = firstPage({ scope: place, actor }, 'coordinator');
		await insertSignInCode(tx, ctx, { personId, code, returnTo });
		const about = { kind: 'person', id: personId };
		await record(tx, { ...ctx, scope: place, actor }, 'sign-in-code.made', about);
		return { personId, name, place, code: printedCode(code) };
	});
}
