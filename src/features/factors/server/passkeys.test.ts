import { expect, test } from 'vitest';
import { newChallenge } from '../challenge.ts';
import { addPasskey } from './add-passkey.ts';
import { enterPasskey } from './enter-passkey.ts';
import { removePasskey } from './remove-passkey.ts';
import { passkeys } from './schema.ts';
import { spendChallenge } from './spend-challenge.ts';
import { requirePerson } from '#kernel/server/context.ts';
import { aSchool } from '#tests/support/world.ts';

const SITE = { origin: 'http://localhost', hostname: 'localhost' };

test('a challenge serves once, and only for what it was made for', async () => {
	const school = await aSchool();
	const ctx = school.guest();
	const challenge = newChallenge(ctx, 'show');
	const spend = (purpose: string) =>
		school.store.write((tx) => spendChallenge(tx, ctx, purpose, challenge));
	expect(await spend('add/anna')).toBe(false);
	expect(await spend('show')).toBe(true);
	expect(await spend('show')).toBe(false);
});

test('whatever is wrong with a passkey the answer is the same, and nobody is let in', async () => {
	const school = await aSchool();
	const ctx = await school.a('staff');
	const key = { id: 'known', personId: requirePerson(ctx), name: '', publicKey: Buffer.from('x') };
	await school.store.write((tx) =>
		tx.insert(passkeys).values({ ...key, counter: 0, transports: [], addedOn: '2027-05-12' })
	);
	const clientDataJSON = Buffer.from(
		JSON.stringify({ type: 'webauthn.get', challenge: newChallenge(ctx, 'show'), ...SITE })
	).toString('base64url');
	const forged = {
		...{ id: 'known', rawId: 'known', type: 'public-key', clientExtensionResults: {} },
		response: { clientDataJSON, authenticatorData: 'AAAA', signature: 'AAAA' }
	};
	const texts = [JSON.stringify({ id: 'unknown' }), JSON.stringify(forged), '{"id":"known"}'];
	for (const credential of texts) {
		await expect(enterPasskey(school.guest(), SITE, { credential })).rejects.toThrow(
			'passkey.wrong'
		);
		await expect(addPasskey(ctx, SITE, { credential, name: '' })).rejects.toThrow('passkey.wrong');
	}
	for (const credential of ['', 'x', '[]', '{}', '7'])
		await expect(enterPasskey(school.guest(), SITE, { credential })).rejects.toThrow(
			'passkey.wrong'
		);
});

test('nobody takes away a passkey of somebody else', async () => {
	const school = await aSchool();
	const owner = await school.a('staff');
	const key = {
		id: 'a key',
		personId: requirePerson(owner),
		name: '',
		publicKey: Buffer.from('x')
	};
	await school.store.write((tx) =>
		tx.insert(passkeys).values({ ...key, counter: 0, transports: [], addedOn: '2027-05-12' })
	);
	const left = () => school.store.read.$count(passkeys);
	await removePasskey(await school.a('coordinator'), 'a key');
	expect(await left()).toBe(1);
	await removePasskey(owner, 'a key');
	expect(await left()).toBe(0);
});
