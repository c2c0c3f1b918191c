import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { confirmByProvider } from './confirm-by-provider.ts';
import type { Provider } from './provider.ts';
import { startSignOn } from './start-sign-on.ts';
import { people } from '#features/people/server/schema.ts';
import { openSessions } from '#features/people/server/sessions.ts';
import { Conflict } from '#kernel/errors.ts';
import { requirePerson, type Context } from '#kernel/server/context.ts';
import { isFresh } from '#kernel/server/fresh.ts';
import { Walker } from '#tests/support/provider.ts';
import { aSchoolWithProvider, SITE, type SignOnWorld } from '#tests/support/sign-on.ts';
import { BEGAN, minutesLater, NOON } from '#tests/support/world.ts';

const CONFIRM = { back: '/vuurvogel/desk', stay: false };
const notAnew = new Conflict('sign-on.not-anew');

/** Wies, who came in by the provider, with or without a second factor. */
async function wiesInside({ strong, amr = ['pwd'] }: { strong: boolean; amr?: string[] }) {
	const world = await aSchoolWithProvider();
	const ctx = await world.school.a('coordinator');
	const personId = requirePerson(ctx);
	const [wies] = await world.school.store.read.select().from(people).where(eq(people.id, personId));
	world.knows('wies', { email: wies?.email ?? '', amr });
	const walker = new Walker();
	await world.comesIn(await world.goes('wies', { walker }));
	const session = { id: 'a session', strong, confirmedAt: null, confirmsBy: 'provider' } as const;
	return { world, walker, wies: { ...ctx, session } satisfies Context };
}

async function confirms(world: SignOnWorld, ctx: Context, account: string, walker: Walker) {
	const { journey, answer } = await world.goes(account, { ctx, confirm: CONFIRM, walker });
	return confirmByProvider(ctx, world.provider, journey, answer);
}

test('who came in by the provider confirms there, by signing in once more', async () => {
	const { world, walker, wies } = await wiesInside({ strong: false });
	const { address } = await startSignOn(wies, world.provider, SITE, CONFIRM);
	expect(address.searchParams.get('prompt')).toBe('login');
	expect(await confirms(world, wies, 'wies', walker)).toBe('password');
});

test('with a second factor it must be one again', async () => {
	const { world, walker, wies } = await wiesInside({ strong: true, amr: ['pwd', 'otp'] });
	expect(await confirms(world, wies, 'wies', walker)).toBe('factor');
	world.knows('wies', { email: '', amr: ['pwd'] });
	await expect(confirms(world, wies, 'wies', walker)).rejects.toEqual(notAnew);
});

test('a provider that asked nothing anew, or does not tell, confirms nothing', async () => {
	const { world, walker, wies } = await wiesInside({ strong: false });
	world.knows('wies', { email: '', ago: 120 });
	await expect(confirms(world, wies, 'wies', walker)).rejects.toEqual(notAnew);
	world.knows('wies', { email: '' });
	const silent: Provider = {
		...world.provider,
		accountIn: async (...answer) => ({
			...(await world.provider.accountIn(...answer)),
			shownAgo: null
		})
	};
	const { journey, answer } = await world.goes('wies', { ctx: wies, confirm: CONFIRM, walker });
	await expect(confirmByProvider(wies, silent, journey, answer)).rejects.toEqual(notAnew);
});

test('somebody else at the provider confirms nothing for who is signed in', async () => {
	const { world, wies } = await wiesInside({ strong: false });
	world.knows('other', { email: 'iemand@school.example' });
	await expect(confirms(world, wies, 'other', new Walker())).rejects.toEqual(
		new Conflict('sign-on.other')
	);
	const noor = { ...(await world.school.a('coordinator')), session: wies.session };
	const hers = await world.goes('wies', { ctx: wies, confirm: CONFIRM });
	await expect(confirmByProvider(noor, world.provider, hers.journey, hers.answer)).rejects.toEqual(
		new Conflict('sign-on.expired')
	);
});

test('who has an app or a passkey here confirms with that, whatever the provider says', async () => {
	const { world, wies } = await wiesInside({ strong: true, amr: ['mfa'] });
	const withApp: Context = { ...wies, session: { ...wies.session, confirmsBy: 'factor' } };
	const expired = new Conflict('sign-on.expired');
	await expect(startSignOn(withApp, world.provider, SITE, CONFIRM)).rejects.toEqual(expired);
	const { journey, answer } = await world.goes('wies', { ctx: wies, confirm: CONFIRM });
	await expect(confirmByProvider(withApp, world.provider, journey, answer)).rejects.toEqual(
		expired
	);
});

test('a session that came by the provider must confirm, where another of the same person has nothing to show', async () => {
	const { world, wies } = await wiesInside({ strong: false });
	const sessions = openSessions(world.school.store, { secure: false });
	const start = async (byProvider: boolean) => {
		const beginning = { ...BEGAN, confirmedAt: NOON, byProvider };
		const { value } = await sessions.start(requirePerson(wies), 'desk', beginning);
		return (await sessions.find(value))?.facts;
	};
	const session = await start(true);
	expect(session?.confirmsBy).toBe('provider');
	expect(isFresh({ session: session ?? null, now: minutesLater(9) })).toBe(true);
	expect(isFresh({ session: session ?? null, now: minutesLater(10) })).toBe(false);
	expect((await start(false))?.confirmsBy).toBeNull();
	for (const [confirmsBy, asks] of [
		['password', 'provider'],
		['factor', 'factor']
	] as const) {
		const hers = eq(people.id, requirePerson(wies));
		await world.school.store.write((tx) => tx.update(people).set({ confirmsBy }).where(hers));
		expect((await start(true))?.confirmsBy).toBe(asks);
		expect((await start(false))?.confirmsBy).toBe(confirmsBy);
	}
});
