import { eq } from 'drizzle-orm';
import { assertThemesOpen } from '../rules.ts';
import { getTheme } from './queries.ts';
import { themeLinks, themes } from './schema.ts';
import { placedOf } from './sources.ts';
import { getConsultation } from '#features/consultations/server/queries.ts';
import { assertReadable } from '#features/consultations/server/readable.ts';
import { Conflict } from '#kernel/errors.ts';
import { type Context, requirePerson } from '#kernel/server/context.ts';
import { record } from '#kernel/server/journal.ts';
import { authorize } from '#policy/authorize.ts';

/**
 * Removes a theme that nothing belongs to. Links to what was hidden or withdrawn do not hold it: they
 * go with it.
 */
export async function removeTheme(
	ctx: Context,
	consultationSlug: string,
	themeId: string
): Promise<void> {
	requirePerson(ctx);
	await ctx.write(async (tx) => {
		const consultation = await getConsultation(tx, ctx.scope, consultationSlug);
		assertReadable(ctx, consultation);
		const theme = await getTheme(tx, consultation.id, themeId);
		authorize(ctx, 'theme.edit', consultation);
		assertThemesOpen(consultation, ctx.now);
		const links = await tx
			.select({ kind: themeLinks.sourceKind, id: themeLinks.sourceId })
			.from(themeLinks)
			.where(eq(themeLinks.themeId, theme.id));
		const placed = await placedOf(tx, consultation.id, links);
		if ([...placed.values()].includes(true)) throw new Conflict('theme.has-sources');

		await tx.delete(themes).where(eq(themes.id, theme.id));
		await record(tx, ctx, 'theme.removed', { kind: 'theme', id: theme.id });
	});
}
