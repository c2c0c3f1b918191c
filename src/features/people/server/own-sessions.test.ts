import { expect, test } from 'vitest';
import { endSession } from './end-session.ts';
import { openSessions } from './sessions.ts';
import { showSessions } from './show-sessions.ts';
import { personOf } from '#kernel/server/context.ts';
import { sha256 } from '#kernel/server/hash.ts';
import { aSchool, NOON } from '#tests/support/world.ts';

async function aPersonOnTwoDevices() {
	const school = await aSchool();
	const sessions = openSessions(school.store, { secure: false });
	const ctx = await school.a('parent');
	const personId = personOf(ctx) ?? '';
	const phone = { device: 'Safari, iPhone', beganOn: '2027-05-10' };
	const { value: away } = await sessions.start(personId, 'parent', phone);
	const laptop = { device: 'Firefox, Linux', beganOn: '2027-05-12' };
	const { value: here } = await sessions.start(personId, 'parent', laptop);
	const facts = { strong: false, confirmedAt: null, confirmsBy: null };
	return { school, sessions, away, here, ctx: { ...ctx, session: { id: sha256(here), ...facts } } };
}

test('a list of sessions tells on what and since what day, and nothing of when it was used', async () => {
	const { ctx, here, away } = await aPersonOnTwoDevices();
	expect(await showSessions(ctx)).toEqual([
		{ id: sha256(here), device: 'Firefox, Linux', beganOn: '2027-05-12', here: true },
		{ id: sha256(away), device: 'Safari, iPhone', beganOn: '2027-05-10', here: false }
	]);
});

test('a session that was ended opens nothing at the next request; the others go on', async () => {
	const { ctx, sessions, here, away } = await aPersonOnTwoDevices();
	expect(await sessions.find(away)).not.toBeNull();
	await endSession(ctx, sha256(away));
	expect(await sessions.find(away)).toBeNull();
	expect(await sessions.find(here)).not.toBeNull();
	expect(await showSessions(ctx)).toHaveLength(1);
});

test('nobody sees or ends a session of somebody else', async () => {
	const { school, sessions, away } = await aPersonOnTwoDevices();
	const other = await school.a('coordinator');
	expect(await showSessions(other)).toEqual([]);
	await endSession(other, sha256(away));
	expect(await sessions.find(away)).not.toBeNull();
	await expect(showSessions(school.guest())).rejects.toThrow('sign-in.required');
	await expect(endSession(school.guest(), sha256(away))).rejects.toThrow('sign-in.required');
});

test('a session that showed more goes on under a new token, and the old one opens nothing', async () => {
	const { sessions, here } = await aPersonOnTwoDevices();
	const next = await sessions.rotate(here, { strong: true, at: NOON });
	expect(await sessions.find(here)).toBeNull();
	expect(await sessions.find(next?.value ?? '')).toMatchObject({
		facts: { strong: true, confirmedAt: NOON, id: sha256(next?.value ?? '') }
	});
	// a password confirms, and takes nothing away
	const later = await sessions.rotate(next?.value ?? '', { strong: false, at: NOON });
	expect(await sessions.find(later?.value ?? '')).toMatchObject({ facts: { strong: true } });
	expect(await sessions.rotate(here, { strong: true, at: NOON })).toBeNull();
});
