import { eq } from 'drizzle-orm';
import { DEFAULT_RULES } from '../default-rules.ts';
import { findHouseRules, hasAccepted } from './queries.ts';
import { scopes } from '#features/scopes/server/schema.ts';
import { personOf, type Context } from '#kernel/server/context.ts';
import { can } from '#policy/authorize.ts';

/** What the page of the house rules shows; without any, `rules` is null. Reading needs no code. */
export async function showHouseRules(ctx: Context) {
	const { read, scope, locale } = ctx;
	const here = { scopeId: scope.id };
	const found = await findHouseRules(read, scope);
	const personId = personOf(ctx);
	const accepted = !!found && !!personId && (await hasAccepted(read, found.id, personId));
	const [from] = found
		? await read.select({ name: scopes.name }).from(scopes).where(eq(scopes.id, found.scopeId))
		: [];
	const may = can(ctx, 'house-rules.publish', here);
	return {
		here: { slug: scope.slug, name: scope.name },
		houseRules: found
			? {
					rules: found.rules,
					edition: found.edition,
					publishedAt: found.publishedAt,
					/** The place they were made for, when that is one above this. */
					from: found.scopeId === scope.id ? null : (from?.name ?? null)
				}
			: null,
		accepted,
		/** What the form to publish begins with. */
		draft: may ? (found?.rules ?? DEFAULT_RULES[locale]).join('\n') : '',
		may: { publish: may, accept: !!found && !accepted && can(ctx, 'house-rules.accept', here) }
	};
}
