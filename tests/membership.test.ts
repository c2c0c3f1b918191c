import { expect, test } from 'vitest';
import { askMembership, showAsking } from '#features/people/server/ask-membership.ts';
import { decideAccess } from '#features/people/server/decide-access.ts';
import { decideRequest } from '#features/people/server/decide-request.ts';
import { followLink } from '#features/people/server/follow-link.ts';
import { leavePlace } from '#features/people/server/leave-place.ts';
import { rolesIn } from '#features/people/server/queries.ts';
import {
	householdMembers,
	households,
	membershipRequests,
	people
} from '#features/people/server/schema.ts';
import { forgetMembershipRequests, showRequests } from '#features/people/server/show-requests.ts';
import { eligibleUnits } from '#features/electorate/server/eligible.ts';
import { createScope } from '#features/scopes/server/create-scope.ts';
import { Conflict, Forbidden, Invalid, NotFound } from '#kernel/errors.ts';
import { requirePerson, type Context } from '#kernel/server/context.ts';
import { addHouseholds } from '#tests/support/draft.ts';
import { aSchool, minutesLater, World } from '#tests/support/world.ts';

const FORM = { name: 'Nina de Boer', email: 'nina@example.org', group: 'groep 3', parent: 'yes' };
const all = (school: World) => school.store.read.select().from(membershipRequests);

async function asked(form: Record<string, string> = FORM) {
	const school = await aSchool();
	const coordinator = await school.a('coordinator');
	await askMembership(school.guest(), form);
	const decide = async (decision: string, more: Record<string, string> = {}, ctx = coordinator) => {
		const [{ id } = { id: '' }] = (await showRequests(ctx)).requests;
		return decideRequest(ctx, { request: id, decision, ...more });
	};
	return { school, coordinator, decide };
}

test('somebody without a code asks, is let in, and comes in with a link as a parent with a right', async () => {
	const { school, coordinator, decide } = await asked();
	const group = await createScope(coordinator, { kind: 'group', name: 'Groep 3' });
	const token = await decide('granted', { group: group.id });
	const { personId, returnTo } = await followLink(school.guest(), token ?? '', 'page');
	expect(returnTo).toBe('/vuurvogel');
	expect([...(await rolesIn(school.store.read, personId, school.scope))]).toEqual(['parent']);
	for (const unit of ['household', 'parent'] as const)
		expect(await eligibleUnits(school.store.read, school.scope, unit)).toHaveLength(1);
	const [request] = await all(school);
	const again = decideRequest(coordinator, { request: request?.id, decision: 'granted' });
	await expect(again).rejects.toMatchObject({ reason: 'request.decided' });
});

test('what was typed is gone once it was decided, and the page of requests shows no address', async () => {
	const { school, coordinator, decide } = await asked();
	expect(JSON.stringify(await showRequests(coordinator))).not.toContain('nina@');
	await decide('refused');
	expect(await all(school)).toMatchObject([
		{ state: 'refused', name: '', email: '', groupText: '' }
	]);
	expect((await showRequests(coordinator)).requests).toEqual([]);
	expect(await school.store.read.$count(people)).toBe(1);
});

test('asking tells nothing: twice is once, and a known address is answered like an unknown one', async () => {
	const { school, coordinator } = await asked();
	await askMembership(school.guest(minutesLater(5)), { ...FORM, name: 'Nina Boer' });
	expect(await all(school)).toMatchObject([{ name: 'Nina Boer', state: 'asked' }]);
	const known = `${requirePerson(coordinator)}@example.org`;
	expect(await askMembership(school.guest(), { ...FORM, email: known })).toBeUndefined();
	const second = (await showRequests(coordinator)).requests.find(({ name }) => name === FORM.name);
	await decideRequest(coordinator, { request: second?.id, decision: 'granted' });
	const parents = await eligibleUnits(coordinator.read, school.scope, 'parent');
	expect(parents.map(({ personId }) => personId)).not.toContain(requirePerson(coordinator));
});

