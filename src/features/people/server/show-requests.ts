import { and, asc, count, eq, lt } from 'drizzle-orm';
import { membershipRequests } from './schema.ts';
import { withinPath } from '#features/scopes/server/queries.ts';
import { scopes } from '#features/scopes/server/schema.ts';
import { personOf, type Context } from '#kernel/server/context.ts';
import type { Writer } from '#kernel/server/db.ts';
import { authorize } from '#policy/authorize.ts';

const ON_A_PAGE = 25;

/** Who asked to become a parent here, the first who asked first. Their address is shown to nobody. */
export async function showRequests(ctx: Context) {
	const { read, scope } = ctx;
	authorize(ctx, 'membership.decide', { scopeId: scope.id });
	const waiting = and(
		eq(membershipRequests.scopeId, scope.id),
		eq(membershipRequests.state, 'asked')
	);
	const requests = await read
		.select({
			id: membershipRequests.id,
			name: membershipRequests.name,
			group: membershipRequests.groupText,
			personId: membershipRequests.personId,
			askedAt: membershipRequests.askedAt
		})
		.from(membershipRequests)
		.where(waiting)
		.orderBy(asc(membershipRequests.askedAt), asc(membershipRequests.id))
		.limit(ON_A_PAGE);
	const [all] = await read.select({ n: count() }).from(membershipRequests).where(waiting);
	const groups = await read
		.select({ value: scopes.id, label: scopes.name })
		.from(scopes)
		.where(and(eq(scopes.kind, 'group'), withinPath(scope.path)))
		.orderBy(asc(scopes.name));
	return {
		here: { slug: scope.slug, name: scope.name },
		requests: requests.map(({ personId, ...it }) => ({
			...it,
			known: personId !== null,
			own: personId !== null && personId === personOf(ctx)
		})),
		more: Math.max(0, (all?.n ?? 0) - requests.length),
		groups
	};
}

const KEPT_DAYS = 60;

/** Forgets requests that are old, whatever became of them. */
export async function forgetMembershipRequests(tx: Writer, now: Date): Promise<void> {
	const before = new Date(now.getTime() - KEPT_DAYS * 24 * 3_600_000);
	await tx.delete(membershipRequests).where(lt(membershipRequests.askedAt, before));
}
