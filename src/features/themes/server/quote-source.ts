import { and, eq } from 'drizzle-orm';
import { oneSource } from '../input.ts';
import { assertThemesOpen } from '../rules.ts';
import type { SourceName } from '../source.ts';
import { getTheme } from './queries.ts';
import { themeLinks } from './schema.ts';
import { assertStanding } from './sources.ts';
import { getConsultation } from '#features/consultations/server/queries.ts';
import { assertReadable } from '#features/consultations/server/readable.ts';
import { Conflict } from '#kernel/errors.ts';
import { parse } from '#kernel/parse.ts';
import { type Context, requirePerson } from '#kernel/server/context.ts';
import { record } from '#kernel/server/journal.ts';
import { authorize } from '#policy/authorize.ts';

/**
 * Says whether the report quotes a source of a theme literally. What is hidden or withdrawn cannot be
 * quoted; a quote that is hidden later falls out by itself.
 */
export async function quoteSource(
	ctx: Context,
	consultationSlug: string,
	themeId: string,
	source: SourceName | string,
	quoted: boolean
): Promise<void> {
	requirePerson(ctx);
	await ctx.write(async (tx) => {
		const consultation = await getConsultation(tx, ctx.scope, consultationSlug);
		assertReadable(ctx, consultation);
		const theme = await getTheme(tx, consultation.id, themeId);
		authorize(ctx, 'theme.edit', consultation);
		assertThemesOpen(consultation, ctx.now);
		const named = parse(oneSource, { source }).source;
		await assertStanding(tx, consultation.id, [named]);

		const changed = await tx
			.update(themeLinks)
			.set({ quoted })
			.where(
				and(
					eq(themeLinks.themeId, theme.id),
					eq(themeLinks.sourceKind, named.kind),
					eq(themeLinks.sourceId, named.id)
				)
			);
		if (changed.rowsAffected === 0) throw new Conflict('theme.not-linked');
		await record(tx, ctx, 'theme.quoted', { kind: 'theme', id: theme.id });
	});
}
