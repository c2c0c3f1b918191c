import { someSources } from '../input.ts';
import { assertThemesOpen } from '../rules.ts';
import type { SourceName } from '../source.ts';
import { getTheme } from './queries.ts';
import { themeLinks } from './schema.ts';
import { assertStanding } from './sources.ts';
import { getConsultation } from '#features/consultations/server/queries.ts';
import { assertReadable } from '#features/consultations/server/readable.ts';
import { parse } from '#kernel/parse.ts';
import { type Context, requirePerson } from '#kernel/server/context.ts';
import { record } from '#kernel/server/journal.ts';
import { authorize } from '#policy/authorize.ts';

/**
 * Says that these contributions and notes of the same consultation belong to a theme: `{ kind, id }`,
 * or the values of checkboxes (`note:abc`). All or none; what belongs to it already stays so.
 */
export async function linkSources(
	ctx: Context,
	consultationSlug: string,
	themeId: string,
	sources: readonly (SourceName | string)[]
): Promise<void> {
	requirePerson(ctx);
	await ctx.write(async (tx) => {
		const consultation = await getConsultation(tx, ctx.scope, consultationSlug);
		assertReadable(ctx, consultation);
		const theme = await getTheme(tx, consultation.id, themeId);
		authorize(ctx, 'theme.edit', consultation);
		assertThemesOpen(consultation, ctx.now);
		const wanted = parse(someSources, { sources }).sources;
		await assertStanding(tx, consultation.id, wanted);

		await tx
			.insert(themeLinks)
			.values(
				wanted.map(({ kind, id }) => ({
					themeId: theme.id,
					sourceKind: kind,
					sourceId: id,
					linkedAt: ctx.now
				}))
			)
			.onConflictDoNothing();
		await record(tx, ctx, 'theme.linked', { kind: 'theme', id: theme.id });
	});
}
