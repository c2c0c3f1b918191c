import { and, eq } from 'drizzle-orm';
import { decideRequestInput } from '../input.ts';
import { isBarred } from '../rules.ts';
import { isElsewhere } from './belonging.ts';
import { endWaysIn } from './invite-person.ts';
import { makeSignInLink } from './make-sign-in-link.ts';
import { householdMembers, households, membershipRequests, memberships, people } from './schema.ts';
import { withinPath } from '#features/scopes/server/queries.ts';
import { scopes } from '#features/scopes/server/schema.ts';
import { Conflict, Invalid, NotFound } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import { parse } from '#kernel/parse.ts';
import { requirePerson, type Context } from '#kernel/server/context.ts';
import type { Writer } from '#kernel/server/db.ts';
import { record } from '#kernel/server/journal.ts';
import { authorize } from '#policy/authorize.ts';

type Asked = typeof membershipRequests.$inferSelect;

/**
 * Grants or refuses what somebody asked: to become a parent of this school. Who asked while signed in
 * gets the role with those they have. Anybody else gets an account of their own, also when their
 * address is known: who has an address is not proven by typing it. Returns the token of a link for a
 * new account, to pass on; null otherwise.
 *
 * Input: `{ request, decision, group, household }`. The group and the key of a household may be left
 * empty: then it is the whole school, and a household of their own.
 */
export async function decideRequest(ctx: Context, input: unknown): Promise<string | null> {
	const actorId = requirePerson(ctx);
	return ctx.write(async (tx) => {
		const scopeId = ctx.scope.id;
		authorize(ctx, 'membership.decide', { scopeId });
		const { request: id, decision, group, household } = parse(decideRequestInput, input);
		const [asked] = await tx
			.select()
			.from(membershipRequests)
			.where(and(eq(membershipRequests.id, id), eq(membershipRequests.scopeId, scopeId)));
		if (!asked) throw new NotFound('not-found');
		if (asked.state !== 'asked') throw new Conflict('request.decided');
		if (asked.personId === actorId) throw new Conflict('request.own');

		const token = decision === 'granted' ? await grant(tx, ctx, asked, { group, household }) : null;
		// what was typed has done its work; that it was decided is kept for a while
		const emptied = { name: '', email: '', groupText: '' };
		await tx
			.update(membershipRequests)
			.set({ ...emptied, state: decision, decidedBy: actorId, decidedAt: ctx.now })
			.where(eq(membershipRequests.id, id));
		await record(tx, ctx, `membership.${decision}`, { kind: 'request', id });
		return token;
	});
}

async function grant(
	tx: Writer,
	ctx: Context,
	asked: Asked,
	wanted: { readonly group: string; readonly household: string }
): Promise<string | null> {
	const place = await placeFor(tx, ctx, wanted.group);
	const personId = asked.personId ?? (await newAccount(tx, asked));
	const held = await tx
		.select({ status: memberships.status })
		.from(memberships)
		.innerJoin(scopes, eq(scopes.id, memberships.scopeId))
		.where(and(eq(memberships.personId, personId), withinPath(ctx.scope.path)));
	if (held.some(isBarred)) throw new Conflict('access.barred');
	await tx
		.insert(memberships)
		.values({ scopeId: place, personId, role: 'parent' })
		.onConflictDoUpdate({
			target: [memberships.scopeId, memberships.personId, memberships.role],
			set: { status: 'active' },
			setWhere: eq(memberships.status, 'left')
		});
	await joinHousehold(tx, ctx, personId, wanted.household);
	if (asked.personId) {
		// others, elsewhere, may know how they sign in: that must not open this school
		if (await isElsewhere(tx, personId, ctx.scope)) await endWaysIn(tx, personId);
		return null;
	}
	return makeSignInLink(tx, ctx.now, { personId, returnTo: `/${ctx.scope.slug}` });
}

async function placeFor(tx: Writer, { scope }: Context, group: string): Promise<string> {
	if (group === '') return scope.id;
	const [found] = await tx
		.select({ id: scopes.id })
		.from(scopes)
		.where(and(eq(scopes.id, group), eq(scopes.kind, 'group'), withinPath(scope.path)));
	if (!found) throw new Invalid('input.invalid', { group: 'field.choose' });
	return found.id;
}

/** An address that somebody has already stays theirs alone. */
async function newAccount(tx: Writer, { name, email }: Asked): Promise<string> {
	const taken = (await tx.$count(people, eq(people.email, email))) > 0;
	const id = newId();
	await tx.insert(people).values({ id, name, email: taken ? null : email });
	return id;
}

/** A parent without a household would have no right where households count. */
async function joinHousehold(
	tx: Writer,
	{ scope }: Context,
	personId: string,
	key: string
): Promise<void> {
	const [own] = await tx
		.select({ id: households.id })
		.from(householdMembers)
		.innerJoin(households, eq(households.id, householdMembers.householdId))
		.where(and(eq(householdMembers.personId, personId), eq(households.scopeId, scope.id)));
	if (own && key === '') return;
	const [known] = await tx
		.select({ id: households.id })
		.from(households)
		.where(and(eq(households.scopeId, scope.id), eq(households.key, key)));
	const householdId = known?.id ?? newId();
	if (!known)
		await tx
			.insert(households)
			.values({ id: householdId, scopeId: scope.id, key: key || `+${householdId.slice(0, 8)}` });
	await tx.insert(householdMembers).values({ householdId, personId }).onConflictDoNothing();
}
