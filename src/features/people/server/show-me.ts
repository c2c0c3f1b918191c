import { asc, eq } from 'drizzle-orm';
import { findPerson } from './queries.ts';
import { memberships } from './schema.ts';
import { scopes } from '#features/scopes/server/schema.ts';
import { NotFound } from '#kernel/errors.ts';
import { requirePerson, type Context } from '#kernel/server/context.ts';

/** What somebody sees of themselves: their name and address, and what they are where. */
export async function showMe(ctx: Context) {
	const personId = requirePerson(ctx);
	const person = await findPerson(ctx.read, personId);
	if (!person) throw new NotFound('not-found');
	const rows = await ctx.read
		.select({ slug: scopes.slug, name: scopes.name, role: memberships.role })
		.from(memberships)
		.innerJoin(scopes, eq(scopes.id, memberships.scopeId))
		.where(eq(memberships.personId, personId))
		.orderBy(asc(scopes.path), asc(memberships.role));
	const places = [...Map.groupBy(rows, ({ slug }) => slug)].map(([slug, all]) => ({
		slug,
		name: all[0]?.name ?? '',
		roles: all.map(({ role }) => role)
	}));
	return { name: person.name, email: person.email, places };
}
