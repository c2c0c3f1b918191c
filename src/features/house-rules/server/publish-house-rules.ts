import { desc, eq } from 'drizzle-orm';
import { rulesInput } from '../input.ts';
import { houseRules } from './schema.ts';
import { newId } from '#kernel/ids.ts';
import { parse } from '#kernel/parse.ts';
import { requirePerson, type Context } from '#kernel/server/context.ts';
import { record } from '#kernel/server/journal.ts';
import { authorize } from '#policy/authorize.ts';

/**
 * Publishes house rules for this place and all below it. They hold from now on; whoever accepted an
 * earlier edition is asked again. Publishing what holds already changes nothing. Returns the edition.
 */
export async function publishHouseRules(ctx: Context, input: unknown): Promise<number> {
	requirePerson(ctx);
	return ctx.write(async (tx) => {
		const scopeId = ctx.scope.id;
		authorize(ctx, 'house-rules.publish', { scopeId });
		const { rules } = parse(rulesInput, input);
		const [latest] = await tx
			.select({ edition: houseRules.edition, rules: houseRules.rules })
			.from(houseRules)
			.where(eq(houseRules.scopeId, scopeId))
			.orderBy(desc(houseRules.edition))
			.limit(1);
		if (latest && JSON.stringify(latest.rules) === JSON.stringify(rules)) return latest.edition;

		const id = newId();
		const edition = (latest?.edition ?? 0) + 1;
		await tx.insert(houseRules).values({ id, scopeId, edition, rules, publishedAt: ctx.now });
		await record(tx, ctx, 'house-rules.published', { kind: 'house-rules', id });
		return edition;
	});
}
