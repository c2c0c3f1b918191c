import { expect, test } from 'vitest';
import { normaliseCode } from '../code.ts';
import { rolesIn } from './queries.ts';
import { people, signInCodes } from './schema.ts';
import { assertSetupKey, isEmpty, setUpInstallation, setupKeyFor } from './set-up.ts';
import { findScope, HOME } from '#features/scopes/server/queries.ts';
import { scopes } from '#features/scopes/server/schema.ts';
import { Conflict, Invalid } from '#kernel/errors.ts';
import type { Context } from '#kernel/server/context.ts';
import { sealWith } from '#kernel/server/hash.ts';
import { vaultWith } from '#kernel/server/vault.ts';
import { aStore, NOON } from '#tests/support/world.ts';

const seal = sealWith('a key for tests, of at least 32 characters');
const KEY = setupKeyFor(seal);
const INPUT = {
	key: KEY,
	name: 'Hanneke Vos',
	email: 'hanneke@example.org',
	organisation: 'Samenwerkingsverband Merelstreek',
	kind: 'alliance'
};

async function anEmptyInstallation() {
	const { store } = await aStore();
	const ctx: Context = {
		read: store.read,
		write: store.write,
		now: NOON,
		actor: { kind: 'guest' },
		scope: HOME,
		session: null,
		roles: new Set(),
		locale: 'nl',
		seal,
		vault: vaultWith('a key for tests, of at least 32 characters'),
		address: '192.0.2.7'
	};
	return { store, ctx };
}

test('with the key of the terminal an empty installation gets its first place and coordinator', async () => {
	const { store, ctx } = await anEmptyInstallation();
	expect(await isEmpty(store.read)).toBe(true);
	const { personId, code, slug } = await setUpInstallation(ctx, KEY, INPUT);

	expect(slug).toBe('samenwerkingsverband-merelstreek');
	const scope = await findScope(store.read, slug);
	expect(scope).toMatchObject({ kind: 'alliance', path: `/home/${scope?.id ?? ''}/` });
	expect([...(await rolesIn(store.read, personId, scope ?? HOME))]).toEqual(['coordinator']);
	const [row] = await store.read.select().from(signInCodes);
	expect(row).toMatchObject({ id: seal(normaliseCode(code) ?? ''), returnTo: `/${slug}/desk` });
	expect(await isEmpty(store.read)).toBe(false);
});

test('the key may be typed in small letters and without dashes, and is nothing else', async () => {
	const typed = [KEY, KEY.toLowerCase(), KEY.replaceAll('-', ''), ` ${KEY} `];
	for (const key of typed) expect(() => assertSetupKey(KEY, key)).not.toThrow();
	const wrong = ['', KEY.slice(0, -1), `${KEY}0`, 'x'.repeat(19), undefined, 7];
	for (const key of wrong) expect(() => assertSetupKey(KEY, key)).toThrow(Invalid);
	expect(() => assertSetupKey(null, '')).toThrow(Invalid);

	const { store, ctx } = await anEmptyInstallation();
	for (const key of wrong)
		await expect(setUpInstallation(ctx, KEY, { ...INPUT, key })).rejects.toThrow(Invalid);
	await expect(setUpInstallation(ctx, null, { ...INPUT, key: '' })).rejects.toThrow(Invalid);
	expect(await isEmpty(store.read)).toBe(true);
});

test('the key is another one with another secret', () => {
	expect(KEY).toMatch(/^[0-9A-F]{4}(-[0-9A-F]{4}){3}$/);
	expect(setupKeyFor(seal)).toBe(KEY);
	expect(setupKeyFor(sealWith('another key, of at least 32 characters'))).not.toBe(KEY);
});

test('an installation is set up once, also by twenty at the same moment with the right key', async () => {
	const { store, ctx } = await anEmptyInstallation();
	const tries = Array.from({ length: 20 }, () => setUpInstallation(ctx, KEY, INPUT));
	const settled = await Promise.allSettled(tries);

	const refused = settled.flatMap((it) => (it.status === 'rejected' ? [it.reason as unknown] : []));
	expect(refused).toEqual(Array.from({ length: 19 }, () => new Conflict('set-up.not-empty')));
	expect(await store.read.$count(scopes)).toBe(1);
	expect(await store.read.$count(people)).toBe(1);
});

test('with something missing nothing is written, and the key stays good', async () => {
	const { store, ctx } = await anEmptyInstallation();
	const missing = { key: KEY, name: '', email: 'x', organisation: '-', kind: 'group' };
	const error: unknown = await setUpInstallation(ctx, KEY, missing).catch((it: unknown) => it);
	expect((error as Invalid).issues).toEqual({
		name: 'field.required',
		email: 'field.email',
		organisation: 'field.invalid',
		kind: 'field.choose'
	});
	expect(await isEmpty(store.read)).toBe(true);
	await setUpInstallation(ctx, KEY, INPUT);
	expect(await isEmpty(store.read)).toBe(false);
});
