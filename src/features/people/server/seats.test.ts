import { and, eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { appointMember } from './appoint-member.ts';
import { isInChargeOf } from './belonging.ts';
import { endSeat } from './end-seat.ts';
import { layDownSeat } from './lay-down-seat.ts';
import { leavePlace } from './leave-place.ts';
import { allRolesOf } from './queries.ts';
import { makeSignInCode } from './make-sign-in-code.ts';
import { memberships, seats, signInCodes, signInLinks } from './schema.ts';
import { openSessions } from './sessions.ts';
import { showBody } from './show-body.ts';
import { showMe } from './show-me.ts';
import { grantsThatCount, rolesAt } from '../rules.ts';
import { grantsOn } from '../seats.ts';
import { createBody } from '#features/scopes/server/create-body.ts';
import { bodies, scopes } from '#features/scopes/server/schema.ts';
import { ConfirmFirst, Conflict, Forbidden, Invalid, NotFound } from '#kernel/errors.ts';
import { requirePerson, type Context } from '#kernel/server/context.ts';
import { dayOf } from '#kernel/time.ts';
import {
	aSchool,
	aScope,
	at,
	BEGAN,
	minutesLater,
	NOON,
	type World
} from '#tests/support/world.ts';

const DAY = 24 * 60;
const TERM = { section: 'parents', from: '2027-05-01', until: '2027-05-20' };

async function aCouncil(kind = 'mr') {
	const school = await aSchool();
	const coordinator = await school.a('coordinator');
	const mr = await createBody(coordinator, { kind, name: 'MR De Vuurvogel' });
	const parent = await school.a('parent');
	return { school, coordinator, mr, parent, person: requirePerson(parent) };
}

/** What the roles are of somebody with a session, as every request finds them. */
async function rolesOf({ store, scope }: World, personId: string, now = NOON, strong = true) {
	const sessions = openSessions(store, { secure: false });
	const { value } = await sessions.start(personId, 'desk', { ...BEGAN, strong });
	const visitor = await sessions.find(value);
	if (!visitor) throw new Error('no session');
	const held = grantsOn(visitor.grants, dayOf(now));
	return [...rolesAt(grantsThatCount(held, visitor.facts, 'required'), scope)].toSorted();
}

test('a seat in a council gives its rights from the first day to the last, by the calendar alone', async () => {
	const { school, coordinator, mr, person } = await aCouncil();
	await appointMember(coordinator, mr, { ...TERM, person, from: '2027-05-14' });
	expect(await rolesOf(school, person)).toEqual(['parent']);
	expect(await rolesOf(school, person, minutesLater(2 * DAY))).toEqual(['council', 'parent']);
	expect(await rolesOf(school, person, minutesLater(8 * DAY))).toEqual(['council', 'parent']);
	expect(await rolesOf(school, person, minutesLater(9 * DAY))).toEqual(['parent']);
	// as with every right over others, a second factor comes first
	expect(await rolesOf(school, person, minutesLater(2 * DAY), false)).toEqual(['parent']);
	// and their sessions are those of a desk
	expect(await allRolesOf(school.store.read, person)).toEqual(new Set(['parent', 'council']));
});

test('a seat in a team gives no rights, and nobody is appointed in a network', async () => {
	const { school, coordinator, mr, person } = await aCouncil('team');
	await appointMember(coordinator, mr, { ...TERM, person });
	expect(await rolesOf(school, person)).toEqual(['parent']);
	const network = await createBody(coordinator, { kind: 'network', name: 'Oudernetwerk' });
	await expect(appointMember(coordinator, network, { ...TERM, person })).rejects.toEqual(
		new Conflict('seat.network')
	);
	await school.store.write((tx) =>
		tx
			.insert(seats)
			.values({ bodyId: network, personId: person, section: 'parents', fromOn: '2027-01-01' })
	);
	// not even what is there is shown
	expect((await showBody(coordinator, network, new URLSearchParams('q=iemand'))).seats).toEqual([]);
	expect(await rolesOf(school, person)).toEqual(['parent']);
});

test('who leaves the school or is kept out sits in its council no more, and the history keeps the seat', async () => {
	const { school, coordinator, mr, parent, person } = await aCouncil();
	await appointMember(coordinator, mr, { ...TERM, person });
	expect(await rolesOf(school, person)).toEqual(['council', 'parent']);
	await leavePlace(parent, { place: school.scope.slug });
	expect(await rolesOf(school, person)).toEqual([]);
	await school.store.write((tx) =>
		tx.update(memberships).set({ status: 'blocked' }).where(eq(memberships.personId, person))
	);
	expect(await rolesOf(school, person)).toEqual([]);
	expect((await showBody(coordinator, mr, new URLSearchParams())).seats).toHaveLength(1);
});

test('a coordinator ends a seat and its holder lays one down: at once, and it stays in the history', async () => {
	const { school, coordinator, mr, parent, person } = await aCouncil();
	const states = async () =>
		(await showBody(coordinator, mr, new URLSearchParams())).seats.map(({ state }) => state);
	const own = async (ctx: Context) => (await showMe(ctx)).seats.map(({ id }) => id);
	for (const way of ['end', 'lay down'] as const) {
		await appointMember(coordinator, mr, { ...TERM, person });
		const [seat] = await own(parent);
		if (way === 'end') await endSeat(coordinator, mr, { seat });
		else await layDownSeat(parent, { seat });
		expect(await own(parent)).toEqual([]);
		expect(await rolesOf(school, person)).toEqual(['parent']);
		await expect(layDownSeat(parent, { seat })).rejects.toEqual(new Conflict('seat.past'));
	}
	expect(await states()).toEqual(['past', 'past']);
});

test('nobody lays down or ends a seat of another, or of another place', async () => {
	const { school, coordinator, mr, parent, person } = await aCouncil();
	await appointMember(coordinator, mr, { ...TERM, person });
	const [seat] = (await showMe(parent)).seats.map(({ id }) => id);
	await expect(layDownSeat(coordinator, { seat })).rejects.toBeInstanceOf(NotFound);
	const other = await school.anotherSchool();
	const there = await other.a('coordinator');
	await expect(endSeat(there, mr, { seat })).rejects.toBeInstanceOf(NotFound);
	await expect(appointMember(there, mr, { ...TERM, person })).rejects.toBeInstanceOf(NotFound);
	await expect(showBody(there, mr, new URLSearchParams())).rejects.toBeInstanceOf(NotFound);
	const council = await school.a('council');
	await expect(endSeat(council, mr, { seat })).rejects.toBeInstanceOf(Forbidden);
	const stale = {
		...coordinator,
		session: coordinator.session && { ...coordinator.session, confirmedAt: null }
	};
	await expect(endSeat(stale, mr, { seat })).rejects.toBeInstanceOf(ConfirmFirst);
});

test('parents sit for parents and staff for staff, each once, and a body has one chair at a time', async () => {
	const { school, coordinator, mr, person } = await aCouncil();
	const staff = requirePerson(await school.a('staff'));
	const appoint = (input: object) => appointMember(coordinator, mr, { ...TERM, ...input });
	const refused = (field: string, reason: string) =>
		new Invalid('input.invalid', { [field]: reason });
	const cases: [object, Invalid][] = [
		[{ person: staff }, refused('person', 'seat.no-parent')],
		[{ person, section: 'staff' }, refused('person', 'seat.no-staff')],
		[{ person: 'nobody' }, refused('person', 'seat.no-parent')],
		[{ person, until: '2027-04-01' }, refused('until', 'seat.until-before')],
		[{ person, until: '2027-05-11' }, refused('until', 'seat.over')],
		[{ person, from: '2027-02-30' }, refused('from', 'field.day')]
	];
	for (const [input, reason] of cases) await expect(appoint(input)).rejects.toEqual(reason);
	await appoint({ person, function: 'chair' });
	await expect(appoint({ person, until: '' })).rejects.toEqual(refused('person', 'seat.already'));
	await expect(appoint({ person: staff, section: 'staff', function: 'chair' })).rejects.toEqual(
		refused('function', 'seat.function-taken')
	);
	await appoint({
		person: staff,
		section: 'staff',
		function: 'chair',
		from: '2027-05-21',
		until: ''
	});
	await appoint({ person, from: '2027-05-21', until: '' });
	const { seats: all } = await showBody(coordinator, mr, new URLSearchParams());
	expect(all.map(({ state }) => state)).toEqual(['later', 'later', 'now']);
});

test('a seat is something outside a school: its coordinator gets no way in to who has one above', async () => {
	const { school, coordinator, person } = await aCouncil();
	expect(await isInChargeOf(school.store.read, coordinator, person)).toBe(true);
	const allianceId = school.scope.path.split('/')[2] ?? '';
	await school.store.write(async (tx) => {
		await tx.insert(bodies).values({ id: 'opr', scopeId: allianceId, kind: 'opr', name: 'OPR' });
		await tx.insert(seats).values({
			bodyId: 'opr',
			personId: person,
			section: 'parents',
			fromOn: '2027-01-01',
			untilOn: '2027-06-01'
		});
	});
	expect(await isInChargeOf(school.store.read, coordinator, person)).toBe(false);
	const after = { ...coordinator, now: minutesLater(30 * DAY) };
	expect(await isInChargeOf(school.store.read, after, person)).toBe(true);
});

test('who is something elsewhere comes in anew after they got a seat', async () => {
	const { school, coordinator, mr, person } = await aCouncil();
	const other = await school.anotherSchool();
	await school.store.write(async (tx) => {
		await tx
			.insert(memberships)
			.values({ scopeId: other.scope.id, personId: person, role: 'parent' });
		await tx
			.insert(signInLinks)
			.values({ id: 'seen', personId: person, returnTo: '/', expiresAt: minutesLater(60) });
	});
	await appointMember(coordinator, mr, { ...TERM, person });
	const mine = and(eq(signInLinks.personId, person));
	expect(await school.store.read.$count(signInLinks, mine)).toBe(0);
});

test('who has a seat gets a code for the desk where they sit, and who has none any more does not', async () => {
	const { school, coordinator, mr, person } = await aCouncil();
	await school.store.write((tx) => tx.delete(memberships).where(eq(memberships.personId, person)));
	const [group] = await school.store.write((tx) =>
		tx
			.insert(scopes)
			.values(aScope('group', school.scope.path, 'groep-3', 'Groep 3'))
			.returning({ id: scopes.id })
	);
	await school.store.write((tx) =>
		tx.insert(memberships).values({ scopeId: group?.id ?? '', personId: person, role: 'parent' })
	);
	await expect(makeSignInCode(coordinator, { person })).rejects.toThrow(NotFound);
	await appointMember(coordinator, mr, { ...TERM, person });
	await makeSignInCode(coordinator, { person });
	expect(await school.store.read.select().from(signInCodes)).toMatchObject([
		{ personId: person, returnTo: `/${school.scope.slug}/desk` }
	]);
	const later = at(coordinator, minutesLater(9 * DAY));
	await expect(makeSignInCode(later, { person })).rejects.toThrow(NotFound);
});
