import { and, eq, sql } from 'drizzle-orm';
import { assertOpen } from '#features/consultations/rules.ts';
import { Conflict } from '#kernel/errors.ts';
import { requirePerson, type Context } from '#kernel/server/context.ts';
import { authorize } from '#policy/authorize.ts';
import { assertReadable } from '../reading.ts';
import { getContribution } from './queries.ts';
import { raiseVersion } from './raise-version.ts';
import { contributions, supports } from './schema.ts';

/**
 * "I think so too", or not any more: as is wanted, so that pressing twice is pressing once. A person
 * counts once, and not for their own words.
 *
 * Nothing is recorded of it: who supported what, and when, is nobody's business but the counter's.
 */
export async function supportContribution(
	ctx: Context,
	id: string,
	wanted: boolean
): Promise<void> {
	const personId = requirePerson(ctx);
	await ctx.write(async (tx) => {
		const contribution = await getContribution(tx, ctx.scope, id);
		assertReadable(ctx, contribution);
		authorize(ctx, 'contribution.support', contribution);
		assertOpen(contribution.consultation, ctx.now);
		if (contribution.hiddenAt ?? contribution.withdrawnAt) throw new Conflict('contribution.gone');
		if (contribution.authorId === personId) throw new Conflict('contribution.own');

		const { rowsAffected: changed } = wanted
			? await tx.insert(supports).values({ contributionId: id, personId }).onConflictDoNothing()
			: await tx
					.delete(supports)
					.where(and(eq(supports.contributionId, id), eq(supports.personId, personId)));
		if (changed === 0) return;
		await tx
			.update(contributions)
			.set({ supportCount: sql`${contributions.supportCount} + ${wanted ? 1 : -1}` })
			.where(eq(contributions.id, id));
		await raiseVersion(tx, contribution.panelId);
	});
}
