import { and, eq } from 'drizzle-orm';
import { oneSource } from '../input.ts';
import { assertThemesOpen } from '../rules.ts';
import type { SourceName } from '../source.ts';
import { getTheme } from './queries.ts';
import { themeLinks } from './schema.ts';
import { getConsultation } from '#features/consultations/server/queries.ts';
import { assertReadable } from '#features/consultations/server/readable.ts';
import { parse } from '#kernel/parse.ts';
import { type Context, requirePerson } from '#kernel/server/context.ts';
import { record } from '#kernel/server/journal.ts';
import { authorize } from '#policy/authorize.ts';

/** Takes one source away from a theme. Of what does not belong to it nothing happens. */
export async function unlinkSource(
	ctx: Context,
	consultationSlug: string,
	themeId: string,
	source: SourceName | string
): Promise<void> {
	requirePerson(ctx);
	await ctx.write(async (tx) => {
		const consultation = await getConsultation(tx, ctx.scope, consultationSlug);
		assertReadable(ctx, consultation);
		const theme = await getTheme(tx, consultation.id, themeId);
		authorize(ctx, 'theme.edit', consultation);
		assertThemesOpen(consultation, ctx.now);
		const { kind, id } = parse(oneSource, { source }).source;

		const removed = await tx
			.delete(themeLinks)
			.where(
				and(
					eq(themeLinks.themeId, theme.id),
					eq(themeLinks.sourceKind, kind),
					eq(themeLinks.sourceId, id)
				)
			);
		if (removed.rowsAffected === 0) return;
		await record(tx, ctx, 'theme.unlinked', { kind: 'theme', id: theme.id });
	});
}
