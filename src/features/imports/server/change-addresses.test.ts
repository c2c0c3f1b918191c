import { readFileSync } from 'node:fs';
import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { mails } from '#features/mails/server/schema.ts';
import { makeSignInLink } from '#features/people/server/make-sign-in-link.ts';
import { people, signInLinks } from '#features/people/server/schema.ts';
import { openSessions } from '#features/people/server/sessions.ts';
import { nl } from '#i18n/nl/index.ts';
import { vaultWith } from '#kernel/server/vault.ts';
import { aSchoolWithGroups, HEADER, imported } from '#tests/support/lists.ts';
import { aPostFor } from '#tests/support/post.ts';
import { BEGAN, NOON } from '#tests/support/world.ts';

const OLD = 'lotte@oud.example';
const NEW = 'lotte@nieuw.example';
const listWith = (address: string) => [HEADER, `M-01;Lotte Bakker;${address};;;;Groep 3`];

/** A parent who is signed in, and was mailed a link at the address that the school had. */
async function aParent() {
	const { school, coordinator } = await aSchoolWithGroups();
	await imported(coordinator, listWith(OLD));
	const [parent] = await school.store.read.select().from(people).where(eq(people.email, OLD));
	const personId = parent?.id ?? '';
	const sessions = openSessions(school.store, { secure: false });
	const { value } = await sessions.start(personId, 'parent', BEGAN);
	await school.store.write(async (tx) => {
		await makeSignInLink(tx, NOON, { personId, returnTo: '/vuurvogel' });
		await tx.update(people).set({ emailState: 'bounced' }).where(eq(people.id, personId));
	});
	const isSignedIn = async () => (await sessions.find(value)) !== null;
	return { school, coordinator, personId, isSignedIn, post: await aPostFor(school) };
}

test('the old and the new address are told when a school changes it, and what was open is closed', async () => {
	const { school, coordinator, personId, isSignedIn, post } = await aParent();
	await imported(coordinator, listWith(NEW));
	const { read } = school.store;
	expect(await isSignedIn()).toBe(false);
	expect(await read.select().from(signInLinks)).toEqual([]);
	expect((await read.select().from(people).where(eq(people.id, personId)))[0]).toMatchObject({
		...{ email: NEW, emailState: null }
	});
	// waiting, and in the log of writes, it is locked
	expect((await read.select().from(mails)).filter(({ toLocked }) => toLocked)).toHaveLength(1);
	expect(JSON.stringify(await read.select().from(mails))).not.toContain('example');

	const arrived = await post.arriving();
	const [toNew, toOld] = arrived.toSorted((a, b) => a.to.localeCompare(b.to));
	expect([toNew?.to, toOld?.to]).toEqual([NEW, OLD]);
	const { what, toOld: words } = nl.mails.change;
	for (const it of arrived) expect(it.mail.text).toContain(what.address);
	expect(toOld?.mail.text).toContain(words);
	expect(toOld?.raw).not.toContain(NEW);
	expect(toNew?.mail.text).not.toContain(words);
	expect((await read.select().from(mails)).map(({ toLocked }) => toLocked)).toEqual([null, null]);
	await school.store.checkpoint();
	expect(readFileSync(school.file, 'latin1')).not.toContain(OLD);
});

test('the same list again tells nobody anything and signs nobody out', async () => {
	const { school, coordinator, isSignedIn } = await aParent();
	await imported(coordinator, listWith(OLD));
	expect(await isSignedIn()).toBe(true);
	expect(await school.store.read.select().from(mails)).toEqual([]);
});

test('with another key than it was locked with an old address gets no mail, and the others do', async () => {
	const { school, coordinator } = await aParent();
	await imported(coordinator, listWith(NEW));
	const guest = school.guest();
	const other = { ...guest, vault: vaultWith('another key for tests, of at least 32 characters') };
	const post = await aPostFor(Object.assign(school, { guest: () => other }));
	expect((await post.arriving()).map(({ to }) => to)).toEqual([NEW]);
});
