import { and, eq, inArray, type SQL } from 'drizzle-orm';
import { decisionInput, type Decision } from '../input.ts';
import { isBarred, type Standing } from '../rules.ts';
import { isElsewhere } from './belonging.ts';
import { endWaysIn } from './invite-person.ts';
import { accessDecisions, memberships, sessions } from './schema.ts';
import { withinPath } from '#features/scopes/server/queries.ts';
import { scopes } from '#features/scopes/server/schema.ts';
import type { Event } from '#i18n/reasons.ts';
import { Conflict, NotFound } from '#kernel/errors.ts';
import { parse } from '#kernel/parse.ts';
import { requirePerson, type Context } from '#kernel/server/context.ts';
import type { Writer } from '#kernel/server/db.ts';
import { requireFresh } from '#kernel/server/fresh.ts';
import { record } from '#kernel/server/journal.ts';
import { authorize } from '#policy/authorize.ts';

const EVENTS: Readonly<Record<Decision, Event>> = {
	blocked: 'access.blocked',
	'no-access': 'access.denied',
	lifted: 'access.lifted'
};

/**
 * Keeps somebody out of this place and all below it, or lets them in again; always with a reason.
 * `blocked` is for whoever misbehaves, in every role. `no-access` is for a parent whom the law or a
 * judge gives none. It works from the next request on, and their codes open nothing here.
 *
 * A right that was drawn, a ballot and what was said stay. Nobody else sees a difference: not the
 * other parent, not in any number or list of those.
 */
export async function decideAccess(ctx: Context, input: unknown): Promise<void> {
	const actorId = requirePerson(ctx);
	await ctx.write(async (tx) => {
		const scopeId = ctx.scope.id;
		authorize(ctx, 'access.decide', { scopeId });
		requireFresh(ctx);
		const { person: personId, decision, reason } = parse(decisionInput, input);
		if (personId === actorId) throw new Conflict('access.own');

		const held = await heldHere(tx, ctx, personId);
		if (held.length === 0) throw new NotFound('not-found');
		if (decision === 'lifted') await letIn(tx, ctx, personId, held);
		else await keepOut(tx, personId, decision, held);
		await tx
			.insert(accessDecisions)
			.values({ scopeId, personId, decision, reason, decidedBy: actorId, at: ctx.now });
		await record(tx, ctx, EVENTS[decision], { kind: 'person', id: personId });
	});
}

type Held = { readonly scopeId: string; readonly role: string; readonly status: Standing };

const heldHere = (tx: Writer, { scope }: Context, personId: string): Promise<Held[]> =>
	tx
		.select({
			scopeId: memberships.scopeId,
			role: memberships.role,
			status: memberships.status
		})
		.from(memberships)
		.innerJoin(scopes, eq(scopes.id, memberships.scopeId))
		.where(and(eq(memberships.personId, personId), withinPath(scope.path)));

const those = (personId: string, held: readonly Held[], more: SQL | undefined) => {
	const places = [...new Set(held.map(({ scopeId }) => scopeId))];
	return and(eq(memberships.personId, personId), inArray(memberships.scopeId, places), more);
};

async function keepOut(
	tx: Writer,
	personId: string,
	status: 'blocked' | 'no-access',
	held: readonly Held[]
): Promise<void> {
	const active = held.filter((it) => it.status === 'active');
	const meant = status === 'blocked' ? active : active.filter(({ role }) => role === 'parent');
	if (meant.length === 0)
		throw new Conflict(active.length > 0 ? 'access.parents-only' : 'access.not-active');
	const ofParents = status === 'no-access' ? eq(memberships.role, 'parent') : undefined;
	const changed = and(eq(memberships.status, 'active'), ofParents);
	await tx
		.update(memberships)
		.set({ status })
		.where(those(personId, meant, changed));

	const left = and(eq(memberships.personId, personId), eq(memberships.status, 'active'));
	if ((await tx.$count(memberships, left)) === 0) await endWaysIn(tx, personId);
	else await tx.delete(sessions).where(eq(sessions.personId, personId));
}

/** Whoever is something elsewhere may have been given a way in there that was not for this place. */
async function letIn(
	tx: Writer,
	ctx: Context,
	personId: string,
	held: readonly Held[]
): Promise<void> {
	const barred = held.filter(isBarred);
	if (barred.length === 0) throw new Conflict('access.not-barred');
	if (await isElsewhere(tx, personId, ctx.scope)) await endWaysIn(tx, personId);
	const changed = inArray(memberships.status, ['blocked', 'no-access']);
	await tx
		.update(memberships)
		.set({ status: 'active' })
		.where(those(personId, barred, changed));
}
