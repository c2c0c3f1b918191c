import { and, eq } from 'drizzle-orm';
import { roleInput } from '../input.ts';
import { memberships, sessions, signInCodes, signInLinks } from './schema.ts';
import { Conflict, NotFound } from '#kernel/errors.ts';
import { parse } from '#kernel/parse.ts';
import { requirePerson, type Context } from '#kernel/server/context.ts';
import { requireFresh } from '#kernel/server/fresh.ts';
import { record } from '#kernel/server/journal.ts';
import { authorize } from '#policy/authorize.ts';

/**
 * Takes a role in this place away, and ends every session of that person. With their last role go
 * the codes and links they could sign in with. Nobody takes their own: there would be no way back.
 */
export async function removeRole(ctx: Context, input: unknown): Promise<void> {
	const actorId = requirePerson(ctx);
	await ctx.write(async (tx) => {
		const scopeId = ctx.scope.id;
		authorize(ctx, 'person.invite', { scopeId });
		requireFresh(ctx);
		const { person: personId, role } = parse(roleInput, input);
		if (personId === actorId) throw new Conflict('role.own');

		const mine = eq(memberships.personId, personId);
		const removed = await tx
			.delete(memberships)
			.where(and(mine, eq(memberships.scopeId, scopeId), eq(memberships.role, role)));
		if (removed.rowsAffected === 0) throw new NotFound('not-found');
		await tx.delete(sessions).where(eq(sessions.personId, personId));
		if ((await tx.$count(memberships, mine)) === 0) {
			await tx.delete(signInCodes).where(eq(signInCodes.personId, personId));
			await tx.delete(signInLinks).where(eq(signInLinks.personId, personId));
		}
		await record(tx, ctx, 'role.removed', { kind: 'person', id: personId });
	});
}
