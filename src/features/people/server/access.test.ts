import { expect, test } from 'vitest';
import { addHouseholds as addList } from './add-households.ts';
import { decideAccess } from './decide-access.ts';
import { findPeople } from './find-people.ts';
import { invitePerson } from './invite-person.ts';
import { leavePlace } from './leave-place.ts';
import { rolesIn } from './queries.ts';
import { memberships } from './schema.ts';
import { openSessions } from './sessions.ts';
import { showMe } from './show-me.ts';
import { showPerson } from './show-person.ts';
import { createScope } from '#features/scopes/server/create-scope.ts';
import { Conflict, Forbidden, Invalid, NotFound } from '#kernel/errors.ts';
import { requirePerson, type Context } from '#kernel/server/context.ts';
import { journal } from '#kernel/server/schema.ts';
import { addHouseholds } from '#tests/support/draft.ts';
import { aSchool, BEGAN, type World } from '#tests/support/world.ts';

const REASON = 'Besluit van de rechter van 3 mei, ligt bij de directie.';

async function aFamily() {
	const school = await aSchool();
	await addHouseholds(school, { gezin: ['anna', 'bram'] });
	return { school, coordinator: await school.a('coordinator') };
}
const roles = async ({ store, scope }: World, personId: string) => [
	...(await rolesIn(store.read, personId, scope))
];
const events = async (school: World) =>
	(await school.store.read.select().from(journal)).map(({ what, aboutId }) => [what, aboutId]);
const decide = (ctx: Context, person: string, decision: string, reason = REASON) =>
	decideAccess(ctx, { person, decision, reason });

test('a parent leaves a school with all its groups, and is a guest there from then on', async () => {
	const { school, coordinator } = await aFamily();
	const group = await createScope(coordinator, { kind: 'group', name: 'Groep 3' });
	await addHouseholds(school, { ander: ['anna'] }, group.id);
	const anna = school.as('anna', ['parent']);
	expect((await showMe(anna)).schools).toEqual([{ slug: 'vuurvogel', name: 'De Vuurvogel' }]);

	await leavePlace(anna, { place: 'vuurvogel' });
	expect(await roles(school, 'anna')).toEqual([]);
	expect(await roles(school, 'bram')).toEqual(['parent']);
	expect(await showMe(anna)).toMatchObject({ places: [], schools: [] });
	expect(await events(school)).toContainEqual(['membership.left', 'anna']);
	await expect(leavePlace(anna, { place: 'vuurvogel' })).rejects.toBeInstanceOf(NotFound);
});

test('who works at a school keeps that role when they leave it as a parent', async () => {
	const { school, coordinator } = await aFamily();
	await school.store.write((tx) =>
		tx.insert(memberships).values({ scopeId: school.scope.id, personId: 'anna', role: 'council' })
	);
	await leavePlace(school.as('anna', ['parent', 'council']), { place: 'vuurvogel' });
	expect(await roles(school, 'anna')).toEqual(['council']);
	expect((await findPeople(coordinator, new URLSearchParams('q=anna'))).found[0]?.held).toEqual([
		{ place: 'De Vuurvogel', role: 'council', status: 'active' },
		{ place: 'De Vuurvogel', role: 'parent', status: 'left' }
	]);
});

test('who is blocked is signed out at once and is nothing here, until it is lifted', async () => {
	const { school, coordinator } = await aFamily();
	const sessions = openSessions(school.store, { secure: false });
	const { value: token } = await sessions.start('anna', 'parent', BEGAN);
	await decide(coordinator, 'anna', 'blocked');
	expect(await sessions.find(token)).toBeNull();
	expect(await roles(school, 'anna')).toEqual([]);
	await expect(decide(coordinator, 'anna', 'blocked')).rejects.toThrow(Conflict);

	await decide(coordinator, 'anna', 'lifted', 'Het gesprek is gevoerd.');
	expect(await roles(school, 'anna')).toEqual(['parent']);
	const { decisions, choices } = await showPerson(coordinator, 'anna');
	expect(decisions.map(({ decision, reason }) => [decision, reason])).toContainEqual([
		'blocked',
		REASON
	]);
	expect(choices).toEqual(['no-access', 'blocked']);
});

test('the log tells that it was decided and about whom, never why', async () => {
	const { school, coordinator } = await aFamily();
	await decide(coordinator, 'anna', 'no-access');
	await decide(coordinator, 'anna', 'lifted');
	expect(await events(school)).toEqual([
		['access.denied', 'anna'],
		['access.lifted', 'anna']
	]);
	expect(JSON.stringify(await school.store.read.select().from(journal))).not.toContain('rechter');
});

test('no access is for parents only, needs a reason, and is decided by a coordinator', async () => {
	const { school, coordinator } = await aFamily();
	const council = await school.a('council');
	await expect(decide(council, 'anna', 'no-access')).rejects.toThrow(Forbidden);
	await expect(decide(coordinator, 'anna', 'no-access', 'Kort')).rejects.toThrow(Invalid);
	await expect(decide(coordinator, 'anna', 'weg')).rejects.toThrow(Invalid);
	await expect(decide(coordinator, requirePerson(council), 'no-access')).rejects.toMatchObject({
		reason: 'access.parents-only'
	});
	await expect(decide(coordinator, requirePerson(coordinator), 'blocked')).rejects.toMatchObject({
		reason: 'access.own'
	});
	const elsewhere = await (await school.anotherSchool()).a('parent');
	await expect(decide(coordinator, requirePerson(elsewhere), 'blocked')).rejects.toThrow(NotFound);
});

test('the other parent sees no difference', async () => {
	const { school, coordinator } = await aFamily();
	const bram = school.as('bram', ['parent']);
	const before = await showMe(bram);
	await decide(coordinator, 'anna', 'no-access');
	expect(await showMe(bram)).toEqual(before);
	expect(await roles(school, 'bram')).toEqual(['parent']);
	await expect(showPerson(bram, 'anna')).rejects.toThrow(Forbidden);
	await expect(findPeople(bram, new URLSearchParams('q=anna'))).rejects.toThrow(Forbidden);
});

test('neither a list of parents nor an invitation lets in who was kept out', async () => {
	const { school, coordinator } = await aFamily();
	await createScope(coordinator, { kind: 'group', name: 'Groep 3' });
	await decide(coordinator, 'anna', 'no-access');
	const list = 'gezin;anna;;Groep 3\ngezin;bram;;Groep 3';
	await addList(coordinator, { list, count: '' });
	expect(await roles(school, 'anna')).toEqual([]);
	expect(await roles(school, 'bram')).toEqual(['parent']);

	const moderator = { name: 'Mo', email: 'mo@example.org', role: 'moderator' };
	const { personId } = await invitePerson(coordinator, moderator);
	await decide(coordinator, personId, 'blocked');
	await expect(invitePerson(coordinator, moderator)).rejects.toMatchObject({
		reason: 'access.barred'
	});
});
