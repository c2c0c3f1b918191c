import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { followLink } from './follow-link.ts';
import { invitePerson } from './invite-person.ts';
import { makeSignInCode } from './make-sign-in-code.ts';
import { signInCodes, signInLinks } from './schema.ts';
import { openSessions } from './sessions.ts';
import { createScope } from '#features/scopes/server/create-scope.ts';
import { scopes } from '#features/scopes/server/schema.ts';
import { Conflict } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import { personOf } from '#kernel/server/context.ts';
import { BEGAN, aSchool, World } from '#tests/support/world.ts';

const SAMIRA = { name: 'Samira El Idrissi', email: 'samira@example.org', role: 'moderator' };

async function invited(school: World) {
	const coordinator = await school.a('coordinator');
	const { personId, token } = await invitePerson(coordinator, SAMIRA);
	return { coordinator, personId, token: token ?? '' };
}

/** The alliance over a school. */
async function aboveIt({ store, file }: World): Promise<World> {
	const [alliance] = await store.read.select().from(scopes).where(eq(scopes.kind, 'alliance'));
	if (!alliance) throw new Error('the alliance is missing');
	return new World(store, alliance, file);
}

test('no school is given a way into the account of somebody who works elsewhere too', async () => {
	const school = await aSchool();
	const other = await school.anotherSchool();
	const { personId } = await invited(school);
	const theirs = await other.a('coordinator');

	expect(await invitePerson(theirs, SAMIRA)).toEqual({
		personId,
		token: null,
		mailed: false,
		ended: true
	});
	const refused = new Conflict('person.elsewhere');
	await expect(makeSignInCode(theirs, { person: personId })).rejects.toEqual(refused);
	expect(await school.store.read.$count(signInCodes)).toBe(0);
});

/** Samira at one school, with a code, a link and a session of there, and the ways in that are left. */
async function samiraAtOneSchool() {
	const school = await aSchool();
	const other = await school.anotherSchool();
	const { coordinator, personId, token } = await invited(school);
	await makeSignInCode(coordinator, { person: personId });
	const store = openSessions(school.store, { secure: false });
	const { value: session } = await store.start(personId, 'desk', BEGAN);
	const open = async () => ({
		codes: await school.store.read.$count(signInCodes, eq(signInCodes.personId, personId)),
		links: await school.store.read.$count(signInLinks, eq(signInLinks.personId, personId)),
		session: (await store.find(session)) !== null
	});
	return { school, other, coordinator, personId, token, open };
}

test('what one school could sign in with does not open what another gives later', async () => {
	const { school, other, token, open } = await samiraAtOneSchool();
	expect(await open()).toEqual({ codes: 1, links: 1, session: true });
	const theirs = await other.a('coordinator');
	expect(await invitePerson(theirs, SAMIRA)).toMatchObject({
		token: null,
		mailed: false,
		ended: true
	});
	expect(await open()).toEqual({ codes: 0, links: 0, session: false });
	await expect(followLink(school.guest(), token, newId())).rejects.toEqual(
		new Conflict('link.expired')
	);
});

test('a school cannot sign in as somebody to whom the alliance above it gives a role', async () => {
	const { school, personId, open } = await samiraAtOneSchool();
	const above = await aboveIt(school);
	const hanneke = await above.a('coordinator');
	const again = await invitePerson(hanneke, { ...SAMIRA, role: 'coordinator' });
	expect(again).toMatchObject({ personId, ended: true });
	// those in charge of both give them the new way in themselves
	expect(again.token).not.toBeNull();
	expect(await open()).toEqual({ codes: 0, links: 1, session: false });
});

test('a role that somebody has already, and one below where they work, shuts nobody out', async () => {
	const { school, other, coordinator, personId, open } = await samiraAtOneSchool();
	await invitePerson(coordinator, { ...SAMIRA, role: 'council' });
	expect(await open()).toMatchObject({ codes: 1, session: true });

	const theirs = await other.a('coordinator');
	await invitePerson(theirs, SAMIRA);
	const store = openSessions(school.store, { secure: false });
	const { value } = await store.start(personId, 'desk', BEGAN);
	expect(await invitePerson(theirs, SAMIRA)).toEqual({
		personId,
		token: null,
		mailed: false,
		ended: false
	});
	expect(await store.find(value)).not.toBeNull();

	const above = await aboveIt(school);
	const hanneke = await above.a('coordinator');
	const wim = { name: 'Wim', email: 'wim@example.org', role: 'moderator' };
	const { personId: wimId } = await invitePerson(hanneke, wim);
	await makeSignInCode(hanneke, { person: wimId });
	expect(await invitePerson(coordinator, { ...wim, role: 'decider' })).toEqual({
		personId: wimId,
		token: null,
		mailed: false,
		ended: false
	});
	const codes = await school.store.read.$count(signInCodes, eq(signInCodes.personId, wimId));
	expect(codes).toBe(1);
});

test('whoever is in charge above both places gives a new way in, at either', async () => {
	const school = await aSchool();
	const above = await aboveIt(school);
	const hanneke = await above.a('coordinator');
	const scope = await createScope(hanneke, { kind: 'school', name: 'De Reiger', slug: 'reiger' });
	const reiger = new World(school.store, scope, school.file);
	const { personId } = await invited(school);
	await invitePerson(await reiger.a('coordinator'), SAMIRA);

	const refused = new Conflict('person.elsewhere');
	for (const place of [school, reiger]) {
		const local = await place.a('coordinator');
		await expect(makeSignInCode(local, { person: personId })).rejects.toEqual(refused);
		const visiting = { ...hanneke, scope: place.scope };
		await makeSignInCode(visiting, { person: personId });
		expect((await invitePerson(visiting, SAMIRA)).token).not.toBeNull();
	}
	expect(await school.store.read.$count(signInCodes)).toBe(1);
});

test('who gives themselves a role at a second place stays signed in', async () => {
	const school = await aSchool();
	const other = await school.anotherSchool();
	const { coordinator } = await invited(school);
	const theirs = await other.a('coordinator');
	const email = `${personOf(theirs) ?? ''}@example.org`;
	await invitePerson(coordinator, { name: 'Beide', email, role: 'coordinator' });
	const store = openSessions(school.store, { secure: false });
	const { value } = await store.start(personOf(theirs) ?? '', 'desk', BEGAN);
	const own = { name: 'Beide', email, role: 'moderator' };
	expect((await invitePerson(theirs, own)).ended).toBe(false);
	expect(await store.find(value)).not.toBeNull();
});
