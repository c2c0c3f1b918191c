import { eq } from 'drizzle-orm';
import { requirePerson, type Context } from '#kernel/server/context.ts';
import { record } from '#kernel/server/journal.ts';
import { authorize } from '#policy/authorize.ts';
import { assertReadable } from '../reading.ts';
import { getContribution } from './queries.ts';
import { raiseVersion } from './raise-version.ts';
import { contributionEdits, contributions, supports } from './schema.ts';

/** All that could tell what was said, and by whom. */
const WIPED = {
	authorId: null,
	displayName: '',
	namedAs: 'hidden',
	badgeNote: null,
	official: false,
	stance: null,
	sourceLabel: null,
	title: null,
	body: '',
	html: '',
	translation: null,
	editedAt: null,
	hiddenReason: null,
	supportCount: 0
} as const;

/**
 * Takes back one's own contribution, at any time and also when it was hidden. The words, earlier
 * versions and support are erased, and it no longer says whose it was. Where others answered, a
 * line stays that something was withdrawn; else nothing is seen of it. Twice does nothing more.
 */
export async function withdrawContribution(ctx: Context, id: string): Promise<void> {
	requirePerson(ctx);
	await ctx.write(async (tx) => {
		const contribution = await getContribution(tx, ctx.scope, id);
		assertReadable(ctx, contribution);
		if (contribution.withdrawnAt) return;
		authorize(ctx, 'contribution.withdraw', contribution);

		await tx.delete(contributionEdits).where(eq(contributionEdits.contributionId, id));
		await tx.delete(supports).where(eq(supports.contributionId, id));
		await tx
			.update(contributions)
			.set({ ...WIPED, withdrawnAt: ctx.now })
			.where(eq(contributions.id, id));
		await raiseVersion(tx, contribution.panelId);
		await record(tx, ctx, 'contribution.withdrawn', { kind: 'contribution', id });
	});
}
