import { expect, test, vi } from 'vitest';
import { contributions } from '#features/panels/server/schema.ts';
import { openMailer } from '#features/mails/server/mailer.ts';
import { openSessions } from '#features/people/server/sessions.ts';
import { participations, secretBallots } from '#features/polls/server/schema.ts';
import { sealWith } from '#kernel/server/hash.ts';
import { vaultWith } from '#kernel/server/vault.ts';
import { aConsultation, CLOSES } from '#tests/support/consultation.ts';
import { BEGAN, NOON } from '#tests/support/world.ts';
import { take } from './lane.server.ts';

const POLL = '/vuurvogel/consultations/schooltijden/polls/schooltijden';
const PANEL = '/vuurvogel/consultations/schooltijden/panels/gesprek';

/** A parent who is signed in, and sends forms. */
async function aParent() {
	const { school, families } = await aConsultation({ families: 1 });
	const { store } = school;
	const sessions = openSessions(store, { secure: false });
	const personId = families[0]?.personId ?? '';
	const { value: token } = await sessions.start(personId, 'parent', BEGAN);
	let now = NOON;
	const services = {
		store,
		sessions,
		mailer: openMailer({ smtpUrl: '', from: '', origin: 'http://localhost' }),
		seal: sealWith('a key of 32 characters, for tests'),
		vault: vaultWith('a key of 32 characters, for tests'),
		provider: null,
		secondFactor: 'required' as const,
		now: () => now
	};
	return {
		store,
		token,
		closing: () => (now = CLOSES),
		send: (path: string, fields: Readonly<Record<string, string>>, cookies = `session=${token}`) =>
			take(services, {
				url: new URL(path, 'http://localhost'),
				cookies,
				languages: 'nl',
				form: new URLSearchParams(fields)
			})
	};
}

test('a ballot that comes by the short way is in the box, and the parent goes on to the receipt', async () => {
	const { store, send } = await aParent();
	expect(await send(`${POLL}?/vote`, { choice: 'a' })).toEqual({ location: '?voted' });
	expect(await store.read.select().from(secretBallots)).toMatchObject([
		{ channel: 'online', choice: { choice: 'a' } }
	]);
});

test('what cannot be done by the short way is not done at all, and the page may tell why', async () => {
	const { store, send, closing } = await aParent();
	expect(await send(`${POLL}?/vote`, { choice: 'nothing like it' })).toEqual({});
	expect(await send(`${POLL}?/vote`, { choice: 'a' }, 'session=pnobody')).toEqual({});
	expect(await send(`${POLL}?/vote`, { choice: 'a' }, 'language=nl')).toEqual({});
	expect(await send(`${POLL}?/constructor`, { choice: 'a' })).toEqual({});
	expect(await send(POLL, { choice: 'a' })).toEqual({});
	expect(await send(POLL.replace('vuurvogel', 'nergens') + '?/vote', { choice: 'a' })).toEqual({});
	closing();
	expect(await send(`${POLL}?/vote`, { choice: 'a' })).toEqual({});
	expect(await store.read.select().from(secretBallots)).toEqual([]);
	expect(await store.read.select().from(participations)).toEqual([]);
});

test('of two sessions in one request the first counts, as on every page', async () => {
	const { store, send, token } = await aParent();
	const other = 'session=pnobody';
	expect(await send(`${POLL}?/vote`, { choice: 'a' }, `${other}; session=${token}`)).toEqual({});
	expect(await store.read.select().from(secretBallots)).toEqual([]);
	const { location } = await send(`${POLL}?/vote`, { choice: 'a' }, `session=${token}; ${other}`);
	expect(location).toBe('?voted');
});

test('a second ballot is not taken', async () => {
	const { store, send } = await aParent();
	await send(`${POLL}?/vote`, { choice: 'a' });
	expect(await send(`${POLL}?/vote`, { choice: 'b' })).toEqual({});
	expect(await store.read.select().from(secretBallots)).toHaveLength(1);
});

test('a contribution that comes by the short way is said in the language of its reader', async () => {
	const { store, send } = await aParent();
	const said = { body: 'Dat past ons goed.', name: 'own' };
	const { location } = await send(`${PANEL}?/post&sort=newest`, said);
	const [made] = await store.read.select().from(contributions);
	expect(made).toMatchObject({ body: said.body, language: 'nl', origin: 'online' });
	expect(location).toBe(`${PANEL}?sort=newest&at=${made?.id ?? ''}#r${made?.id ?? ''}`);
});

test('a session that was unused for long moves on, and its cookie with it', async () => {
	const { send } = await aParent();
	vi.useFakeTimers({ now: Date.now() + 20 * 24 * 60 * 60_000, toFake: ['Date'] });
	const { location, cookie } = await send(`${POLL}?/vote`, { choice: 'a' });
	vi.useRealTimers();
	expect(location).toBe('?voted');
	expect(cookie).toMatch(/^session=p\w+; .*Max-Age=2592000/);
	expect(cookie).toContain('HttpOnly');
	expect(cookie).toContain('SameSite=Lax');
});
