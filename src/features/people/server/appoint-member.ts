import { and, eq } from 'drizzle-orm';
import { seatInput } from '../input.ts';
import { overlap, stateOf, type Section } from '../seats.ts';
import { isElsewhere } from './belonging.ts';
import { getBody } from './bodies.ts';
import { endWaysIn } from './invite-person.ts';
import { memberships, seats } from './schema.ts';
import { withinPath } from '#features/scopes/server/queries.ts';
import { scopes } from '#features/scopes/server/schema.ts';
import { Conflict, Invalid } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import { parse } from '#kernel/parse.ts';
import { requirePerson, type Context, type Role } from '#kernel/server/context.ts';
import type { Writer } from '#kernel/server/db.ts';
import { requireFresh } from '#kernel/server/fresh.ts';
import { record } from '#kernel/server/journal.ts';
import { dayOf } from '#kernel/time.ts';
import { authorize } from '#policy/authorize.ts';

/**
 * Gives somebody who belongs to this place a seat in one of its bodies, for a term. In a council it
 * makes them one of the council here for as long as it lasts. Others may have seen how they come in
 * elsewhere, so they come in anew, as after an invitation.
 *
 * Nobody is appointed in a network: who is in it is known to its members only.
 */
export async function appointMember(ctx: Context, bodyId: string, input: unknown): Promise<void> {
	const actorId = requirePerson(ctx);
	await ctx.write(async (tx) => {
		authorize(ctx, 'body.appoint', { scopeId: ctx.scope.id });
		requireFresh(ctx);
		const body = await getBody(tx, ctx.scope, bodyId);
		if (body.kind === 'network') throw new Conflict('seat.network');
		const { person: personId, section, function: office, from, until } = parse(seatInput, input);
		const seat = {
			...{ id: newId(), bodyId, personId, section, function: office || null },
			...{ fromOn: from, untilOn: until || null, endedAt: null }
		};
		if (stateOf(seat, dayOf(ctx.now)) === 'past') refuse('until', 'seat.over');
		if (!maySit(section, await rolesWithin(tx, ctx, personId)))
			refuse('person', section === 'parents' ? 'seat.no-parent' : 'seat.no-staff');

		const others = await tx.select().from(seats).where(eq(seats.bodyId, bodyId));
		const meanwhile = others.filter((it) => overlap(it, seat));
		if (meanwhile.some((it) => it.personId === personId)) refuse('person', 'seat.already');
		if (seat.function && meanwhile.some((it) => it.function === seat.function))
			refuse('function', 'seat.function-taken');

		await tx.insert(seats).values(seat);
		if (personId !== actorId && (await isElsewhere(tx, personId, ctx.scope)))
			await endWaysIn(tx, personId);
		await record(tx, ctx, 'seat.given', { kind: 'seat', id: seat.id });
	});
}

function refuse(field: string, reason: string): never {
	throw new Invalid('input.invalid', { [field]: reason });
}

/** What somebody is at this place and below it. */
async function rolesWithin(tx: Writer, { scope }: Context, personId: string) {
	const held = await tx
		.selectDistinct({ role: memberships.role })
		.from(memberships)
		.innerJoin(scopes, eq(scopes.id, memberships.scopeId))
		.where(
			and(
				eq(memberships.personId, personId),
				eq(memberships.status, 'active'),
				withinPath(scope.path)
			)
		);
	return held.map(({ role }) => role);
}

/** A parent sits for the parents, who works here for the staff; who is in the council already, for either. */
const maySit = (section: Section, roles: readonly Role[]): boolean =>
	roles.includes('council') ||
	roles.some((role) => (role === 'parent') === (section === 'parents'));
