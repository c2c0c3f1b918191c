import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { normaliseCode } from '../code.ts';
import { recoverAccess } from './recover-access.ts';
import { people, signInCodes } from './schema.ts';
import { NotFound } from '#kernel/errors.ts';
import { personOf } from '#kernel/server/context.ts';
import { journal } from '#kernel/server/schema.ts';
import { aSchool } from '#tests/support/world.ts';

async function aCoordinator() {
	const school = await aSchool();
	const coordinator = await school.a('coordinator');
	const personId = personOf(coordinator) ?? '';
	const email = 'noor@example.org';
	await school.store.write((tx) => tx.update(people).set({ email }).where(eq(people.id, personId)));
	return { school, coordinator, personId, email };
}

test('who keeps the server can give a coordinator a new code, and the old one stops', async () => {
	const { school, coordinator, personId, email } = await aCoordinator();
	const first = await recoverAccess(coordinator, email);
	const second = await recoverAccess(coordinator, email);
	expect(second.place.id).toBe(school.scope.id);
	const seals = await school.store.read.select().from(signInCodes);
	expect(seals).toMatchObject([
		{
			id: coordinator.seal(normaliseCode(second.code) ?? ''),
			personId,
			returnTo: `/${school.scope.slug}/desk`
		}
	]);
	expect(second.code).not.toBe(first.code);
	expect(await school.store.read.select().from(journal)).toMatchObject([
		{ what: 'sign-in-code.made', actorId: null, aboutId: personId },
		{ what: 'sign-in-code.made', actorId: null, aboutId: personId }
	]);
});

test('nobody but a coordinator gets a code that way', async () => {
	const { school, coordinator } = await aCoordinator();
	const moderator = personOf(await school.a('moderator')) ?? '';
	const email = 'samira@example.org';
	await school.store.write((tx) =>
		tx.update(people).set({ email }).where(eq(people.id, moderator))
	);
	for (const address of [email, 'nobody@example.org', ''])
		await expect(recoverAccess(coordinator, address)).rejects.toThrow(NotFound);
	expect(await school.store.read.$count(signInCodes)).toBe(0);
});
