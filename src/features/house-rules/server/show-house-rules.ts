import { eq } from 'drizzle-orm';
import { DEFAULT_RULES } from '../default-rules.ts';
import { findEdition, findHouseRules, hasAccepted } from './queries.ts';
import { scopes } from '#features/scopes/server/schema.ts';
import { NotFound } from '#kernel/errors.ts';
import { personOf, type Context } from '#kernel/server/context.ts';
import { can } from '#policy/authorize.ts';

/**
 * What the page of the house rules shows; without any, `houseRules` is null. Reading needs no code.
 * With the id of an edition it shows that one: decisions cite it, also when it holds no longer.
 */
export async function showHouseRules(ctx: Context, edition?: string) {
	const { read, scope, locale } = ctx;
	const here = { scopeId: scope.id };
	const inForce = await findHouseRules(read, scope);
	const found = edition ? await findEdition(read, scope, edition) : inForce;
	if (edition && !found) throw new NotFound('not-found');
	const earlier = found?.id !== inForce?.id;
	const personId = personOf(ctx);
	const accepted =
		!!found && !earlier && !!personId && (await hasAccepted(read, found.id, personId));
	const [from] = found
		? await read.select({ name: scopes.name }).from(scopes).where(eq(scopes.id, found.scopeId))
		: [];
	const may = !earlier && can(ctx, 'house-rules.publish', here);
	return {
		here: { slug: scope.slug, name: scope.name },
		houseRules: found
			? {
					rules: found.rules,
					edition: found.edition,
					publishedAt: found.publishedAt,
					/** Other rules hold by now. */
					earlier,
					/** The place they were made for, when that is one above this. */
					from: found.scopeId === scope.id ? null : (from?.name ?? null)
				}
			: null,
		accepted,
		/** What the form to publish begins with. */
		draft: may ? (found?.rules ?? DEFAULT_RULES[locale]).join('\n') : '',
		may: {
			publish: may,
			accept: !!found && !earlier && !accepted && can(ctx, 'house-rules.accept', here)
		}
	};
}
