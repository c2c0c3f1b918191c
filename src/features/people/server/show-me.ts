import { and, asc, eq, inArray, or } from 'drizzle-orm';
import { findPerson } from './queries.ts';
import { stateOf } from '../seats.ts';
import { memberships, seats } from './schema.ts';
import { ancestry } from '#features/scopes/rules.ts';
import { bodies, scopes } from '#features/scopes/server/schema.ts';
import { NotFound } from '#kernel/errors.ts';
import { requirePerson, type Context } from '#kernel/server/context.ts';
import { dayOf } from '#kernel/time.ts';

/** What somebody sees of themselves: their name and address, and what they are where. */
export async function showMe(ctx: Context) {
	const personId = requirePerson(ctx);
	const person = await findPerson(ctx.read, personId);
	if (!person) throw new NotFound('not-found');
	const rows = await ctx.read
		.select({ slug: scopes.slug, name: scopes.name, role: memberships.role })
		.from(memberships)
		.innerJoin(scopes, eq(scopes.id, memberships.scopeId))
		.where(and(eq(memberships.personId, personId), eq(memberships.status, 'active')))
		.orderBy(asc(scopes.path), asc(memberships.role));
	const places = [...Map.groupBy(rows, ({ slug }) => slug)].map(([slug, all]) => ({
		slug,
		name: all[0]?.name ?? '',
		roles: all.map(({ role }) => role)
	}));
	return {
		name: person.name,
		email: person.email,
		wantsPaper: person.wantsPaper,
		places,
		seats: await seatsOf(ctx, personId),
		schools: await schoolsOf(ctx, personId)
	};
}

/** The seats that somebody has now, or will have. */
async function seatsOf({ read, now }: Context, personId: string) {
	const rows = await read
		.select({
			...{ id: seats.id, body: bodies.name, place: scopes.name },
			...{ section: seats.section, function: seats.function },
			...{ fromOn: seats.fromOn, untilOn: seats.untilOn, endedAt: seats.endedAt }
		})
		.from(seats)
		.innerJoin(bodies, eq(bodies.id, seats.bodyId))
		.innerJoin(scopes, eq(scopes.id, bodies.scopeId))
		.where(eq(seats.personId, personId))
		.orderBy(asc(seats.fromOn), asc(bodies.name));
	const today = dayOf(now);
	return rows
		.map((it) => ({ ...it, state: stateOf(it, today) }))
		.filter(({ state }) => state !== 'past');
}

/** The schools that somebody can leave: where they are a parent of the school or one of its groups. */
async function schoolsOf({ read }: Context, personId: string) {
	const own = await read
		.select({ path: scopes.path, kind: scopes.kind })
		.from(memberships)
		.innerJoin(scopes, eq(scopes.id, memberships.scopeId))
		.where(
			and(
				eq(memberships.personId, personId),
				eq(memberships.role, 'parent'),
				eq(memberships.status, 'active')
			)
		);
	const ids = own.flatMap(({ path, kind }) => (kind === 'group' ? ancestry({ path }) : []));
	const places = own.filter(({ kind }) => kind !== 'group').map(({ path }) => path);
	return read
		.select({ slug: scopes.slug, name: scopes.name })
		.from(scopes)
		.where(
			or(and(inArray(scopes.id, ids), eq(scopes.kind, 'school')), inArray(scopes.path, places))
		)
		.orderBy(asc(scopes.name));
}
