import { eq } from 'drizzle-orm';
import { themeChange } from '../input.ts';
import { assertThemesOpen } from '../rules.ts';
import { getTheme, themesOf } from './queries.ts';
import { themes } from './schema.ts';
import { getConsultation } from '#features/consultations/server/queries.ts';
import { assertReadable } from '#features/consultations/server/readable.ts';
import { Invalid } from '#kernel/errors.ts';
import { parse } from '#kernel/parse.ts';
import { type Context, requirePerson } from '#kernel/server/context.ts';
import { record } from '#kernel/server/journal.ts';
import { authorize } from '#policy/authorize.ts';

/**
 * Changes a theme as a whole: `{ title, summary?, minority?, position? }`. What is left out becomes
 * empty or false; only the position then stays.
 */
export async function changeTheme(
	ctx: Context,
	consultationSlug: string,
	themeId: string,
	input: unknown
): Promise<void> {
	requirePerson(ctx);
	await ctx.write(async (tx) => {
		const consultation = await getConsultation(tx, ctx.scope, consultationSlug);
		assertReadable(ctx, consultation);
		const theme = await getTheme(tx, consultation.id, themeId);
		authorize(ctx, 'theme.edit', consultation);
		assertThemesOpen(consultation, ctx.now);
		const { title, summary, minority, position = theme.position } = parse(themeChange, input);
		const others = await themesOf(tx, consultation.id);
		const same = (it: { id: string; title: string }) =>
			it.id !== theme.id && it.title.toLowerCase() === title.toLowerCase();
		if (others.some(same)) throw new Invalid('input.invalid', { title: 'theme.title-taken' });

		await tx
			.update(themes)
			.set({ title, summary, minority, position })
			.where(eq(themes.id, theme.id));
		await record(tx, ctx, 'theme.changed', { kind: 'theme', id: theme.id });
	});
}
