import { existsSync, readFileSync } from 'node:fs';
import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { normaliseCode } from '../code.ts';
import { changeName } from './change-name.ts';
import { endSessions } from './end-sessions.ts';
import { followLink, forgetLinks } from './follow-link.ts';
import { invitePerson } from './invite-person.ts';
import { makeSignInCode } from './make-sign-in-code.ts';
import { allRolesOf, rolesIn } from './queries.ts';
import { removeRole } from './remove-role.ts';
import { memberships, people, sessions, signInCodes, signInLinks } from './schema.ts';
import { openSessions } from './sessions.ts';
import { showMe } from './show-me.ts';
import { showPeople } from './show-people.ts';
import { Conflict, Forbidden, Invalid, NotFound, SignInRequired } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import { personOf, type Context } from '#kernel/server/context.ts';
import { BEGAN, aSchool, at, minutesLater, NOON, type World } from '#tests/support/world.ts';

const SAMIRA = { name: 'Samira El Idrissi', email: 'Samira@Example.org', role: 'moderator' };
const DAY = 24 * 60;

async function invited(school: World, input: Record<string, string> = SAMIRA) {
	const coordinator = await school.a('coordinator');
	const { personId, token } = await invitePerson(coordinator, input);
	return { coordinator, personId, token: token ?? '' };
}

test('an invited moderator has that role here and below, and comes in at the desk', async () => {
	const school = await aSchool();
	const { personId, token } = await invited(school);

	expect(await followLink(school.guest(), token, newId())).toEqual({
		personId,
		returnTo: '/vuurvogel/desk',
		asParent: false
	});
	expect([...(await rolesIn(school.store.read, personId, school.scope))]).toEqual(['moderator']);
	const [person] = await school.store.read.select().from(people).where(eq(people.id, personId));
	expect(person).toMatchObject({ name: 'Samira El Idrissi', email: 'samira@example.org' });
});

test('a link lets in once, also when fifty follow it at the same moment', async () => {
	const school = await aSchool();
	const { personId, token } = await invited(school);
	const tries = Array.from({ length: 50 }, () => followLink(school.guest(), token, newId()));
	const settled = await Promise.allSettled(tries);

	const won = settled.flatMap((it) => (it.status === 'fulfilled' ? [it.value.personId] : []));
	const lost = settled.flatMap((it) => (it.status === 'rejected' ? [it.reason as unknown] : []));
	expect(won).toEqual([personId]);
	expect(lost).toEqual(Array.from({ length: 49 }, () => new Conflict('link.expired')));
});

test('a link that is used, too old or made up is refused in the same words', async () => {
	const school = await aSchool();
	const { token } = await invited(school);
	const gone = new Conflict('link.expired');

	const late = school.guest(minutesLater(14 * DAY));
	await expect(followLink(late, token, newId())).rejects.toEqual(gone);
	await expect(followLink(school.guest(), 'x'.repeat(32), newId())).rejects.toEqual(gone);
	await followLink(school.guest(minutesLater(14 * DAY - 1)), token, newId());
	await expect(followLink(school.guest(), token, newId())).rejects.toEqual(gone);
});

test('a link that opens nothing any more is forgotten, and so is when it was used', async () => {
	const school = await aSchool();
	const { token } = await invited(school);
	const links = () => school.store.read.$count(signInLinks);
	await school.store.write((tx) => forgetLinks(tx, NOON));
	expect(await links()).toBe(1);
	await followLink(school.guest(), token, newId());
	await school.store.write((tx) => forgetLinks(tx, minutesLater(2)));
	expect(await links()).toBe(0);
});

test('who presses twice on the page of a link is let in, and nobody on another page', async () => {
	const school = await aSchool();
	const { personId, token } = await invited(school);
	const page = newId();
	const press = (minutes: number, from = page) =>
		followLink(school.guest(minutesLater(minutes)), token, from);
	const both = await Promise.all([press(0), press(0)]);
	expect(both.map((it) => it.personId)).toEqual([personId, personId]);
	expect(await press(1)).toMatchObject({ personId });
	const gone = new Conflict('link.expired');
	await expect(press(1, newId())).rejects.toEqual(gone);
	await expect(press(1, '')).rejects.toEqual(gone);
	await expect(press(3)).rejects.toEqual(gone);
});

test('neither link nor code can be read in the database, also not in its log', async () => {
	const school = await aSchool();
	const { coordinator, personId, token } = await invited(school);
	const code = await makeSignInCode(coordinator, { person: personId });
	const plain = normaliseCode(code) ?? '';
	const files = ['', '-wal'].map((suffix) => school.file + suffix).filter((it) => existsSync(it));
	const bytes = Buffer.concat(files.map((file) => readFileSync(file)));

	expect(bytes.includes(personId)).toBe(true);
	expect([token, code, plain].map((secret) => bytes.includes(secret))).toEqual([
		false,
		false,
		false
	]);
});

test('inviting somebody who is known here gives them the role too, under their own name', async () => {
	const school = await aSchool();
	const { coordinator, personId } = await invited(school);
	const again = await invitePerson(coordinator, { ...SAMIRA, name: 'S. Idrissi', role: 'council' });

	expect(again.personId).toBe(personId);
	expect(again.token).not.toBeNull();
	expect(await allRolesOf(school.store.read, personId)).toEqual(new Set(['moderator', 'council']));
	expect((await showPeople(coordinator)).people).toContainEqual({
		id: personId,
		name: 'Samira El Idrissi',
		email: 'samira@example.org',
		bounces: false,
		roles: ['council', 'moderator'],
		me: false
	});
});

