import { expect, test } from 'vitest';
import { openMailer } from '#features/mails/server/mailer.ts';
import type { SessionKind } from '#features/people/rules.ts';
import { type Beginning, openSessions } from '#features/people/server/sessions.ts';
import { memberships } from '#features/people/server/schema.ts';
import { personOf } from '#kernel/server/context.ts';
import { sealWith } from '#kernel/server/hash.ts';
import { vaultWith } from '#kernel/server/vault.ts';
import { aSchool, BEGAN, NOON } from '#tests/support/world.ts';
import { arrive } from './arrival.server.ts';

/** A parent who also moderates, in a session of this kind. */
async function aModerator(kind: SessionKind, proof: Partial<Beginning> = {}) {
	const school = await aSchool();
	const { store } = school;
	const personId = personOf(await school.a('parent')) ?? '';
	const moderates = { scopeId: school.scope.id, personId, role: 'moderator' } as const;
	await store.write((tx) => tx.insert(memberships).values(moderates));
	const sessions = openSessions(store, { secure: false });
	const services = {
		store,
		sessions,
		mailer: openMailer({ smtpUrl: '', from: '', origin: 'http://localhost' }),
		seal: sealWith('a key of 32 characters, for tests'),
		vault: vaultWith('a key of 32 characters, for tests'),
		provider: null,
		secondFactor: 'offered' as const,
		now: () => NOON
	};
	const { value: token } = await sessions.start(personId, kind, { ...BEGAN, ...proof });
	const at = (route: string | null) =>
		arrive(services, {
			...{ token, route, place: 'vuurvogel', locale: 'nl' },
			address: () => '192.0.2.7'
		});
	return { at, personId };
}
const atTheTablet = () => aModerator('kiosk');

test('at the tablet of a school somebody is a parent and nothing more, whatever else they are', async () => {
	const { at, personId } = await atTheTablet();
	const { ctx, kiosk, waiting } = await at('/[scope]/consultations/[consultation]/polls/[poll]');
	expect(ctx.actor).toEqual({ kind: 'person', personId });
	expect([...ctx.roles]).toEqual(['parent']);
	expect([kiosk !== null, waiting]).toEqual([true, false]);
});

test.each([
	'/me',
	'/me/security',
	'/me/sessions',
	'/confirm',
	'/[scope]/desk',
	'/[scope]/desk/people',
	null
])('at %s they count for nobody there', async (route) => {
	const { at } = await atTheTablet();
	const { ctx, session, kiosk } = await at(route);
	expect(ctx).toMatchObject({ actor: { kind: 'guest' }, session: null });
	expect([ctx.roles.size, session, kiosk !== null]).toEqual([0, null, true]);
});

test('who came by a link for parents has no rights over others, and makes no way to them', async () => {
	const { at, personId } = await aModerator('as-parent');
	for (const route of ['/[scope]/desk', '/[scope]/consultations/[consultation]', '/me']) {
		const { ctx, waiting } = await at(route);
		expect(ctx.actor).toEqual({ kind: 'person', personId });
		expect([[...ctx.roles], waiting]).toEqual([['parent'], true]);
	}
	expect((await at('/me/security')).ctx.actor).toEqual({ kind: 'guest' });
});

test('who shows a second factor after a link for parents is all that they are', async () => {
	const { at } = await aModerator('as-parent', { strong: true });
	expect([...(await at('/[scope]/desk')).ctx.roles].toSorted()).toEqual(['moderator', 'parent']);
	expect((await at('/me/security')).session).not.toBeNull();
});
