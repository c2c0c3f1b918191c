import { count } from 'drizzle-orm';
import { turnoutOf } from './turnout.ts';
import { lastDayOf } from '#features/consultations/closing.ts';
import { stageOf, type Stage } from '#features/consultations/rules.ts';
import { consultationsOf, type Consultation } from '#features/consultations/server/queries.ts';
import { eveningsOf } from '#features/evenings/server/queries.ts';
import { panels } from '#features/panels/server/schema.ts';
import { polls } from '#features/polls/server/schema.ts';
import { ancestry } from '#features/scopes/rules.ts';
import { isSchool, pageOf, placesAsked, placesBelow } from '#features/scopes/server/places-page.ts';
import { scopes } from '#features/scopes/server/schema.ts';
import type { Context, Scope } from '#kernel/server/context.ts';
import type { Reader } from '#kernel/server/db.ts';
import { inList, listOf, prepared } from '#kernel/server/prepared.ts';
import { daysBetween, dayOf } from '#kernel/time.ts';
import { can } from '#policy/authorize.ts';

type Place = { readonly id: string; readonly slug: string; readonly name: string };

const CURRENT: readonly Stage[] = ['open', 'suspended', 'planned'];
const BEING_MADE: readonly Stage[] = ['closed', 'counted'];

const placesIn = prepared((db: Reader) =>
	db
		.select({ id: scopes.id, slug: scopes.slug, name: scopes.name })
		.from(scopes)
		.where(inList(scopes.id, 'scopes'))
		.prepare()
);

/** This place and all above it: their consultations are put to the parents here too. */
async function placesFrom(db: Reader, path: string): Promise<Map<string, Place>> {
	const rows = await placesIn(db).all({ scopes: listOf(ancestry({ path })) });
	return new Map(rows.map((place) => [place.id, place]));
}

/** The schools under an alliance or board; none elsewhere. */
async function schoolsBelow(db: Reader, scope: Scope, query: URLSearchParams) {
	const asked = placesAsked(query);
	const isAbove = ['alliance', 'board'].includes(scope.kind);
	return pageOf(isAbove ? await placesBelow(db, scope, asked, isSchool) : [], asked);
}

const panelsIn = prepared((db: Reader) =>
	db
		.select({ id: panels.consultationId, n: count() })
		.from(panels)
		.where(inList(panels.consultationId, 'consultations'))
		.groupBy(panels.consultationId)
		.prepare()
);
const pollsIn = prepared((db: Reader) =>
	db
		.select({ id: polls.consultationId, n: count() })
		.from(polls)
		.where(inList(polls.consultationId, 'consultations'))
		.groupBy(polls.consultationId)
		.prepare()
);

async function countsOf(db: Reader, ids: string[]) {
	const these = { consultations: listOf(ids) };
	const panelRows = await panelsIn(db).all(these);
	const pollRows = await pollsIn(db).all(these);
	return {
		panels: new Map(panelRows.map(({ id, n }) => [id, n])),
		polls: new Map(pollRows.map(({ id, n }) => [id, n])),
		turnout: await turnoutOf(db, ids)
	};
}

/** What the home of a place shows: what is open now, what comes, and the schools below it. */
export async function showHome(ctx: Context, query = new URLSearchParams()) {
	const { read, scope, now } = ctx;
	const places = await placesFrom(read, scope.path);
	const all = (await consultationsOf(read, [...places.keys()])).map((it) => ({
		it,
		stage: stageOf(it, now)
	}));
	const current = all
		.filter(({ stage }) => CURRENT.includes(stage))
		.toSorted((a, b) => order(a.stage) - order(b.stage) || +a.it.closesAt - +b.it.closesAt);
	const being = all.filter(
		({ it, stage }) => it.scopeId === scope.id && BEING_MADE.includes(stage)
	);
	const shown = [...current, ...being];
	const counts = await countsOf(
		read,
		shown.map(({ it }) => it.id)
	);

	const row = ({ it, stage }: { it: Consultation; stage: Stage }) => {
		const place = places.get(it.scopeId);
		const { id, slug, title, introduction, opensAt, closesAt, rules } = it;
		return {
			href: `/${place?.slug ?? scope.slug}/consultations/${slug}`,
			/** Who asks, when that is not the place itself. */
			from: it.scopeId === scope.id ? null : (place?.name ?? null),
			title,
			introduction,
			stage,
			opensAt,
			closesAt,
			unit: rules.unit,
			secrecy: rules.secrecy,
			daysLeft: daysBetween(dayOf(now), stage === 'planned' ? dayOf(opensAt) : lastDayOf(closesAt)),
			panels: counts.panels.get(id) ?? 0,
			polls: counts.polls.get(id) ?? 0,
			turnout: counts.turnout.get(id) ?? 0
		};
	};

	return {
		scope: { id: scope.id, slug: scope.slug, name: scope.name, kind: scope.kind },
		current: current.map(row),
		being: being.map(row),
		evening: await nextEvening(ctx, current, places),
		schools: await schoolsBelow(read, scope, query),
		member: ctx.roles.has('parent'),
		may: { draft: can(ctx, 'consultation.draft', { scopeId: scope.id }) }
	};
}

const order = (stage: Stage) => CURRENT.indexOf(stage);

/** The first evening that is still to come, of what is open or planned. */
async function nextEvening(
	{ read, now, scope }: Context,
	current: readonly { it: Consultation }[],
	places: ReadonlyMap<string, Place>
) {
	const byId = new Map(current.map(({ it }) => [it.id, it]));
	const evenings = await eveningsOf(read, [...byId.keys()]);
	const next = evenings.find(({ endsAt }) => endsAt > now);
	const consultation = next && byId.get(next.consultationId);
	if (!next || !consultation) return null;
	const { slug, title, startsAt, endsAt, place, details } = next;
	const where = places.get(consultation.scopeId)?.slug ?? scope.slug;
	return {
		href: `/${where}/consultations/${consultation.slug}/evenings/${slug}`,
		title,
		startsAt,
		endsAt,
		place,
		details,
		about: consultation.title
	};
}
