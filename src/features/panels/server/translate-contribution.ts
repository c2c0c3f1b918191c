import { eq } from 'drizzle-orm';
import { Conflict } from '#kernel/errors.ts';
import { parse } from '#kernel/parse.ts';
import { requirePerson, type Context } from '#kernel/server/context.ts';
import { record } from '#kernel/server/journal.ts';
import { authorize } from '#policy/authorize.ts';
import { translationInput } from '../input.ts';
import { getContribution } from './queries.ts';
import { raiseVersion } from './raise-version.ts';
import { contributions } from './schema.ts';

/** Puts a translation made by a person beside the writer's own words; replaces one that was there. */
export async function translateContribution(
	ctx: Context,
	id: string,
	input: unknown
): Promise<void> {
	requirePerson(ctx);
	await ctx.write(async (tx) => {
		const contribution = await getContribution(tx, ctx.scope, id);
		authorize(ctx, 'contribution.enter', contribution);
		if (contribution.hiddenAt ?? contribution.withdrawnAt) throw new Conflict('contribution.gone');
		const { language, text } = parse(translationInput, input);
		await tx
			.update(contributions)
			.set({ translation: { language, text, checked: 'human' } })
			.where(eq(contributions.id, id));
		await raiseVersion(tx, contribution.panelId);
		await record(tx, ctx, 'contribution.translated', { kind: 'contribution', id });
	});
}
