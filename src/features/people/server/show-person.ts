import { and, desc, eq } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import { isBarred } from '../rules.ts';
import { describe } from './find-people.ts';
import { findPerson } from './queries.ts';
import { accessDecisions, people } from './schema.ts';
import { withinPath } from '#features/scopes/server/queries.ts';
import { scopes } from '#features/scopes/server/schema.ts';
import { NotFound } from '#kernel/errors.ts';
import { personOf, type Context } from '#kernel/server/context.ts';
import { authorize } from '#policy/authorize.ts';

const deciders = alias(people, 'decider');

/** One person as this place knows them, and what was decided here on their access. */
export async function showPerson(ctx: Context, personId: string) {
	const { read, scope } = ctx;
	authorize(ctx, 'access.decide', { scopeId: scope.id });
	const known = await findPerson(read, personId);
	const [person] = known ? await describe(read, scope.path, [known]) : [];
	if (!person || person.held.length === 0) throw new NotFound('not-found');
	const decisions = await read
		.select({
			decision: accessDecisions.decision,
			reason: accessDecisions.reason,
			at: accessDecisions.at,
			by: deciders.name,
			place: scopes.name
		})
		.from(accessDecisions)
		.innerJoin(scopes, eq(scopes.id, accessDecisions.scopeId))
		.leftJoin(deciders, eq(deciders.id, accessDecisions.decidedBy))
		.where(and(eq(accessDecisions.personId, personId), withinPath(scope.path)))
		.orderBy(desc(accessDecisions.at));
	const active = person.held.filter(({ status }) => status === 'active');
	const other = personId !== personOf(ctx);
	return {
		here: { slug: scope.slug, name: scope.name },
		person,
		decisions,
		/** What can be decided now. */
		choices: [
			...(other && active.some(({ role }) => role === 'parent') ? (['no-access'] as const) : []),
			...(other && active.length > 0 ? (['blocked'] as const) : []),
			...(other && person.held.some(isBarred) ? (['lifted'] as const) : [])
		]
	};
}
