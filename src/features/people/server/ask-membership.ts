import { and, eq, isNull } from 'drizzle-orm';
import { requestInput } from '../input.ts';
import { membershipRequests } from './schema.ts';
import { NotFound } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import { parse } from '#kernel/parse.ts';
import { personOf, type Context } from '#kernel/server/context.ts';
import { record } from '#kernel/server/journal.ts';
import { countTry } from '#kernel/server/throttle.ts';

/** From one address: a whole school may ask behind one, but nobody fills the desk of another. */
const PACE = { times: 40, minutes: 60 };

/**
 * Asks to become a parent of this school, without a code. Whoever asks learns nothing from the
 * answer: not whether the address is known, nor whether they asked before. Somebody at the school
 * decides. Asked again while it waits, it is asked once, with the newest words.
 */
export async function askMembership(ctx: Context, input: unknown): Promise<void> {
	assertSchool(ctx);
	await countTry(ctx, `membership-request/${ctx.address}`, PACE);
	const { name, email, group } = parse(requestInput, input);
	const personId = personOf(ctx);
	await ctx.write(async (tx) => {
		const scopeId = ctx.scope.id;
		const own = personId
			? eq(membershipRequests.personId, personId)
			: and(isNull(membershipRequests.personId), eq(membershipRequests.email, email));
		const [waiting] = await tx
			.select({ id: membershipRequests.id })
			.from(membershipRequests)
			.where(
				and(eq(membershipRequests.scopeId, scopeId), eq(membershipRequests.state, 'asked'), own)
			);
		const id = waiting?.id ?? newId();
		const said = { name, email, groupText: group, askedAt: ctx.now };
		await tx
			.insert(membershipRequests)
			.values({ id, scopeId, personId, ...said })
			.onConflictDoUpdate({ target: membershipRequests.id, set: said });
		if (!waiting) await record(tx, ctx, 'membership.asked', { kind: 'request', id });
	});
}

/** What the page to ask on shows. Only of a school can one become a parent. */
export function showAsking(ctx: Context) {
	assertSchool(ctx);
	return {
		here: { slug: ctx.scope.slug, name: ctx.scope.name },
		signedIn: ctx.actor.kind === 'person',
		member: ctx.roles.has('parent')
	};
}

function assertSchool({ scope }: Context): void {
	if (scope.kind !== 'school') throw new NotFound('not-found');
}
