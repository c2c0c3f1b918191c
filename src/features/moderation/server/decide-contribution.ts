import {
	hideContribution,
	restoreContribution
} from '#features/panels/server/hide-contribution.ts';
import { getContribution } from '#features/panels/server/queries.ts';
import { Conflict } from '#kernel/errors.ts';
import { parse } from '#kernel/parse.ts';
import { requirePerson, type Context } from '#kernel/server/context.ts';
import { record } from '#kernel/server/journal.ts';
import { authorize } from '#policy/authorize.ts';
import { actionInput, restoringInput } from '../input.ts';
import { hidingFrom } from './hiding-from.ts';
import { moderationDecisions } from './schema.ts';

/**
 * Hides a contribution by a house rule and with a reason that everybody reads, or shows it again.
 * Every decision is kept, with who took it; doing what is done already is refused.
 */
export async function decideContribution(ctx: Context, id: string, input: unknown): Promise<void> {
	const personId = requirePerson(ctx);
	await ctx.write(async (tx) => {
		const contribution = await getContribution(tx, ctx.scope, id);
		authorize(ctx, 'contribution.hide', contribution);
		if (contribution.withdrawnAt) throw new Conflict('contribution.gone');
		const { action } = parse(actionInput, input);
		const decision = { contributionId: id, action, at: ctx.now, personId };

		if (action === 'hide') {
			if (contribution.hiddenAt) throw new Conflict('contribution.already-hidden');
			const { rule, edition, reason } = await hidingFrom(tx, ctx.scope, input);
			await hideContribution(tx, contribution, { rule, edition, reason, now: ctx.now });
			await tx.insert(moderationDecisions).values({ ...decision, rule, edition, reason });
		} else {
			if (!contribution.hiddenAt) throw new Conflict('contribution.not-hidden');
			const { reason } = parse(restoringInput, input);
			await restoreContribution(tx, contribution);
			await tx.insert(moderationDecisions).values({ ...decision, reason });
		}
		const event = action === 'hide' ? 'contribution.hidden' : 'contribution.restored';
		await record(tx, ctx, event, { kind: 'contribution', id });
	});
}
