import { and, asc, desc, eq, gt } from 'drizzle-orm';
import { helpdesks } from './schema.ts';
import { scopes } from '#features/scopes/server/schema.ts';
import { requirePerson, type Context } from '#kernel/server/context.ts';
import { authorize } from '#policy/authorize.ts';

/** The tablets that the actor made a helpdesk, for the list of where they are signed in. */
export async function listOwnHelpdesks(ctx: Context) {
	const helperId = requirePerson(ctx);
	return ctx.read
		.select({
			id: helpdesks.id,
			school: scopes.name,
			device: helpdesks.device,
			beganOn: helpdesks.beganOn
		})
		.from(helpdesks)
		.innerJoin(scopes, eq(scopes.id, helpdesks.scopeId))
		.where(and(eq(helpdesks.helperId, helperId), gt(helpdesks.expiresAt, ctx.now)))
		.orderBy(desc(helpdesks.beganOn), asc(helpdesks.device), asc(helpdesks.id));
}

/** What the page shows on which a helpdesk is opened. */
export function showOpening(ctx: Context) {
	const { scope } = ctx;
	authorize(ctx, 'helpdesk.use', { scopeId: scope.id });
	return { here: { slug: scope.slug, name: scope.name }, school: scope.kind === 'school' };
}
