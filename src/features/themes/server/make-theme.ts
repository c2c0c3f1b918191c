import { newTheme } from '../input.ts';
import { assertThemesOpen } from '../rules.ts';
import { themesOf } from './queries.ts';
import { themes } from './schema.ts';
import { getConsultation } from '#features/consultations/server/queries.ts';
import { assertReadable } from '#features/consultations/server/readable.ts';
import { Invalid } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import { parse } from '#kernel/parse.ts';
import { type Context, requirePerson } from '#kernel/server/context.ts';
import { record } from '#kernel/server/journal.ts';
import { authorize } from '#policy/authorize.ts';

/** Makes a theme, empty and at the end: `{ title, summary? }`. No two have the same name. */
export async function makeTheme(
	ctx: Context,
	consultationSlug: string,
	input: unknown
): Promise<{ id: string }> {
	requirePerson(ctx);
	return ctx.write(async (tx) => {
		const consultation = await getConsultation(tx, ctx.scope, consultationSlug);
		assertReadable(ctx, consultation);
		authorize(ctx, 'theme.edit', consultation);
		assertThemesOpen(consultation, ctx.now);
		const { title, summary } = parse(newTheme, input);
		const others = await themesOf(tx, consultation.id);
		if (others.some((it) => it.title.toLowerCase() === title.toLowerCase()))
			throw new Invalid('input.invalid', { title: 'theme.title-taken' });

		const id = newId();
		const position = Math.max(0, ...others.map((it) => it.position)) + 1;
		await tx
			.insert(themes)
			.values({ id, consultationId: consultation.id, title, summary, position });
		await record(tx, ctx, 'theme.made', { kind: 'theme', id });
		return { id };
	});
}
