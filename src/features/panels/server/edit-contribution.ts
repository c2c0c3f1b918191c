import { eq } from 'drizzle-orm';
import { assertOpen } from '#features/consultations/rules.ts';
import { Conflict } from '#kernel/errors.ts';
import { parse } from '#kernel/parse.ts';
import { requirePerson, type Context } from '#kernel/server/context.ts';
import { record } from '#kernel/server/journal.ts';
import { renderMarkdown } from '#kernel/server/markdown.ts';
import { countChange } from '#kernel/server/throttle.ts';
import { authorize } from '#policy/authorize.ts';
import { editInput } from '../input.ts';
import { assertReadable } from '../reading.ts';
import { isFreeToChange, PACE } from '../rules.ts';
import { getContribution } from './queries.ts';
import { raiseVersion } from './raise-version.ts';
import { contributionEdits, contributions } from './schema.ts';

/**
 * Changes one's own words. Within a quarter of an hour nothing of it shows; later the contribution
 * says that it was changed, and what it said before can be asked for. A translation goes, since it
 * translates other words. Saving the same words does nothing.
 */
export async function editContribution(ctx: Context, id: string, input: unknown): Promise<void> {
	const personId = requirePerson(ctx);
	await ctx.write(async (tx) => {
		const before = await getContribution(tx, ctx.scope, id);
		assertReadable(ctx, before);
		authorize(ctx, 'contribution.edit', before);
		await countChange(tx, ctx, `contribution/${personId}`, PACE);
		assertOpen(before.consultation, ctx.now);
		if (before.hiddenAt ?? before.withdrawnAt) throw new Conflict('contribution.gone');
		const { body, stance } = parse(editInput, input);
		const sameWords = body === before.body;
		if (sameWords && stance === before.stance) return;

		const free = isFreeToChange(before, ctx.now);
		if (!sameWords && !free)
			await tx
				.insert(contributionEdits)
				.values({ contributionId: id, body: before.body, at: ctx.now });
		await tx
			.update(contributions)
			.set({
				body,
				html: renderMarkdown(body),
				stance,
				...(sameWords ? {} : { translation: null }),
				...(free ? {} : { editedAt: ctx.now })
			})
			.where(eq(contributions.id, id));
		await raiseVersion(tx, before.panelId);
		await record(tx, ctx, 'contribution.edited', { kind: 'contribution', id });
	});
}