test('the address of a parent is no way to a desk: codes for parents go round on paper', async () => {
	const school = await aSchool();
	const parent = await school.a('parent');
	const email = `${personOf(parent) ?? ''}@example.org`;
	const error: unknown = await invited(school, { ...SAMIRA, email }).catch((it: unknown) => it);
	expect((error as Invalid).issues).toEqual({ email: 'person.email-of-parent' });
});

test('a name with a web address, a wrong e-mail address and the role of parent are refused', async () => {
	const school = await aSchool();
	const coordinator = await school.a('coordinator');
	const wrong = { name: 'www.winkel.example', email: 'a@b,c@d.nl', role: 'parent' };
	const error: unknown = await invitePerson(coordinator, wrong).catch((it: unknown) => it);
	expect((error as Invalid).issues).toEqual({
		name: 'field.name',
		email: 'field.email',
		role: 'field.choose'
	});
});

test('a new code for somebody takes the place of the one they had', async () => {
	const school = await aSchool();
	const { coordinator, personId } = await invited(school);
	const first = await makeSignInCode(coordinator, { person: personId });
	const second = await makeSignInCode(coordinator, { person: personId });

	const seals = await school.store.read.select({ id: signInCodes.id }).from(signInCodes);
	const sealed = (code: string) => ({ id: coordinator.seal(normaliseCode(code) ?? '') });
	expect(seals).toEqual([sealed(second)]);
	expect(seals).not.toContainEqual(sealed(first));
});

test('whoever loses a role is signed out everywhere, and has no way back with the last one', async () => {
	const school = await aSchool();
	const { coordinator, personId, token } = await invited(school);
	await makeSignInCode(coordinator, { person: personId });
	await invitePerson(coordinator, { ...SAMIRA, role: 'council' });
	const store = openSessions(school.store, { secure: false });
	const theirs = await store.start(personId, 'desk', BEGAN);
	const mine = await store.start(personOf(coordinator) ?? '', 'desk', BEGAN);

	await removeRole(coordinator, { person: personId, role: 'moderator' });
	expect(await store.find(theirs.value)).toBeNull();
	expect(await store.find(mine.value)).not.toBeNull();
	expect(await allRolesOf(school.store.read, personId)).toEqual(new Set(['council']));
	expect(await school.store.read.$count(signInCodes)).toBe(1);

	await removeRole(coordinator, { person: personId, role: 'council' });
	expect(await school.store.read.$count(signInCodes)).toBe(0);
	await expect(followLink(school.guest(), token, newId())).rejects.toEqual(
		new Conflict('link.expired')
	);
});

test('nobody takes away their own role, nor one that is not there', async () => {
	const school = await aSchool();
	const { coordinator, personId } = await invited(school);
	const own = { person: personOf(coordinator) ?? '', role: 'coordinator' };
	await expect(removeRole(coordinator, own)).rejects.toEqual(new Conflict('role.own'));
	const other = { person: personId, role: 'council' };
	await expect(removeRole(coordinator, other)).rejects.toThrow(NotFound);
});

test('only a coordinator deals with people, and only with those of their own place', async () => {
	const school = await aSchool();
	const other = await school.anotherSchool();
	const { coordinator, personId } = await invited(school);
	const person = { person: personId };
	const deeds = [
		(ctx: Context) => invitePerson(ctx, SAMIRA),
		(ctx: Context) => makeSignInCode(ctx, person),
		(ctx: Context) => removeRole(ctx, { ...person, role: 'moderator' }),
		(ctx: Context) => showPeople(ctx)
	];
	for (const deed of deeds) {
		for (const role of ['parent', 'council', 'staff', 'moderator', 'decider'] as const)
			await expect(deed(await school.a(role))).rejects.toThrow(Forbidden);
		await expect(deed(school.guest())).rejects.toThrow(SignInRequired);
		await expect(deed({ ...coordinator, scope: other.scope, roles: new Set() })).rejects.toThrow(
			Forbidden
		);
	}
	const theirs = await other.a('coordinator');
	await expect(makeSignInCode(theirs, person)).rejects.toThrow(NotFound);
	await expect(removeRole(theirs, { ...person, role: 'moderator' })).rejects.toThrow(NotFound);
	expect((await showPeople(theirs)).people.map(({ id }) => id)).toEqual([personOf(theirs)]);
	expect(await school.store.read.$count(memberships, eq(memberships.personId, personId))).toBe(1);
});

test('somebody changes their own name, and signs out on every device', async () => {
	const school = await aSchool();
	const parent = await school.a('parent');
	await changeName(parent, { name: '  Ayşe\u202e   Demir ' });
	expect(await showMe(parent)).toMatchObject({
		name: 'Ayşe Demir',
		places: [{ slug: 'vuurvogel', name: 'De Vuurvogel', roles: ['parent'] }]
	});
	await expect(changeName(parent, { name: 'koop.nu' })).rejects.toThrow(Invalid);

	const store = openSessions(school.store, { secure: false });
	const other = await school.a('parent');
	for (const ctx of [parent, parent, other])
		await store.start(personOf(ctx) ?? '', 'parent', BEGAN);
	await endSessions(parent);
	const left = await school.store.read.select({ personId: sessions.personId }).from(sessions);
	expect(left).toEqual([{ personId: personOf(other) }]);
	await expect(endSessions(at(school.guest(), minutesLater(1)))).rejects.toThrow(SignInRequired);
});
