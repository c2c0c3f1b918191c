import { and, eq, inArray } from 'drizzle-orm';
import { placeInput } from '../input.ts';
import { memberships } from './schema.ts';
import { getScope, withinPath } from '#features/scopes/server/queries.ts';
import { scopes } from '#features/scopes/server/schema.ts';
import { NotFound } from '#kernel/errors.ts';
import { parse } from '#kernel/parse.ts';
import { requirePerson, type Context } from '#kernel/server/context.ts';
import { record } from '#kernel/server/journal.ts';

/**
 * Ends being a parent of a school, at one's own wish: of the school and of all its groups. From the
 * next request they are a guest there. What was said, voted and drawn before stays as it is; a
 * consultation that opens later counts them no more.
 *
 * Input: `{ place }`, the name in its address. NotFound when one is no parent there.
 */
export async function leavePlace(ctx: Context, input: unknown): Promise<void> {
	const personId = requirePerson(ctx);
	await ctx.write(async (tx) => {
		const scope = await getScope(tx, parse(placeInput, input).place);
		const places = tx.select({ id: scopes.id }).from(scopes).where(withinPath(scope.path));
		const left = await tx
			.update(memberships)
			.set({ status: 'left' })
			.where(
				and(
					eq(memberships.personId, personId),
					eq(memberships.role, 'parent'),
					eq(memberships.status, 'active'),
					inArray(memberships.scopeId, places)
				)
			);
		if (left.rowsAffected === 0) throw new NotFound('not-found');
		await record(tx, { ...ctx, scope }, 'membership.left', { kind: 'person', id: personId });
	});
}