test('nobody asks for a child, without a name or address, or of a place that is no school', async () => {
	const school = await aSchool();
	const tries = [{ parent: '' }, { name: '' }, { email: '' }, { email: 'geen adres' }];
	for (const wrong of tries)
		await expect(askMembership(school.guest(), { ...FORM, ...wrong })).rejects.toThrow(Invalid);
	const alliance = new World(school.store, { ...school.scope, kind: 'alliance' }, school.file);
	await expect(askMembership(alliance.guest(), FORM)).rejects.toThrow(NotFound);
	expect(() => showAsking(alliance.guest())).toThrow(NotFound);
	expect(await all(school)).toEqual([]);
});

test('who works here asks while signed in, and is a parent with what they were; never by their own hand', async () => {
	const school = await aSchool();
	const [coordinator, council] = [await school.a('coordinator'), await school.a('council')];
	for (const ctx of [council, coordinator]) await askMembership(ctx, FORM);
	const { requests } = await showRequests(coordinator);
	const decide = (ctx: Context, request = '') =>
		decideRequest(ctx, { request, decision: 'granted' });
	const [own, others] = [requests.find((it) => it.own), requests.find((it) => !it.own)];
	await expect(decide(coordinator, own?.id)).rejects.toMatchObject({ reason: 'request.own' });
	expect(await decide(coordinator, others?.id)).toBeNull();
	const roles = await rolesIn(school.store.read, requirePerson(council), school.scope);
	expect([...roles].toSorted()).toEqual(['council', 'parent']);
});

test('who left may come back, and joins the household that the school names', async () => {
	const school = await aSchool();
	const coordinator = await school.a('coordinator');
	await addHouseholds(school, { 'M-014': ['anna', 'bram'] });
	const anna = school.as('anna', ['parent']);
	await leavePlace(anna, { place: 'vuurvogel' });
	await askMembership(school.as('anna'), FORM);
	const [request] = (await showRequests(coordinator)).requests;
	await decideRequest(coordinator, {
		request: request?.id,
		decision: 'granted',
		household: 'M-014'
	});
	expect([...(await rolesIn(school.store.read, 'anna', school.scope))]).toEqual(['parent']);
	expect(await school.store.read.$count(households)).toBe(1);
	expect(await school.store.read.$count(householdMembers)).toBe(2);
});

test('a request lets nobody in who was kept out', async () => {
	const school = await aSchool();
	const coordinator = await school.a('coordinator');
	await addHouseholds(school, { gezin: ['anna'] });
	await decideAccess(coordinator, {
		...{ person: 'anna', decision: 'no-access' },
		reason: 'Besluit van de rechter van 3 mei.'
	});
	await askMembership(school.as('anna'), FORM);
	const [request] = (await showRequests(coordinator)).requests;
	const granting = decideRequest(coordinator, { request: request?.id, decision: 'granted' });
	await expect(granting).rejects.toThrow(Conflict);
	expect((await rolesIn(school.store.read, 'anna', school.scope)).size).toBe(0);
});

test('a helper decides too, a council does not, and a request of another school is not there', async () => {
	const { school, decide } = await asked();
	await expect(decide('granted', {}, await school.a('council'))).rejects.toThrow(Forbidden);
	const [request] = await all(school);
	const other = await (await school.anotherSchool()).a('coordinator');
	await expect(decideRequest(other, { request: request?.id, decision: 'granted' })).rejects.toThrow(
		NotFound
	);
	await expect(decide('granted', { group: other.scope.id })).rejects.toThrow(Invalid);
	expect(await decide('granted', {}, await school.a('helper'))).not.toBeNull();
});

test('requests are forgotten after two months', async () => {
	const { school } = await asked();
	await school.store.write((tx) => forgetMembershipRequests(tx, minutesLater(59 * 24 * 60)));
	expect(await all(school)).toHaveLength(1);
	await school.store.write((tx) => forgetMembershipRequests(tx, minutesLater(61 * 24 * 60)));
	expect(await all(school)).toEqual([]);
});
