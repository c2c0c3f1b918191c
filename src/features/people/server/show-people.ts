import { and, asc, countDistinct, eq, like, ne } from 'drizzle-orm';
import { GIVEN_ROLES } from '../input.ts';
import { households, memberships, people } from './schema.ts';
import { withinPath } from '#features/scopes/server/queries.ts';
import { scopes } from '#features/scopes/server/schema.ts';
import { personOf, type Context } from '#kernel/server/context.ts';
import { authorize } from '#policy/authorize.ts';

const NOBODY = { id: '', name: null, email: null, emailState: null };

/** What the page of the people shows: who works in this place, and how many parents there are. */
export async function showPeople(ctx: Context) {
	const { read, scope } = ctx;
	authorize(ctx, 'person.invite', { scopeId: scope.id });
	const rows = await read
		.select({
			id: people.id,
			name: people.name,
			email: people.email,
			emailState: people.emailState,
			role: memberships.role
		})
		.from(memberships)
		.innerJoin(people, eq(people.id, memberships.personId))
		.where(
			and(
				eq(memberships.scopeId, scope.id),
				ne(memberships.role, 'parent'),
				eq(memberships.status, 'active')
			)
		)
		.orderBy(asc(people.name), asc(people.id));
	const groups = await read
		.select({ id: scopes.id, name: scopes.name, slug: scopes.slug })
		.from(scopes)
		.where(and(eq(scopes.kind, 'group'), like(scopes.path, `${scope.path}_%`)))
		.orderBy(asc(scopes.name));
	const [parents] = await read
		.select({ n: countDistinct(memberships.personId) })
		.from(memberships)
		.innerJoin(scopes, eq(scopes.id, memberships.scopeId))
		.where(
			and(eq(memberships.role, 'parent'), eq(memberships.status, 'active'), withinPath(scope.path))
		);
	return {
		here: { slug: scope.slug, name: scope.name },
		people: [...Map.groupBy(rows, ({ id }) => id).values()].map((all) => {
			const [{ id, name, email, emailState } = NOBODY] = all;
			const roles = all.map(({ role }) => role);
			return {
				id,
				name,
				email,
				bounces: emailState === 'bounced',
				roles,
				me: id === personOf(ctx)
			};
		}),
		roles: GIVEN_ROLES,
		/** Null where there are none: households belong to a school. */
		households:
			scope.kind === 'school'
				? {
						households: await read.$count(households, eq(households.scopeId, scope.id)),
						parents: parents?.n ?? 0,
						groups: groups.map(({ name }) => name)
					}
				: null
	};
}
