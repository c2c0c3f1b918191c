import { asc, eq } from 'drizzle-orm';
import { as, type Cast, type DemoFamily, placeOf, type Stage } from './cast.ts';
import { familiesOf } from './families.ts';
import { randomFrom } from './random.ts';
import {
	ALLIANCE,
	BOARDS,
	type DemoSchool,
	FOUNDED,
	HOUSE_RULES,
	PEOPLE,
	SCHOOLS
} from './region.ts';
import { publishHouseRules } from '#features/house-rules/server/publish-house-rules.ts';
import { addHouseholds } from '#features/people/server/add-households.ts';
import { invitePerson } from '#features/people/server/invite-person.ts';
import { householdMembers, households, people } from '#features/people/server/schema.ts';
import { setupKeyFor, setUpInstallation } from '#features/people/server/set-up.ts';
import { changeContact } from '#features/scopes/server/change-contact.ts';
import { createBody } from '#features/scopes/server/create-body.ts';
import { createScope } from '#features/scopes/server/create-scope.ts';
import { getScope, HOME } from '#features/scopes/server/queries.ts';
import type { Scope } from '#kernel/server/context.ts';

/** The number that the families of the region are drawn by. */
const FAMILIES = 1;

const COORDINATOR = 'Hanneke Vos';

const addressOf = (name: string) =>
	`${name
		.toLowerCase()
		.normalize('NFD')
		.replace(/[^a-z]+/g, '.')}@merelstreek.example`;

/** Sets up the alliance, with its boards, schools, groups, bodies, people and families. */
export async function foundRegion(stage: Stage): Promise<Cast> {
	const now = stage.calendar.at(FOUNDED);
	const places = new Map<string, Scope>();
	const personas = new Map<string, string>();
	const families: DemoFamily[] = [];
	const cast: Cast = { places, personas, families };

	const { personId, slug } = await setUp(stage, now);
	personas.set(COORDINATOR, personId);
	places.set(slug, await getScope(stage.store.read, slug));
	const at = (place: string) => as(stage, personId, placeOf(cast, place), now);
	const add = async (above: string, wanted: Record<string, string>) => {
		const made = await createScope(await at(above), wanted);
		places.set(made.slug, made);
		return made;
	};

	await changeContact(await at(slug), ALLIANCE.contact);
	for (const body of ALLIANCE.bodies) await createBody(await at(slug), body);
	await publishHouseRules(await at(slug), { rules: HOUSE_RULES.join('\n') });
	for (const { bodies, ...board } of BOARDS) {
		await add(slug, { kind: 'board', ...board });
		for (const body of bodies) await createBody(await at(board.slug), body);
	}
	for (const school of SCHOOLS) {
		const { name, place } = school;
		await add(school.board, { kind: 'school', name, slug: school.slug, place });
		await changeContact(await at(school.slug), school.contact);
		for (const body of school.bodies) await createBody(await at(school.slug), body);
		for (const group of school.groups) await add(school.slug, { kind: 'group', name: group });
	}
	for (const { name, roles, at: place } of PEOPLE) {
		for (const role of roles) {
			const invited = await invitePerson(await at(place), { name, email: addressOf(name), role });
			personas.set(name, invited.personId);
		}
	}
	const random = randomFrom(FAMILIES);
	for (const school of SCHOOLS) {
		const lines = familiesOf(school, random).flatMap(({ key, group, names }) =>
			names.map((name) => `${key};${name};;${group}`)
		);
		await addHouseholds(await at(school.slug), { list: lines.join('\n') });
		families.push(...(await familiesIn(stage, placeOf(cast, school.slug), school)));
	}
	return cast;
}

function setUp({ store, seal, vault }: Stage, now: Date) {
	const nobody = {
		read: store.read,
		write: store.write,
		now,
		actor: { kind: 'guest' },
		scope: HOME,
		roles: new Set<never>(),
		locale: 'nl',
		session: null,
		seal,
		vault,
		address: 'demo'
	} as const;
	const key = setupKeyFor(seal);
	return setUpInstallation(nobody, key, {
		key,
		name: COORDINATOR,
		email: addressOf(COORDINATOR),
		organisation: ALLIANCE.name,
		slug: ALLIANCE.slug,
		kind: 'alliance'
	});
}

/** The families of a school as they now stand, by key. */
async function familiesIn(
	{ store }: Stage,
	{ id }: Scope,
	{ slug }: DemoSchool
): Promise<DemoFamily[]> {
	const rows = await store.read
		.select({ key: households.key, id: people.id, name: people.name })
		.from(households)
		.innerJoin(householdMembers, eq(householdMembers.householdId, households.id))
		.innerJoin(people, eq(people.id, householdMembers.personId))
		.where(eq(households.scopeId, id))
		.orderBy(asc(households.key), asc(people.name));
	const byKey = Map.groupBy(rows, ({ key }) => key);
	return [...byKey].map(([key, members]) => ({
		key,
		school: slug,
		parents: members.map((member) => ({ id: member.id, name: member.name ?? '' }))
	}));
}
