import { and, eq, exists, gte, inArray, isNotNull, lt, min, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import { toldNumber, toldShare, type Administrator } from '../roll-out.ts';
import { countPlaces, type Placed } from './counts.ts';
import { consultations } from '#features/consultations/server/schema.ts';
import { houseRules } from '#features/house-rules/server/schema.ts';
import { memberships, people } from '#features/people/server/schema.ts';
import { isSchool, pageOf, placesAsked, placesBelow } from '#features/scopes/server/places-page.ts';
import { withinPath } from '#features/scopes/server/queries.ts';
import { scopes } from '#features/scopes/server/schema.ts';
import { Conflict } from '#kernel/errors.ts';
import type { Context } from '#kernel/server/context.ts';
import type { Reader } from '#kernel/server/db.ts';
import { authorize, can } from '#policy/authorize.ts';

/**
 * How far each school of an alliance or a board is: who is in charge came in, parents were listed and
 * invited, a consultation was opened, parents take part. A page of schools, and how many are how far.
 */
export async function showRollOut(ctx: Context, query: URLSearchParams) {
	const { read, scope } = ctx;
	authorize(ctx, 'roll-out.see', { scopeId: scope.id });
	if (scope.kind !== 'alliance' && scope.kind !== 'board') throw new Conflict('schools.only-above');
	const asked = placesAsked(query);
	const page = pageOf(await placesBelow(read, scope, asked, isSchool), asked);
	const places = page.places.map(({ id, path }) => ({ id, path }));
	const administrators = await administratorsOf(read, places);
	const opened = await openedIn(read, places);
	const settings = await settingsOf(read, places);
	const counted = await countPlaces(read, places);
	const nobody = { parents: 0, counts: { active: 0, opened: 0, invited: 0 } };
	return {
		here: { slug: scope.slug, name: scope.name },
		all: await totals(read, scope.path),
		page: {
			...page,
			places: page.places.map(({ id, slug, name, place }) => {
				const { parents, counts } = counted.get(id) ?? nobody;
				const invited = counts.active + counts.opened + counts.invited;
				return {
					...{ slug, name, place },
					administrator: administrators.get(id) ?? ('none' as const),
					parents: toldNumber(parents),
					invited: toldNumber(invited),
					share: toldShare(counts),
					anybody: invited > 0,
					openedAt: opened.get(id) ?? null,
					settings: settings.get(id) ?? { contact: false, rules: false }
				};
			})
		},
		may: { copy: can(ctx, 'settings.copy', { scopeId: scope.id }) }
	};
}

const idsOf = (places: readonly Placed[]) => places.map(({ id }) => id);

/** Who is in charge right at a school; who is so from above is not its own. */
async function administratorsOf(
	db: Reader,
	places: readonly Placed[]
): Promise<ReadonlyMap<string, Administrator>> {
	const rows = await db
		.select({ id: memberships.scopeId, joined: sql<string | null>`max(${people.joinedOn})` })
		.from(memberships)
		.innerJoin(people, eq(people.id, memberships.personId))
		.where(
			and(
				inArray(memberships.scopeId, idsOf(places)),
				eq(memberships.role, 'coordinator'),
				eq(memberships.status, 'active')
			)
		)
		.groupBy(memberships.scopeId);
	return new Map(rows.map(({ id, joined }) => [id, joined === null ? 'invited' : 'in']));
}

const schools = alias(scopes, 'school');

/** A place that lies in a school, or is it; found by the index of paths. */
const inSchool = and(
	gte(scopes.path, schools.path),
	lt(scopes.path, sql`substr(${schools.path}, 1, length(${schools.path}) - 1) || '0'`)
);

/** When the first consultation of each school was opened. */
async function openedIn(
	db: Reader,
	places: readonly Placed[]
): Promise<ReadonlyMap<string, Date | null>> {
	const rows = await db
		.select({ id: schools.id, at: min(consultations.openedAt) })
		.from(schools)
		.innerJoin(scopes, inSchool)
		.innerJoin(consultations, eq(consultations.scopeId, scopes.id))
		.where(and(inArray(schools.id, idsOf(places)), isNotNull(consultations.openedAt)))
		.groupBy(schools.id);
	return new Map(rows.map(({ id, at }) => [id, at]));
}

/** Which schools have a contact or house rules of their own: made there, or taken over. */
async function settingsOf(db: Reader, places: readonly Placed[]) {
	const own = db
		.select({ id: houseRules.id })
		.from(houseRules)
		.where(eq(houseRules.scopeId, scopes.id));
	const rows = await db
		.select({
			id: scopes.id,
			contact: sql<number>`${scopes.contact} is not null`,
			rules: sql<number>`exists ${own}`
		})
		.from(scopes)
		.where(inArray(scopes.id, idsOf(places)));
	return new Map(
		rows.map(({ id, contact, rules }) => [id, { contact: contact === 1, rules: rules === 1 }])
	);
}

/** How many schools there are, and how many are how far; of all, whatever was looked for. */
async function totals(db: Reader, path: string) {
	const held = (role: 'coordinator' | 'parent') =>
		and(eq(memberships.role, role), eq(memberships.status, 'active'));
	const inCharge = db
		.select({ id: people.id })
		.from(memberships)
		.innerJoin(people, eq(people.id, memberships.personId))
		.where(
			and(eq(memberships.scopeId, schools.id), held('coordinator'), isNotNull(people.joinedOn))
		);
	const listed = db
		.select({ id: memberships.personId })
		.from(scopes)
		.innerJoin(memberships, eq(memberships.scopeId, scopes.id))
		.where(and(inSchool, held('parent')));
	const opened = db
		.select({ id: consultations.id })
		.from(scopes)
		.innerJoin(consultations, eq(consultations.scopeId, scopes.id))
		.where(and(inSchool, isNotNull(consultations.openedAt)));
	const below = db
		.select({ id: scopes.id })
		.from(scopes)
		.where(and(withinPath(path), isSchool));
	const [row] = await db
		.select({
			schools: sql<number>`count(*)`,
			administrators: sql<number>`coalesce(sum(${exists(inCharge)}), 0)`,
			parents: sql<number>`coalesce(sum(${exists(listed)}), 0)`,
			consultations: sql<number>`coalesce(sum(${exists(opened)}), 0)`
		})
		.from(schools)
		.where(inArray(schools.id, below));
	return row ?? { schools: 0, administrators: 0, parents: 0, consultations: 0 };
}
